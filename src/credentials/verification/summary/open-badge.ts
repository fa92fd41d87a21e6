import type { Claim } from '../../../domain/verification/verification.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import { hoursOf } from '../../document/duration.ts';
import type { Nodes } from '../../document/json-ld/nodes.ts';
import { readAlignments } from './alignments.ts';
import { eachOf } from './order.ts';
import { addressOf, codesOf, flagOf, languageKey, lineOf, linesOf, mapOf, numbersOf, told } from './values.ts';

/** The number where there is one; the numbers where there are several. */
const oneOrMore = (numbers: readonly number[]) => {
  const distinct = [...new Set(numbers)].sort((one, other) => one - other);
  return { one: distinct.length === 1 ? distinct[0] : undefined, several: distinct.length > 1 ? distinct : undefined };
};

/**
 * What was earned, or else what could be. Open Badges gives its credits no unit; the Dutch education profile names
 * the unit by the member (`ECTS`), and our own documents by the legal form, in each of which credits are ECTS.
 */
export function creditsOf(subject: JsonObject, achievement: JsonObject, isOwn: boolean): Partial<Claim> {
  const earned = numbersOf(subject['creditsEarned']);
  const ects = numbersOf(achievement['ECTS']);
  const { one, several } = oneOrMore(
    earned.length > 0 ? earned : [...ects, ...numbersOf(achievement['creditsAvailable'])],
  );
  const isEcts = one !== undefined && (isOwn || ects.includes(one));
  return told({ credits: one, creditsSeveral: several, creditUnit: isEcts ? ('ECTS' as const) : undefined });
}

/** Study load in hours: as a duration, or as the Dutch education profile gives it (`SBU`, studiebelastingsuren). */
export function workloadOf(achievement: JsonObject): Partial<Claim> {
  const durations = linesOf(achievement['volumeOfLearning']).map(hoursOf);
  const { one, several } = oneOrMore([
    ...durations.filter((hours) => hours !== undefined),
    ...numbersOf(achievement['SBU']),
  ]);
  return told({ hours: one, hoursSeveral: several });
}

function identifiersOf(nodes: Nodes, achievement: JsonObject): Claim['identifiers'] {
  const plain = ['humanCode', 'educationProgramIdentifier'].flatMap((type) =>
    linesOf(achievement[type]).map((value) => ({ value, type })),
  );
  const others = eachOf(nodes.all(achievement['otherIdentifier']), (one) => {
    const value = lineOf(one['identifier']);
    return value === undefined ? undefined : { value, ...told({ type: lineOf(one['identifierType']) }) };
  });
  return [...plain, ...others];
}

/** The Dutch education profile, in its own words: no table says which of our codes they are. */
const supervisionOf = (achievement: JsonObject): Claim['supervision'] => {
  const found = told({
    type: lineOf(achievement['supervisionType']),
    identityChecked: flagOf(achievement['identityChecked']),
  });
  return Object.keys(found).length > 0 ? found : undefined;
};

function criteriaOf(nodes: Nodes, achievement: JsonObject, language: unknown): Partial<Claim> {
  const criteria = nodes.all(achievement['criteria']);
  const texts = criteria.flatMap(({ narrative }) => [narrative]);
  const addresses = [...criteria.map(({ id }) => id), ...criteria.map(({ url }) => url)];
  const written = criteria.length > 0 ? addresses : achievement['criteria'];
  return told({ criteria: mapOf(texts, language), criteriaUrl: addressOf(written) });
}

/** What any Open Badges 3.0 achievement says, and what the Dutch education profile adds in plain words. */
export function readOpenBadge(nodes: Nodes, achievement: JsonObject, language: unknown): Partial<Claim> {
  return told({
    title: mapOf(achievement['name'], language),
    description: mapOf(achievement['description'], language),
    ...criteriaOf(nodes, achievement, language),
    ...workloadOf(achievement),
    ...readAlignments(nodes, achievement, language),
    assessmentTypes: codesOf('assessment', achievement['assessmentType']),
    modes: codesOf('mode', achievement['participationType']),
    languages: [...new Set(linesOf(achievement['inLanguage']).map(languageKey))].sort(),
    supervision: supervisionOf(achievement),
    identifiers: identifiersOf(nodes, achievement),
    describedBy: eachOf(nodes.all(achievement['creator']), (creator) => {
      const name = mapOf(creator['name'], language);
      return name && { name, ...told({ homepage: addressOf(creator['url']) }) };
    }),
  });
}
