import { isObject } from '../../../domain/shared/json.ts';
import type { Findings } from '../../../domain/verification/verification.ts';
import { inOneOrder, type CheckResult } from '../../document/problems.ts';
import { readEntry } from './status-entry.ts';
import { lookUp } from './status-list.ts';
import type { VerificationContext } from '../context.ts';
import { asList } from '../../document/values.ts';

/** Undefined for an entry whose purpose does not touch validity: it is not looked up. */
async function checkEntry(context: VerificationContext, entry: unknown): Promise<CheckResult | undefined> {
  const { problems } = context.tools;
  if (!isObject(entry))
    return { outcome: 'unknown', problem: problems('malformed', '/credentialStatus is one or more objects.') };
  const read = readEntry(entry);
  if (read.outcome === 'ignored') return undefined;
  return read.outcome === 'lookup'
    ? lookUp(context, read)
    : { outcome: read.outcome, problem: problems(read.problem, read.detail) };
}

/**
 * Every entry counts: the second may revoke what the first lets pass. The oldest answer dates the whole. `purposes` are
 * those that were read; an entry for messages alone says nothing about revocation, as does none.
 */
export async function checkStatus(context: VerificationContext): Promise<CheckResult> {
  const entries = asList(context.document['credentialStatus']);
  const checked = await Promise.all(entries.map((entry) => checkEntry(context, entry)));
  // Entries have no order: of several that are alike the report tells of the same one.
  const results = checked.filter((result) => result !== undefined).sort(inOneOrder);
  if (results.length === 0) return { outcome: 'notApplicable' };
  const findings = results.reduce<Partial<Findings>>((all, result) => ({ ...all, ...result.findings }), {});
  // A set: in which order its entries stand, the signature does not say.
  const purposes = [...new Set(results.flatMap((result) => result.purposes ?? []))].sort();
  const read = purposes.length > 0 ? { purposes } : {};
  // A revocation is final, so it is reported before a suspension.
  const worst =
    results.find((result) => result.findings?.revoked) ??
    results.find(({ outcome }) => outcome === 'failed') ??
    results.find(({ outcome }) => outcome === 'unknown');
  if (worst) return { ...worst, ...read, findings };
  const dated = results
    .filter(({ time }) => time !== undefined)
    .sort((one, other) => (one.time ?? '').localeCompare(other.time ?? ''));
  return { ...(dated[0] ?? { outcome: 'passed' }), ...read };
}
