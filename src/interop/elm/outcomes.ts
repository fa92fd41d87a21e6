import { present } from '../../domain/shared/present.ts';
import type {
  LearningOutcome,
  MicrocredentialContent,
  SkillReference,
} from '../../domain/catalogue/microcredential.ts';
import { skillType } from '../../generated/vocab.ts';
import type { Part } from '../import/parts.ts';
import type { Source } from './source.ts';
import { bounded, isWebAddress, literal, oneCode, orNone, webAddress } from '../import/values.ts';

const mostOutcomes = 50;
const mostSkills = 30;
const longestIri = 500;
const mostLarger = 20;

export function outcomesOf(source: Source): readonly LearningOutcome[] | undefined {
  const { document, specifications, root } = source;
  const pointer = `${specifications[0]?.pointer ?? root.pointer}/learningOutcome`;
  const outcomes = document.parts(specifications, 'learningOutcome', 'outcome', (all) =>
    bounded(document, pointer, all, mostOutcomes, 'learning outcomes'),
  );
  return orNone(outcomes.flatMap((outcome) => outcomeIn(source, outcome) ?? []));
}

function outcomeIn(source: Source, outcome: Part): LearningOutcome | undefined {
  const { document, texts } = source;
  const text = texts.one(outcome, 'title');
  const type = oneCode(document, [outcome], 'dcType', skillType, 'type of learning outcome');
  const skills = orNone(skillsOf(source, outcome));
  if (text) return { text, ...present({ type, skills }) };
  document.notes.add(
    outcome.pointer,
    `This learning outcome has no text${skills ? '. Write it.' : ' and was left out.'}`,
  );
  return skills && { text: {}, ...present({ type, skills }) };
}

function skillsOf({ document, texts }: Source, outcome: Part): readonly SkillReference[] {
  const skills = new Map<string, SkillReference>();
  for (const skill of ['relatedESCOSkill', 'relatedSkill'].flatMap((member) => document.nodes([outcome], member))) {
    const { id: iri, pointer } = skill;
    if (iri === undefined || !isWebAddress(iri, longestIri)) {
      document.notes.add(pointer, 'This skill has no address in a public framework and was left out.');
    } else if (!skills.has(iri)) skills.set(iri, { iri, label: texts.one(skill, 'prefLabel') ?? {} });
  }
  return bounded(document, outcome.pointer, [...skills.values()], mostSkills, 'skills');
}

/** Whether it is a part of something larger, and of what. */
export function stackabilityOf(source: Source): MicrocredentialContent['stackability'] {
  const { document, specifications } = source;
  const stated = specifications.flatMap((part) => document.values(part, 'isPartialQualification'));
  const isPartial = stated.map((value) => literal(value))[0];
  const larger = document.nodes(specifications, 'isPartOf');
  const of = orNone(
    bounded(
      document,
      '#',
      larger.flatMap((part) => largerIn(source, part) ?? []),
      mostLarger,
      'things that it can be a part of',
    ),
  );
  if (of || isPartial === 'true') {
    if (isPartial === 'false')
      document.notes.add(
        stated[0]!.pointer,
        'It says that it is no part of anything, and names what it is a part of; the latter was taken.',
      );
    return { kind: 'can-be-part-of', ...present({ of }) };
  }
  if (isPartial === 'false') return { kind: 'stand-alone' };
  for (const { pointer } of stated) document.notes.add(pointer, 'This is neither true nor false and was left out.');
  return undefined;
}

function largerIn({ document, texts }: Source, part: Part) {
  const title = texts.one(part, 'title');
  if (title) return { title, ...present({ url: webAddress(document, [[part, 'homepage']]) }) };
  document.notes.add(part.pointer, 'What it is a part of has no title in the document and was left out.');
  return undefined;
}
