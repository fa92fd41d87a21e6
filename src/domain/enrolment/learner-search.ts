import type { CalendarDate } from '../shared/dates.ts';
import { cleanText } from '../shared/names.ts';
import { type IdentifierKind, keptIdentifier, type LearnerIdentifier } from './identifier.ts';
import { identifierKinds } from './identifiers/index.ts';
import type { LearnerInput } from './learner.ts';

/** What a search for people looks for: whoever has all these words in their name, or one of these as it is. */
export type LearnerQuery = Readonly<{
  /** Beginnings of words, as `searchWords` has them. */
  words: readonly string[];
  identifiers: readonly Pick<LearnerIdentifier, 'kind' | 'value'>[];
  externalId: string;
}>;

/** Letters of their own that Unicode does not take apart, and that people leave out of reach of their keyboard. */
const alike: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
/** A word may be the beginning of a longer one: a compatibility form can be many characters. */
const longestWord = 100;
const mostWords = 10;

/** The words of a name as they are compared: whatever their case and accents, each once. */
export function searchWords(text: string): readonly string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[øæœßłđðþı]/g, (letter) => alike[letter]!);
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return [...new Set(words.map((word) => [...word].slice(0, longestWord).join('')))];
}

/** The words that a person is found by: of the name on awards, and of the others, which are kept no longer than these. */
export const nameWords = ({ nameAsAwarded, givenName = '', familyName = '' }: LearnerInput) => ({
  awarded: searchWords(nameAsAwarded),
  other: searchWords(`${givenName} ${familyName}`),
});

export function learnerQuery(text: string, today: CalendarDate): LearnerQuery {
  const formed = identifierKinds.filter(({ check }) => check(text, today) === undefined).map(({ kind }) => kind);
  const kinds: readonly IdentifierKind[] = [...formed, 'student-number', 'other'];
  return {
    words: searchWords(text).slice(0, mostWords),
    identifiers: kinds.map((kind) => keptIdentifier({ kind, value: text }, today)),
    externalId: cleanText(text),
  };
}
