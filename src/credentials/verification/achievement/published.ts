import { isObject } from '../../../domain/shared/json.ts';
import type { Addresses } from '../../../domain/shared/addresses.ts';
import { locales } from '../../../domain/shared/language.ts';
import type { VersionDocument } from '../../../domain/catalogue/version.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import { contextUrls } from '../../contexts/document-loader.ts';
import { termsOf } from '../../contexts/terms.ts';
import { achievementOf } from '../../forms/open-badge-3/open-badge-3.ts';
import { createMeanings, type Meanings } from '../../document/meaning.ts';
import { createNodes, type Nodes } from '../../document/nodes.ts';
import { flat } from '../../document/values.ts';

/** Whether a document is a published version as this software, here or elsewhere, writes it. */
export const isVersionDocument = (json: unknown): json is VersionDocument =>
  isObject(json) && json['type'] === 'Microcredential' && isObject(json['content']) && isObject(json['institution']);

/** What `relatedResource` says about the version, which is the same node as the achievement. */
const aboutTheResource = ['mediaType', 'digestSRI', 'digestMultibase'];

/** What one subject of a document claims, each node with everything the document says about it. */
export type Claim = Readonly<{
  /** The achievement's address, where it has one: it may be all that the document says. */
  id: string | undefined;
  subject: JsonObject;
  achievement: JsonObject;
  results: readonly JsonObject[];
  /** The document that they stand in; without it, the achievement is all there is. */
  nodes?: Nodes;
}>;

type Claimed = Omit<Claim, 'id'>;

/** The document, or what stands for it where there is only the achievement. */
const nodesAround = (addresses: Addresses, { nodes, achievement }: Claimed): Nodes =>
  nodes ?? createNodes(achievement, termsOf([contextUrls.credentials, contextUrls.openBadges, addresses.context]));

function achievementFault(
  addresses: Addresses,
  version: VersionDocument,
  claimed: JsonObject,
  said: Meanings,
): string | undefined {
  const { country } = version.institution;
  const about = Object.fromEntries(Object.entries(claimed).filter(([name]) => !aboutTheResource.includes(name)));
  // Which language the plain texts are in does not stand in the version; they are the same content in each.
  let closest: readonly string[] | undefined;
  for (const defaultLocale of locales) {
    const institution = { defaultLocale, country };
    const made = achievementOf({ addresses, institution, version: version.id, content: version.content });
    const names = said.difference(about, createMeanings(createNodes(made, said.terms)), version.id);
    if (names.length === 0) return undefined;
    if (!closest || names.length < closest.length) closest = names;
  }
  return `What was published differs in ${closest?.join(', ')}.`;
}

/**
 * What of a claim was not published, or undefined: the achievement is made again from the content of the version, by
 * the function that made it for the credential. Throws for content that this software cannot have written.
 */
export function claimFault(addresses: Addresses, version: VersionDocument, claim: Claimed): string | undefined {
  const { subject, achievement, results } = claim;
  const { workload, gradingScheme } = version.content;
  const passing = gradingScheme.grades.filter(({ passes }) => passes).map(({ value }) => value);
  const [grade, ...more] = results.flatMap((result) => flat(result['value']));
  const nodes = nodesAround(addresses, claim);
  const said = createMeanings(nodes);
  const fault = achievementFault(addresses, version, claim.nodes ? achievement : nodes.whole(achievement), said);
  if (fault !== undefined) return fault;
  if (said.of(subject['creditsEarned'], 'creditsEarned') !== said.of(workload.ects, 'creditsEarned'))
    return 'The credits earned are not those of what was published.';
  if (typeof grade !== 'string' || more.length > 0 || results.length !== 1 || !passing.includes(grade))
    return 'The result is not one grade that passes on the published scale.';
  return undefined;
}
