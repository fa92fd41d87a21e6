import type { JsonObject } from '../../../services/ports/index.ts';
import { createMeanings, type Meanings } from '../../document/json-ld/meaning.ts';
import { createNodes } from '../../document/json-ld/nodes.ts';
import { flat } from '../../document/values.ts';
import type { Claim } from './claims.ts';
import { passingGrades, type Published } from './published.ts';

/** What `relatedResource` says about the version, which is the same node as the achievement. */
const aboutTheResource = ['mediaType', 'digestSRI', 'digestMultibase'];

const without = (node: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(node).filter(([name]) => !names.includes(name)));

/**
 * The published achievement that says what is claimed; otherwise the members in which the closest one differs. The
 * institution may award what it publishes, and a document describes it as its issuer.
 */
function counterpart(
  { id, institution, achievements }: Published,
  claimed: JsonObject,
  said: Meanings,
): JsonObject | readonly string[] {
  const about = without(claimed, aboutTheResource);
  let closest: readonly string[] | undefined;
  for (const achievement of alike(achievements, claimed)) {
    const names = said.difference(about, createMeanings(createNodes(achievement, said.terms)), id, institution);
    if (names.length === 0) return achievement;
    if (!closest || names.length < closest.length) closest = names;
  }
  return closest ?? [];
}

/** Those that say they are of the same form and language; all, where none says so. */
function alike(achievements: readonly JsonObject[], claimed: JsonObject): readonly JsonObject[] {
  const same = (names: readonly string[]) =>
    achievements.filter((one) => names.every((name) => one[name] === claimed[name]));
  return [same(['inLanguage', 'legalForm']), same(['inLanguage'])].find(({ length }) => length > 0) ?? achievements;
}

const isFound = (found: JsonObject | readonly string[]): found is JsonObject => !Array.isArray(found);

/** What of a claim was not published, in words: it is compared as data with what was, in any of its languages. */
export function claimFault(published: Published, { subject, achievement, results, nodes }: Claim): string | undefined {
  const said = createMeanings(nodes);
  const found = counterpart(published, achievement, said);
  if (!isFound(found)) return `What was published differs in ${found.join(', ')}.`;
  if (said.of(subject['creditsEarned'], 'creditsEarned') !== said.of(found['creditsAvailable'], 'creditsEarned'))
    return 'The credits earned are not those of what was published.';
  const [grade, ...more] = results.flatMap((result) => flat(result['value']));
  if (typeof grade !== 'string' || more.length > 0 || results.length !== 1 || !passingGrades(found).includes(grade))
    return 'The result is not one grade that passes on the published scale.';
  return undefined;
}
