import type { JsonObject } from '../../../services/ports/index.ts';
import type { DocumentLoader } from '../../contexts/document-loader.ts';
import { publishedDigests } from '../../contexts/published-digests.ts';
import { compareKnown, readDigests } from '../../document/digests.ts';
import { failed, unknown, type Fault } from '../../document/fault.ts';
import type { CheckResult } from '../../document/problems.ts';
import type { VerificationContext } from '../context.ts';
import { objectsOf, textOf } from '../../document/values.ts';

/**
 * VCDM 2.0 §5.3: a digest is compared where the resource is used. Of what a document refers to, this service uses the
 * contexts, whose meaning is bundled, and what is published about the achievement, which the catalogue check fetches.
 * Anything else is neither used nor fetched, so nothing is said about its digest.
 */
export async function contextDigestFaults(document: JsonObject, loader: DocumentLoader): Promise<readonly Fault[]> {
  const faults = objectsOf(document['relatedResource']).map(async (resource): Promise<Fault | undefined> => {
    const id = textOf(resource['id']) ?? '';
    const known = Object.hasOwn(publishedDigests, id) ? publishedDigests[id] : undefined;
    if (!known && !loader.knows(id)) return undefined;
    const result = known ? await compareKnown(readDigests(resource) ?? [], known) : 'unknown';
    if (result === 'different')
      return failed('malformed', `/relatedResource: ${id} has another digest than W3C published.`);
    if (result === 'same') return undefined;
    return unknown(
      'unknown-digest',
      known
        ? `/relatedResource: the digest of ${id} cannot be read here.`
        : `Which digest the context ${id} has, its publisher does not say.`,
    );
  });
  return (await Promise.all(faults)).filter((fault) => fault !== undefined);
}

/** The base context with another digest is another one (VCDM 2.0 §B.1): the document contradicts what it is read with. */
export async function contextDigestFault({ document, tools }: VerificationContext): Promise<CheckResult | undefined> {
  const faults = await contextDigestFaults(document, tools.loader);
  const worst = faults.find(({ outcome }) => outcome === 'failed') ?? faults[0];
  if (!worst) return undefined;
  return { outcome: worst.outcome, problem: tools.problems(worst.problem, worst.detail) };
}
