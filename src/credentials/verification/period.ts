import type { CheckResult } from './problems.ts';
import type { Subject } from './subject.ts';
import { momentOf, objectsOf } from './values.ts';

/** How far clocks may differ, in milliseconds; the value the Data Integrity libraries use. */
const clockSkew = 300_000;

/** VCDM 2.0 §4.9: the period of the document, and the end of each proof (Data Integrity 1.0 §2.1). */
export function checkPeriod({ document, now, tools: { problems } }: Subject): CheckResult {
  const from = momentOf(document['validFrom']);
  const ends = [document['validUntil'], ...objectsOf(document['proof']).map(({ expires }) => expires)]
    .map(momentOf)
    .filter((end) => end !== undefined);
  const end = ends.length > 0 ? new Date(Math.min(...ends.map((one) => one.getTime()))) : undefined;
  if (end && end.getTime() + clockSkew < now.getTime()) {
    return {
      outcome: 'failed',
      problem: problems('expired', `It was valid until ${end.toISOString()}.`),
      findings: { expired: true },
    };
  }
  if (from && from.getTime() - clockSkew > now.getTime()) {
    return {
      outcome: 'failed',
      problem: problems('not-yet-valid', `It is valid from ${from.toISOString()}.`),
      findings: { notYetValid: true },
    };
  }
  return from || end ? { outcome: 'passed' } : { outcome: 'notApplicable' };
}
