import { createAddresses, type Addresses } from '../../domain/addresses.ts';
import { didWebFolder } from '../keys/did-web.ts';
import { matches, readDigests } from './digests.ts';
import { gatherNodes } from './nodes.ts';
import type { CheckResult } from './problems.ts';
import { claimFault, isVersionDocument, type Claim } from './published.ts';
import type { Subject } from './subject.ts';
import { asList, idOf, isUrl, objectsOf } from './values.ts';

/** More achievements than one certificate has; each may cost a fetch and a comparison. */
const maxPublished = 20;

/** Lists in lists are one set; the format check lets no more of them through. */
const maxNesting = 64;

/** Every achievement of every subject, each with what stands around it; a subject without one claims just itself. */
function claimsIn({ document }: Subject): readonly Claim[] {
  const whole = gatherNodes(document);
  return asList(document['credentialSubject']).flatMap((one) => {
    const subject = whole(one);
    const results = asList(subject['result']).map(whole);
    const achievements = asList(subject['achievement']).flat(maxNesting);
    return (achievements.length > 0 ? achievements : [{}]).map((achievement) => ({
      id: idOf(achievement),
      subject,
      achievement: whole(achievement),
      results,
    }));
  });
}

/** With a dot at the end it is the same host. */
const hostOf = (url: string): string => new URL(url).host.replace(/\.(?=:|$)/, '');

const isOurHost = (url: string | undefined, { base }: Addresses): boolean =>
  url !== undefined && URL.canParse(url) && hostOf(url) === hostOf(base);

type Fault = Readonly<{ problem: 'issuer-mismatch' | 'catalogue-mismatch'; why: string }>;
const mismatch = (why: string): Fault => ({ problem: 'catalogue-mismatch', why });

/**
 * Whether the issuer may speak for the address of the achievement; only what a publisher says can pass. Here we know
 * what there is: an institution awards what it published here, and nobody else does. Elsewhere a did:web speaks for
 * the folder its document stands in.
 */
function standingOf(id: string | undefined, issuer: string, addresses: Addresses): 'publisher' | 'stranger' | Fault {
  const folder = didWebFolder(issuer, addresses);
  if (!isOurHost(id, addresses)) {
    if (isOurHost(folder, addresses)) return mismatch('It does not name a version that was published here.');
    const isTheirs = isUrl(id) && folder !== undefined && URL.canParse(id) && new URL(id).href.startsWith(folder);
    return isTheirs ? 'publisher' : 'stranger';
  }
  const [, slug] = /^\/institutions\/([^/]+)(?:\/|$)/.exec(new URL(id ?? '').pathname) ?? [];
  if (slug === undefined) return mismatch(`Nothing is published at ${id}.`);
  const why = `What ${id} describes is awarded by ${addresses.did(slug)} alone.`;
  return issuer === addresses.did(slug) ? 'publisher' : { problem: 'issuer-mismatch', why };
}

const unreadable = Symbol('content that this software cannot have written');

/** The digest says that the issuer signed this version; this says that the document claims what stands in it. */
function contentFault(
  { document, tools }: Subject,
  claim: Claim,
  json: unknown,
  isOurs: boolean,
): string | typeof unreadable | undefined {
  const { id = '' } = claim;
  // Other software describes its achievements in its own way: there the digest is all there is to compare.
  if (!isVersionDocument(json)) return isOurs ? `${id} is no published version.` : undefined;
  const addresses = isOurs ? tools.addresses : createAddresses(new URL(id).origin);
  if (json.id !== id || json.institution.id !== idOf(document['issuer'])) return `${id} describes another version.`;
  if (asList(document['@context'])[2] !== addresses.context) return 'Its terms are not those of the version.';
  try {
    return claimFault(addresses, json, claim);
  } catch {
    return unreadable;
  }
}

async function checkPublished(subject: Subject, claim: Claim): Promise<CheckResult> {
  const { document, tools } = subject;
  const { addresses, problems, door } = tools;
  const { id: source = '' } = claim;
  const isOurs = isOurHost(source, addresses);
  const failed = (why: string): CheckResult => ({
    outcome: 'failed',
    source,
    problem: problems('catalogue-mismatch', why),
  });
  const resource = objectsOf(document['relatedResource']).find((entry) => entry['id'] === source);
  // Everything this service issues names the exact version; where it does not, someone else wrote it.
  if (!resource)
    return isOurs ? failed('It does not name the version it was awarded for.') : { outcome: 'notApplicable' };
  const digests = readDigests(resource);
  if (!digests)
    return { outcome: 'failed', problem: problems('malformed', '/relatedResource has no digest that can be read.') };
  const fetched = await door.fetchJson(source).catch(() => undefined);
  if (!fetched) {
    const detail = `${source} gave no answer, so the description could not be compared.`;
    return { outcome: 'unknown', source, problem: problems('catalogue-unreachable', detail) };
  }
  const time = fetched.fetchedAt.toISOString();
  const fault = (await matches(fetched.text, digests))
    ? contentFault(subject, claim, fetched.json, isOurs)
    : `What stands at ${source} is not what was signed.`;
  if (fault === unreadable) {
    const detail = `The content of ${source} could not be read.`;
    return { outcome: 'unknown', source, time, problem: problems('check-failed', detail) };
  }
  return fault === undefined ? { outcome: 'passed', source, time } : { ...failed(fault), time };
}

/**
 * VCDM 2.0 §5.3: what the issuer publishes about the achievement is, byte for byte, what it signed, and what the
 * document says about the achievement is what was published. Passed only where that holds for all of them.
 */
export async function checkCatalogue(subject: Subject): Promise<CheckResult> {
  const { addresses, problems } = subject.tools;
  const issuer = idOf(subject.document['issuer']) ?? '';
  let published = 0;
  const results = await Promise.all(
    claimsIn(subject).map(async (claim): Promise<CheckResult> => {
      const { id } = claim;
      const standing = standingOf(id, issuer, addresses);
      if (standing === 'stranger') return { outcome: 'notApplicable' };
      if (standing !== 'publisher')
        return {
          outcome: 'failed',
          ...(id === undefined ? {} : { source: id }),
          problem: problems(standing.problem, standing.why),
        };
      published += 1;
      if (published <= maxPublished) return checkPublished(subject, claim);
      const detail = `At most ${maxPublished} achievements are compared.`;
      return { outcome: 'unknown', problem: problems('too-complex', detail) };
    }),
  );
  const order = ['failed', 'unknown', 'notApplicable', 'passed'] as const;
  return (
    order.map((wanted) => results.find(({ outcome }) => outcome === wanted)).find((result) => result) ?? {
      outcome: 'notApplicable',
    }
  );
}
