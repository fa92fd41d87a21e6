import type { Findings } from '../../domain/verification.ts';
import type { CheckResult } from './problems.ts';
import { readEntry } from './status-entry.ts';
import { lookUp } from './status-list.ts';
import type { Subject } from './subject.ts';
import { asList, isObject } from './values.ts';

const maxEntries = 20;

async function checkEntry(subject: Subject, entry: unknown): Promise<CheckResult> {
  const { problems } = subject.tools;
  if (!isObject(entry))
    return { outcome: 'failed', problem: problems('malformed', '/credentialStatus is one or more objects.') };
  const read = readEntry(entry);
  if (read.outcome === 'ignored') return { outcome: 'passed' };
  return read.outcome === 'lookup'
    ? lookUp(subject, read)
    : { outcome: read.outcome, problem: problems(read.problem, read.detail) };
}

/** Every entry counts: the second may revoke what the first lets pass. The oldest answer dates the whole. */
export async function checkStatus(subject: Subject): Promise<CheckResult> {
  const entries = asList(subject.document['credentialStatus']);
  const { problems } = subject.tools;
  if (entries.length === 0) return { outcome: 'notApplicable' };
  if (entries.length > maxEntries)
    return { outcome: 'failed', problem: problems('too-complex', `At most ${maxEntries} statuses are checked.`) };
  const results = await Promise.all(entries.map((entry) => checkEntry(subject, entry)));
  const findings = results.reduce<Partial<Findings>>((all, result) => ({ ...all, ...result.findings }), {});
  // A revocation is final, so it speaks before a suspension.
  const worst =
    results.find((result) => result.findings?.revoked) ??
    results.find(({ outcome }) => outcome === 'failed') ??
    results.find(({ outcome }) => outcome === 'unknown');
  if (worst) return { ...worst, findings };
  const dated = results
    .filter(({ time }) => time !== undefined)
    .sort((one, other) => (one.time ?? '').localeCompare(other.time ?? ''));
  return dated[0] ?? { outcome: 'passed' };
}
