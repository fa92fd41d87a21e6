import { didWebUrl } from '../keys/did-web.ts';
import { matches, readDigests } from './digests.ts';
import type { CheckResult } from './problems.ts';
import type { Subject } from './subject.ts';
import { asList, idOf, objectsOf, textOf } from './values.ts';

const hostOf = (url: string | undefined): string | undefined =>
  url && URL.canParse(url) ? new URL(url).host : undefined;

/** What the catalogue check asks about one achievement, if anything. */
async function checkAchievement(subject: Subject, id: string): Promise<CheckResult> {
  const {
    document,
    tools: { addresses, problems, door },
  } = subject;
  const issuer = idOf(document['issuer']) ?? '';
  const isOurs = id.startsWith(`${addresses.base}/`);
  const issuerHost = hostOf(didWebUrl(issuer, addresses));
  const resource = objectsOf(document['relatedResource']).find((entry) => entry['id'] === id);
  if (!isOurs && (issuerHost === undefined || hostOf(id) !== issuerHost)) return { outcome: 'notApplicable' };
  if (!resource) {
    // Everything this service issues names the exact version; where it does not, someone else wrote it.
    if (!isOurs || issuerHost !== hostOf(addresses.base)) return { outcome: 'notApplicable' };
    return {
      outcome: 'failed',
      source: id,
      problem: problems('catalogue-mismatch', 'It does not name the version it was awarded for.'),
    };
  }
  const digests = readDigests(resource);
  if (!digests)
    return { outcome: 'failed', problem: problems('malformed', '/relatedResource has no digest that can be read.') };
  const fetched = await door.fetchJson(id).catch(() => undefined);
  if (!fetched)
    return {
      outcome: 'unknown',
      source: id,
      problem: problems('catalogue-unreachable', `${id} gave no answer, so the description could not be compared.`),
    };
  const answer = { source: id, time: fetched.fetchedAt.toISOString() };
  if (await matches(fetched.text, digests)) return { outcome: 'passed', ...answer };
  return {
    outcome: 'failed',
    ...answer,
    problem: problems('catalogue-mismatch', `What stands at ${id} is not what was signed.`),
  };
}

/** VCDM 2.0 §5.3: what the issuer publishes about the achievement is, byte for byte, what it signed. */
export async function checkCatalogue(subject: Subject): Promise<CheckResult> {
  const achievements = objectsOf(subject.document['credentialSubject']).flatMap(({ achievement }) =>
    asList(achievement),
  );
  const ids = [...new Set(achievements.map((one) => textOf(idOf(one))))].filter((id) => id !== undefined).slice(0, 20);
  const results = await Promise.all(ids.map((id) => checkAchievement(subject, id)));
  const order = ['failed', 'unknown', 'passed'] as const;
  return (
    order.map((wanted) => results.find(({ outcome }) => outcome === wanted)).find((result) => result) ?? {
      outcome: 'notApplicable',
    }
  );
}
