import { present } from '../../domain/shared/present.ts';
import type { MicrocredentialContent } from '../../domain/catalogue/microcredential.ts';
import { quoted } from '../import/notes.ts';
import type { Part } from '../import/parts.ts';
import { bounded, isWebAddress, literal, orNone } from '../import/values.ts';
import { statedLevels } from './level.ts';
import type { Source } from './source.ts';

type LearningOutcomes = MicrocredentialContent['learningOutcomes'];
type LearningOutcome = NonNullable<LearningOutcomes>[number];
type QualityAssurance = NonNullable<MicrocredentialContent['qualityAssurance']>[number];
type SkillReference = NonNullable<LearningOutcome['skills']>[number];
type Level = MicrocredentialContent['level'];

/** An alignment by its members, as text. */
export type Alignment = Readonly<{
  part: Part;
  pointer: string;
  type: string;
  name: string;
  code: string;
  url: string;
  framework: string;
}>;

const mostSkills = 30;
const mostBodies = 20;
const longestIri = 500;

export type Aligned = Readonly<{
  level: Level;
  qualityAssurance: readonly QualityAssurance[] | undefined;
  skills: readonly SkillReference[];
}>;

/** What the achievement is aligned to. Each alignment has one note, which says what became of it. */
export function alignedTo(source: Source): Aligned {
  const { document, achievement } = source;
  const all = document.nodes([achievement], 'alignment').map((part) => alignmentIn(source, part));
  const levels = all.filter(isLevel);
  const assured = all.filter((each) => !isLevel(each) && /quality\s?assurance$/i.test(each.type));
  const skills = all.filter((each) => !isLevel(each) && !assured.includes(each) && isSkill(each));
  for (const each of all.filter((one) => ![levels, assured, skills].some((list) => list.includes(one)))) {
    const what = [each.framework, each.name, each.code].filter((text) => text !== '').join(' ');
    document.notes.add(
      each.pointer,
      `The alignment to ${quoted(what || each.url)} was left out: there is no place for it.`,
    );
  }
  return {
    level: levelOf(source, levels),
    qualityAssurance: orNone(
      bounded(document, achievement.pointer, assured, mostBodies, 'entries about quality assurance').map((each) =>
        assuranceIn(source, each),
      ),
    ),
    skills: bounded(document, achievement.pointer, skills, mostSkills, 'skills').map((each) => skillIn(source, each)),
  };
}

function alignmentIn({ document }: Source, part: Part): Alignment {
  const read = (member: string) => {
    const [value] = document.peek(part, member);
    return value === undefined ? '' : (literal(value) ?? '');
  };
  return {
    part,
    pointer: part.pointer,
    type: read('targetType'),
    name: read('targetName'),
    code: read('targetCode'),
    url: read('targetUrl'),
    framework: read('targetFramework'),
  };
}

const isLevel = ({ type, framework, url }: Alignment): boolean =>
  /^(ext:)?EQF(level)?$/i.test(type) ||
  /\bEQF\b|European Qualifications Framework/i.test(framework) ||
  /^https?:\/\/data\.europa\.eu\/snb\/eqf\//i.test(url);

const isSkill = ({ type, framework, url }: Alignment): boolean =>
  isWebAddress(url, longestIri) &&
  (/^https?:\/\/data\.europa\.eu\/(esco\/skill|snb\/dcf)\//i.test(url) ||
    /^ESCO$/i.test(framework) ||
    /^(ceasn:Competency|ext:Skill)$/i.test(type));

/** All that is said about the level, in every alignment, must be one level; nothing is chosen by its place. */
function levelOf({ document }: Source, alignments: readonly Alignment[]): Level {
  const stated = alignments.map((each) => ({ each, levels: statedLevels(each) }));
  const all = new Set(stated.flatMap(({ levels }) => levels));
  const [only = ''] = all;
  const level = all.size === 1 && /^[1-8]$/.test(only) ? only : undefined;
  for (const { each, levels } of stated) {
    document.notes.add(each.pointer, levelNote(each, levels, level, all.size > 1));
  }
  return level === undefined ? undefined : { eqf: Number(level) };
}

function levelNote(each: Alignment, levels: readonly string[], taken: string | undefined, isDisputed: boolean): string {
  const name = quoted(each.name || each.code || each.url);
  if (levels.length === 0) return `${name} names the European Qualifications Framework and no level of it.`;
  if (taken !== undefined) return `${name} was taken as EQF level ${taken}.`;
  const says = levels.map((level) => quoted(level)).join(' and ');
  if (!isDisputed) return `There is no EQF level ${says}, so no level was taken.`;
  return `The EQF level is ${says} here, and all that is said of it does not agree, so no level was taken. Choose it.`;
}

/** Its text names the decision, the programme or the body, each publisher as it likes. */
function assuranceIn({ document, texts }: Source, { part, pointer, url, code }: Alignment): QualityAssurance {
  const written = texts.joined([
    [part, 'targetName'],
    [part, 'targetDescription'],
  ]);
  const body = written && Object.fromEntries(Object.entries(written).map(([tag, text]) => [tag, withCode(text, code)]));
  const reference = isWebAddress(url) ? url : undefined;
  document.notes.add(
    pointer,
    `This was taken as quality assurance${code === '' ? '' : ` with its number ${quoted(code)}`}. Choose its type; its text may name a decision rather than who made it.`,
  );
  if (url !== '' && !reference) {
    document.notes.add(pointer, 'Its address does not begin with http:// or https:// and was left out.');
  }
  return present({ body: body && { name: body }, reference });
}

const longestText = 5000;
const withCode = (text: string, code: string): string =>
  code === '' || text.includes(code) ? text : `${text}\n\n${code}`.slice(0, longestText);

function skillIn({ document, texts }: Source, { part, pointer, url, framework }: Alignment): SkillReference {
  const of = framework === '' ? '' : ` of ${quoted(framework)}`;
  document.notes.add(pointer, `This alignment was taken as a skill${of}.`);
  return { iri: url, ...present({ label: texts.one(part, 'targetName') }) };
}

/** Skills of the whole stand with its first outcome: an alignment does not say which it belongs to. */
export function withSkills(outcomes: LearningOutcomes, skills: readonly SkillReference[]): LearningOutcomes {
  if (skills.length === 0) return outcomes;
  const [first = {}, ...others] = outcomes ?? [];
  return [{ ...first, skills }, ...others];
}
