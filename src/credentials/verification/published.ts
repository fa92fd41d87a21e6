import type { Addresses } from '../../domain/addresses.ts';
import { locales } from '../../domain/language.ts';
import type { VersionDocument } from '../../domain/version.ts';
import type { JsonObject } from '../../services/ports.ts';
import { achievementOf } from '../formats/open-badge-3.ts';
import { asList, isObject } from './values.ts';

/** Whether a document is a published version as this software, here or elsewhere, writes it. */
export const isVersionDocument = (json: unknown): json is VersionDocument =>
  isObject(json) && json['type'] === 'Microcredential' && isObject(json['content']) && isObject(json['institution']);

/**
 * One text for everything a signature cannot tell apart: a list is a set to it, one value is as good as a list of one,
 * and null or nothing in a list says nothing.
 */
function meaningOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) {
    const members = [...new Set(value.map(meaningOf))].filter((member) => member !== '').sort();
    return members.length > 1 ? `[${members.join()}]` : (members[0] ?? '');
  }
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((name) => [JSON.stringify(name), meaningOf(value[name])] as const);
  return `{${members
    .filter(([, meaning]) => meaning !== '')
    .map((member) => member.join(':'))
    .join()}}`;
}

const difference = (one: JsonObject, other: JsonObject): readonly string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (name) => meaningOf(one[name]) !== meaningOf(other[name]),
  );

/** What `relatedResource` says about the version, which is the same node as the achievement. */
const aboutTheResource = ['mediaType', 'digestSRI', 'digestMultibase'];

/** What one subject of a document claims, each node with everything the document says about it. */
export type Claim = Readonly<{
  /** The achievement's address, where it has one: it may be all that the document says. */
  id: string | undefined;
  subject: JsonObject;
  achievement: JsonObject;
  results: readonly JsonObject[];
}>;

function achievementFault(addresses: Addresses, version: VersionDocument, claimed: JsonObject): string | undefined {
  const said = Object.fromEntries(Object.entries(claimed).filter(([name]) => !aboutTheResource.includes(name)));
  const { country } = version.institution;
  // Which language the plain texts are in does not stand in the version; they are the same content in each.
  let closest: readonly string[] | undefined;
  for (const defaultLocale of locales) {
    const institution = { defaultLocale, country };
    const made = achievementOf({ addresses, institution, version: version.id, content: version.content });
    const names = difference(said, made);
    if (names.length === 0) return undefined;
    if (!closest || names.length < closest.length) closest = names;
  }
  return `What was published differs in ${closest?.join(', ')}.`;
}

/**
 * What of a claim was not published, or undefined: the achievement is made again from the content of the version, by
 * the function that made it for the credential. Throws for content that this software cannot have written.
 */
export function claimFault(
  addresses: Addresses,
  version: VersionDocument,
  { subject, achievement, results }: Omit<Claim, 'id'>,
): string | undefined {
  const { workload, gradingScheme } = version.content;
  const passing = gradingScheme.grades.filter(({ passes }) => passes).map(({ value }) => value);
  const [grade, ...more] = results.flatMap((result) => asList(result['value']));
  const fault = achievementFault(addresses, version, achievement);
  if (fault !== undefined) return fault;
  if (meaningOf(subject['creditsEarned']) !== meaningOf(workload.ects))
    return 'The credits earned are not those of what was published.';
  if (typeof grade !== 'string' || more.length > 0 || results.length !== 1 || !passing.includes(grade))
    return 'The result is not one grade that passes on the published scale.';
  return undefined;
}
