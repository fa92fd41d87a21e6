import { type Check, type CheckName, type FetchFault, type Report } from '../../../domain/verification/verification.ts';
import type { Messages } from '../../messages.ts';
import type { CheckedKind, UncheckedKind } from './kinds/messages.ts';

const checkedKinds: readonly string[] = ['credential', 'presentation'] satisfies readonly CheckedKind[];
/** Of these every check says that it was not made, and the box of the verdict says why. */
export const isUnchecked = (kind: Report['kind']): kind is UncheckedKind => !checkedKinds.includes(kind);

/** Whether it is certain who said it: only then is what the document says more than words in a file. */
export function isConfirmed({ verdict, checks }: Report): boolean {
  if (verdict === 'malformed' || verdict === 'invalid' || verdict === 'undetermined') return false;
  const needed: readonly CheckName[] = ['format', 'issuer', 'proof'];
  return needed.every((name) => {
    const answers = checks.filter((check) => check.name === name);
    return answers.length > 0 && answers.every(({ outcome }) => outcome === 'passed');
  });
}

/** Every check that applies was made and passed, so there is nothing in them to look for. */
export const isAllPassed = ({ checks }: Report): boolean =>
  checks.every(({ outcome }) => outcome === 'passed' || outcome === 'notApplicable');

/** Faults that may be gone in a while: HTTP 429 and 5xx among them, as `unavailable`. */
const passing: readonly FetchFault[] = ['timeout', 'unreachable', 'unavailable', 'too-many'];
const isPassing = ({ reason }: Check): boolean => reason !== undefined && passing.includes(reason);

/** The issuer is open for no reason of its own: it follows from a seal that could not be checked. */
const followsFromSeal = ({ name, problem }: Check): boolean =>
  name === 'issuer' && /\/check-failed$/.test(problem?.type ?? '');

/** Waiting helps where it may settle all that is open, not where something else stays open whatever answers. */
function mayPass({ checks }: Report): boolean {
  const open = checks.filter(
    (check) =>
      (check.outcome === 'unknown' || check.outcome === 'notApplicable') &&
      (check.problem !== undefined || check.reason !== undefined) &&
      !followsFromSeal(check),
  );
  return open.length > 0 && open.every(isPassing);
}

/** What the box of the verdict says below its word, one sentence or two to a paragraph. */
export function sentencesOf(report: Report, m: Messages): readonly string[] {
  const { kind, verdict, summary } = report;
  const unread = unreadableSentences(report, m);
  if (unread) return unread;
  const isOpen = verdict === 'undetermined';
  // No address that answers, and no waiting, would give it a seal.
  const unsigned = isOpen && !isUnchecked(kind) && isUnsigned(report);
  return [
    ...(kind === 'credential' ? [] : [m.kinds[kind]]),
    ...(kind === 'presentation' ? [m.presented[Object.keys(summary).length > 0 ? 'one' : 'none']] : []),
    ...(verdict === 'invalid' ? failedSentences(report, m) : []),
    ...(unsigned ? [m.unsigned] : []),
    ...(unsigned || (isOpen && isUnchecked(kind)) ? [] : [m.verdicts[verdict].meaning]),
    ...(isOpen && !unsigned ? reasonSentences(report, m) : []),
    ...(summary.claims ? [m.said.several(String(summary.claims.length))] : []),
    ...(summary.unread ?? []).map((what) => m.said.unread[what]),
  ];
}

/**
 * What could not be read may be a certificate all the same: nobody says that it is something else, nor which rule of
 * which standard it breaks.
 */
function unreadableSentences({ verdict, checks }: Report, m: Messages): readonly string[] | undefined {
  if (verdict !== 'malformed') return undefined;
  const reason = checks.find(({ name, outcome }) => name === 'format' && outcome === 'failed')?.reason;
  return reason !== undefined && isUnreadable(reason) ? [m.unreadable[reason], m.askForWhole] : undefined;
}

const unreadable: readonly FetchFault[] = ['not-utf8', 'not-json', 'duplicate-member'];
const isUnreadable = (reason: FetchFault): reason is keyof Messages['unreadable'] => unreadable.includes(reason);

const isUnsigned = ({ checks }: Report): boolean =>
  checks.some(
    ({ name, outcome, problem }) =>
      name === 'proof' && (outcome === 'notApplicable' || /\/unsigned$/.test(problem?.type ?? '')),
  );

/** Why something could not be fetched, what to ask for instead, and whether waiting helps. */
function reasonSentences(report: Report, m: Messages): string[] {
  const { kind, checks } = report;
  const reasons = new Set(checks.flatMap(({ outcome, reason }) => (outcome === 'unknown' && reason ? [reason] : [])));
  return [
    ...[...reasons].filter((reason) => reason !== kind).map((reason) => m.fetchFaults[reason]),
    ...(isUnchecked(kind) ? [m.askFor[kind]] : []),
    ...(mayPass(report) ? [m.tryAgain] : []),
  ];
}

/** Expired, revoked …: that may well hold, and is no reason to call a document not genuine. */
const isFinding = ({ problem }: Check): boolean =>
  /\/problems\/(expired|not-yet-valid|revoked|suspended)$/.test(problem?.type ?? '');

/** Each check that failed, in its own words; a status or a period that explains another verdict is none of them. */
function failedSentences({ checks }: Report, m: Messages): string[] {
  const failed = new Set(
    checks.filter((check) => check.outcome === 'failed' && !isFinding(check)).map(({ name }) => name),
  );
  return [...failed].map((name) => m.invalidBecause[name]);
}

const areDifferent = (checks: readonly Check[]): boolean => new Set(checks.map(({ outcome }) => outcome)).size > 1;

/** What one check found, never more than it looked at, and nothing that another contradicts. */
export function foundBy(check: Check, { verdict, checks }: Report, m: Messages): string {
  const { name, outcome } = check;
  if (outcome === 'failed' && verdict === 'malformed' && name !== 'format') return m.failedInFaultyForm;
  if (name === 'status') return statusFound(check, verdict, m);
  if (name === 'period' && outcome === 'passed' && verdict !== 'valid') return m.periodOnly;
  const isOneOfSeveral = name === 'proof' && areDifferent(checks.filter((other) => other.name === 'proof'));
  if (isOneOfSeveral && (outcome === 'passed' || outcome === 'failed')) return m.sealAmongSeveral[outcome];
  return m.checks[name][outcome];
}

function statusFound({ outcome, purposes = [] }: Check, verdict: Report['verdict'], m: Messages): string {
  // A failed status of what is revoked or suspended has only one reason.
  if (outcome === 'failed' && (verdict === 'revoked' || verdict === 'suspended')) return m.statusFound[verdict];
  const [revocation, suspension] = [purposes.includes('revocation'), purposes.includes('suspension')];
  const says = outcome === 'passed' || outcome === 'notApplicable';
  if (!says || purposes.length === 0) return m.checks.status[outcome];
  if (!revocation && !suspension) return m.statusRead.message;
  if (outcome === 'notApplicable') return m.checks.status.notApplicable;
  return m.statusRead[revocation && suspension ? 'both' : revocation ? 'revocation' : 'suspension'];
}
