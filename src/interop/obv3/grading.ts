import { present } from '../../domain/shared/present.ts';
import type { MicrocredentialContent } from '../../domain/catalogue/microcredential.ts';
import { quoted } from '../import/notes.ts';
import type { Part } from '../import/parts.ts';
import { bounded, literal, onlyFirst, orNone } from '../import/values.ts';
import type { Source } from './source.ts';

type GradingScheme = NonNullable<MicrocredentialContent['gradingScheme']>;
type Grade = NonNullable<GradingScheme['grades']>[number];

const mostGrades = 30;
const longestGrade = 40;

type Listed = Readonly<{ grade: string; id: string; pointer: string }>;

/**
 * How results are given. Allowed values and rubric levels are listed from low to high (Open Badges 3.0,
 * ResultDescription), so that those from the required one on pass. A range has no list of grades: it is said in words.
 */
export function gradingSchemeOf(source: Source): GradingScheme | undefined {
  const { document, texts, achievement } = source;
  const described = document.parts([achievement], 'resultDescription', 'resultDescription');
  const [result] = onlyFirst(document, described, 'description of results');
  if (!result) return undefined;
  const range = rangeOf(source, result);
  const grades = gradesOf(source, result);
  if (grades.length === 0) {
    document.notes.add(
      result.pointer,
      'The document does not list the grades that can be given. Name them, at least one that passes.',
    );
  }
  return present({
    title: texts.one(result, 'name'),
    description: range === undefined ? undefined : { en: range },
    grades: orNone(grades),
  });
}

/** In words of ours, therefore in English. */
function rangeOf({ document }: Source, result: Part): string | undefined {
  const said = (
    [
      ['valueMin', 'lowest'],
      ['valueMax', 'highest'],
      ['requiredValue', 'required to pass'],
    ] as const
  ).flatMap(([member, words]) => {
    const [value, ...others] = document.values(result, member);
    for (const { pointer } of others) document.notes.add(pointer, 'This is said more than once; the first was taken.');
    const written = value === undefined ? '' : (literal(value) ?? '');
    if (value && written === '') document.notes.add(value.pointer, 'This is no value and was left out.');
    if (value && written.length > longestGrade) document.notes.add(value.pointer, 'This is too long and was left out.');
    return value && written !== '' && written.length <= longestGrade ? [`${words} ${written}`] : [];
  });
  if (said.length === 0) return undefined;
  document.notes.add(result.pointer, `The scale was written as its description: ${quoted(said.join(', '))}.`);
  return `Results: ${said.join(', ')}.`;
}

function gradesOf(source: Source, result: Part): readonly Grade[] {
  const { document } = source;
  const listed = listedIn(source, result);
  const required = ['requiredValue', 'requiredLevel'].flatMap((member) => document.peek(result, member));
  const wanted = required.map((value) => literal(value) ?? document.partOf(value)?.id);
  document.values(result, 'requiredLevel');
  const from = listed.findIndex(({ grade, id }) => wanted.includes(grade) || wanted.includes(id));
  if (listed.length > 0 && from < 0) {
    document.notes.add(result.pointer, 'Which grade is required is not said, so none is marked. Say which pass.');
  } else if (listed.length > 0) {
    document.notes.add(
      result.pointer,
      `Grades from ${quoted(listed[from]?.grade ?? '')} on were taken as passing. Check it.`,
    );
  }
  const grades = listed.map(({ grade }, index) => ({ value: grade, ...(from >= 0 && { passes: index >= from }) }));
  return bounded(document, result.pointer, grades, mostGrades, 'grades');
}

function listedIn({ document }: Source, result: Part): readonly Listed[] {
  const allowed = document.values(result, 'allowedValue').map((value) => {
    return { grade: literal(value) ?? '', id: '', pointer: value.pointer };
  });
  const levels = document.nodes([result], 'rubricLevel').map((level) => {
    const [name] = [...document.peek(level, 'level'), ...document.peek(level, 'name')];
    document.notes.add(level.pointer, 'Of a level of the rubric only its name was taken.');
    return { grade: name === undefined ? '' : (literal(name) ?? ''), id: level.id ?? '', pointer: level.pointer };
  });
  return [...allowed, ...levels].filter(({ grade, pointer }, index, all) => {
    const isGrade = grade !== '' && grade.length <= longestGrade;
    if (!isGrade) document.notes.add(pointer, `This is no grade of up to ${longestGrade} characters and was left out.`);
    return isGrade && all.findIndex((each) => each.grade === grade) === index;
  });
}
