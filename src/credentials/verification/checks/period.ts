import { clockSkewInMs } from '../../../domain/shared/age.ts';
import type { CheckResult } from '../../document/problems.ts';
import { claimsIn, dateOf } from '../../proofs/jose/jws.ts';
import type { VerificationContext } from '../context.ts';
import { momentOf, objectsOf } from '../../document/values.ts';

/** VCDM 2.0 §4.9, VCDM 1.1 §4.6. Its terms are in both contexts of 1.1, so all that are there are read. */
const terms = {
  1: { starts: ['issuanceDate', 'validFrom'], ends: ['expirationDate', 'validUntil'] },
  2: { starts: ['validFrom'], ends: ['validUntil'] },
} as const;

const latest = (moments: readonly Date[]): Date | undefined => moments.reduce<Date | undefined>(later, undefined);
const later = (one: Date | undefined, other: Date): Date => (one && one > other ? one : other);
const earliest = (moments: readonly Date[]): Date | undefined =>
  moments.reduce<Date | undefined>((one, other) => (one && one < other ? one : other), undefined);

/** The moments that are there; undefined among them where one cannot be read. */
const momentsIn = (values: readonly unknown[]): Moments => values.filter((value) => value !== undefined).map(momentOf);

/** The claims of a JWT speak of its signature (VC-JOSE-COSE §3.1.3), and count beside what the document says. */
function claimedPeriod({ jwt }: VerificationContext) {
  const claims = jwt ? claimsIn(jwt.jws) : {};
  const dates = (name: 'exp' | 'nbf' | 'iat') => (claims[name] === undefined ? [] : [dateOf(claims[name])]);
  return { exp: dates('exp'), nbf: dates('nbf'), iat: dates('iat') };
}

const isDate = (moment: Date | undefined): moment is Date => moment !== undefined;

type Moments = readonly (Date | undefined)[];

/** What is over, in words: the document, or else one of its signatures. */
function endedIn(document: Moments, proofs: Moments, now: Date): string | undefined {
  const over = (moments: Moments) => {
    const end = earliest(moments.filter(isDate));
    return end && end.getTime() + clockSkewInMs < now.getTime() ? end.toISOString() : undefined;
  };
  const [end, signature] = [over(document), over(proofs)];
  if (end !== undefined) return `It was valid until ${end}.`;
  return signature === undefined ? undefined : `Its signature was valid until ${signature}.`;
}

/**
 * The period of the document, and of each signature: its end (Data Integrity 1.0 §2.1, RFC 7519 §4.1), and the time at
 * which it was made. No clause covers one that is dated in the future; it is treated as not valid yet.
 */
export function checkPeriod(context: VerificationContext): CheckResult {
  const {
    document,
    version = 2,
    now,
    tools: { problems },
  } = context;
  const { starts, ends } = terms[version];
  const proofs = objectsOf(document['proof']);
  const { exp, nbf, iat } = claimedPeriod(context);
  const from = [...momentsIn(starts.map((name) => document[name])), ...nbf];
  const until = momentsIn(ends.map((name) => document[name]));
  const signedUntil = [...momentsIn(proofs.map(({ expires }) => expires)), ...exp];
  const made = [...momentsIn(proofs.map(({ created }) => created)), ...iat];
  const ended = endedIn(until, signedUntil, now);
  if (ended) return { outcome: 'failed', problem: problems('expired', ended), findings: { expired: true } };
  const isAhead = (moment: Date | undefined): moment is Date =>
    moment !== undefined && moment.getTime() - clockSkewInMs > now.getTime();
  const start = latest(from.filter(isDate));
  const signed = latest(made.filter(isDate));
  if (isAhead(start) || isAhead(signed)) {
    const detail = isAhead(start)
      ? `It is valid from ${start.toISOString()}.`
      : `Its signature is dated ${signed?.toISOString()}, which has not come yet.`;
    return { outcome: 'failed', problem: problems('not-yet-valid', detail), findings: { notYetValid: true } };
  }
  const all = [...from, ...until, ...signedUntil];
  if (!all.every(isDate)) return { outcome: 'unknown', problem: problems('malformed', 'A date in it cannot be read.') };
  return all.length > 0 ? { outcome: 'passed' } : { outcome: 'notApplicable' };
}
