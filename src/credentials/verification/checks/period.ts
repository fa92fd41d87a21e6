import { clockSkewInMs } from '../../../domain/shared/age.ts';
import type { CheckResult } from '../../document/problems.ts';
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
const isDate = (moment: Date | undefined): moment is Date => moment !== undefined;

type Moments = readonly (Date | undefined)[];

/** What is over, in words: the document, or else one of its proofs. */
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
 * The period of the document, and of each proof: its end (Data Integrity 1.0 §2.1), and the time at which it was made. No
 * clause covers a proof that is dated in the future; it is treated as not valid yet.
 */
export function checkPeriod({ document, version = 2, now, tools: { problems } }: VerificationContext): CheckResult {
  const { starts, ends } = terms[version];
  const proofs = objectsOf(document['proof']);
  const from = momentsIn(starts.map((name) => document[name]));
  const until = momentsIn(ends.map((name) => document[name]));
  const signedUntil = momentsIn(proofs.map(({ expires }) => expires));
  const made = momentsIn(proofs.map(({ created }) => created));
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
