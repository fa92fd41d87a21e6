import { type AssessmentCode, assessment, type LearningActivityCode, type ModeCode } from '../../generated/vocab.ts';
import type { ImportDocument } from '../import/document.ts';
import { quoted } from '../import/notes.ts';
import type { Part, Value } from '../import/parts.ts';
import { literal } from '../import/values.ts';

/**
 * The words of the Dutch education sector (educredentials, schema of its micro-credential) and what they are in the
 * European code lists. A word that has no counterpart there is not in the table and goes to the notes:
 * “recognition of prior learning” is no form of assessment of ours, “personalized learning activities” says no form of
 * participation, and `identityChecked` alone does not say who watched.
 */
export const assessmentWords: ReadonlyMap<string, readonly AssessmentCode[]> = new Map([
  ['testing', ['written-examination']],
  ['application of a skill', ['practical-assessment']],
  ['portfolio', ['portfolio']],
]);

export type Participation = Readonly<{ modes: readonly ModeCode[]; activities: readonly LearningActivityCode[] }>;
export const participationWords: ReadonlyMap<string, Participation> = new Map([
  ['online', { modes: ['online'], activities: [] }],
  ['onsite', { modes: ['onsite'], activities: [] }],
  ['on site', { modes: ['onsite'], activities: [] }],
  ['blended', { modes: ['blended'], activities: [] }],
  ['onsite or blended', { modes: ['onsite', 'blended'], activities: [] }],
  ['volunteering', { modes: [], activities: ['volunteering'] }],
  ['work experience', { modes: ['work-based'], activities: ['job-experience'] }],
]);

/** `identified` is absent where the word does not say whether somebody's identity is checked. */
export type Supervision = Readonly<{ supervised: boolean; identified?: boolean; place?: 'online' | 'onsite' }>;
export const supervisionWords: ReadonlyMap<string, Supervision> = new Map([
  ['unsupervised with no identity verification', { supervised: false, identified: false }],
  ['unsupervised with identity verification', { supervised: false, identified: true }],
  ['supervised with no identity verification', { supervised: true, identified: false }],
  ['supervised with identity verification', { supervised: true, identified: true }],
  ['supervised online', { supervised: true, place: 'online' }],
  ['supervised onsite', { supervised: true, place: 'onsite' }],
  ['online with identity verification', { supervised: true, identified: true, place: 'online' }],
  ['onsite with identity verification', { supervised: true, identified: true, place: 'onsite' }],
  ['onsite with no identity verification', { supervised: true, identified: false, place: 'onsite' }],
]);

export type Found<T> = Readonly<{ meaning: T; pointer: string }>;

/** The meanings of the words in a member, each with a note that says what it was taken as, or that it was left out. */
export function meaningsIn<T>(
  document: ImportDocument,
  part: Part,
  member: string,
  words: ReadonlyMap<string, T>,
  say: (meaning: T) => string,
): readonly Found<T>[] {
  return document.values(part, member).flatMap((value): readonly Found<T>[] => {
    const word = wordOf(value);
    const meaning = words.get(word.toLowerCase().replace(/\s+/g, ' '));
    const { pointer } = value;
    if (meaning === undefined) {
      document.notes.add(pointer, `“${member}” is ${quoted(word)}, which is not in our list; it was left out.`);
      return [];
    }
    document.notes.add(pointer, `${quoted(word)} was taken as ${say(meaning)}. Check it.`);
    return [{ meaning, pointer }];
  });
}

const wordOf = (value: Value): string => literal(value) ?? '';

export const assessmentNames = (codes: readonly AssessmentCode[]): string =>
  codes.map((code) => assessment.find((each) => each.code === code)?.label.en ?? code).join(', ');
