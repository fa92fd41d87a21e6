import {
  type Check,
  type CredentialCheckName,
  type FetchFault,
  type Outcome,
  type PresentationCheckName,
  type Report,
} from '../../../domain/verification/verification.ts';
import type { Messages } from '../../messages.ts';
import type { CheckedKind, UncheckedKind } from './kinds/messages.ts';

const checkedKinds: readonly string[] = ['credential', 'presentation'] satisfies readonly CheckedKind[];
const isCheckedKind = (kind: Report['kind']): kind is CheckedKind => checkedKinds.includes(kind);

/** What was too large to be checked is of a kind that is. */
const isTooComplex = ({ checks }: Report): boolean =>
  checks.some(({ problem }) => /\/too-complex$/.test(problem?.type ?? ''));

/** The kind of what is not checked here: then every check says that it was not made, and the box of the verdict says why. */
export function uncheckedKind(report: Report): UncheckedKind | undefined {
  const { kind, checks } = report;
  if (isCheckedKind(kind)) return undefined;
  // Some forms of these are checked.
  const isOfAnyForm = kind === 'jwt' || kind === 'enveloped-credential';
  const isUnmade = checks.every(({ outcome }) => outcome === 'unknown') && !isTooComplex(report);
  return isOfAnyForm && !isUnmade ? undefined : kind;
}

/** Whether it is certain who said it: only then is what the document says more than words in a file. */
export function isConfirmed({ verdict, checks }: Report): boolean {
  if (verdict === 'malformed' || verdict === 'invalid' || verdict === 'undetermined') return false;
  const needed: readonly CredentialCheckName[] = ['format', 'issuer', 'proof'];
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
  const unchecked = uncheckedKind(report);
  // No address that answers, and no waiting, would give it a seal.
  const unsigned = isOpen && !unchecked && !report.credentials && isUnsigned(report);
  return [
    ...(kind === 'credential' ? [] : [m.kinds[kind]]),
    ...presentedSentences(report, m),
    ...(verdict === 'invalid' ? failedSentences(report, m) : []),
    ...(unsigned ? [m.unsigned] : []),
    ...(unsigned || (isOpen && unchecked) ? [] : [m.verdicts[verdict].meaning]),
    ...(isOpen && !unsigned ? reasonSentences(report, m) : []),
    ...(summary.claims && !report.credentials ? [m.said.several(String(summary.claims.length))] : []),
    ...(report.credentials ? [] : (summary.unread ?? [])).map((what) => m.said.unread[what]),
  ];
}

/** Of a presentation: what was checked of it, and that the answer is the worst of several. */
function presentedSentences(report: Report, m: Messages): readonly string[] {
  const { credentials, verdict } = report;
  if (!credentials) return [];
  if (credentials.length === 0) return [m.presented.none];
  const isReason = verdict !== 'valid' && credentials.some((one) => one.verdict === verdict);
  return [
    m.presented[isUnsigned(report) ? 'unsigned' : 'signed'],
    ...(credentials.length > 1 ? [m.presented.several(String(credentials.length))] : []),
    ...(isReason ? [m.presented.oneInIt] : []),
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
  const unchecked = uncheckedKind(report);
  const reasons = new Set(checks.flatMap(({ outcome, reason }) => (outcome === 'unknown' && reason ? [reason] : [])));
  return [
    ...[...reasons].filter((reason) => reason !== kind).map((reason) => m.fetchFaults[reason]),
    ...(unchecked ? [m.askFor[unchecked]] : []),
    ...(mayPass(report) ? [m.tryAgain] : []),
  ];
}

/** Expired, revoked …: that may well hold, and is no reason to call a document not genuine. */
const isFinding = ({ problem }: Check): boolean =>
  /\/problems\/(expired|not-yet-valid|revoked|suspended)$/.test(problem?.type ?? '');

/** Each check that failed, in its own words; a status or a period that explains another verdict is none of them. */
function failedSentences(report: Report, m: Messages): string[] {
  const { checks, credentials } = report;
  const failed = new Set(
    checks.filter((check) => check.outcome === 'failed' && !isFinding(check)).map(({ name }) => name),
  );
  if (credentials) return [...failed].map((name) => wordsOf(name, report, m).failed);
  return [...failed].filter((name) => name !== 'holder').map((name) => m.invalidBecause[name]);
}

const areDifferent = (checks: readonly Check[]): boolean => new Set(checks.map(({ outcome }) => outcome)).size > 1;

type Words = Readonly<Record<Outcome, string>> & Readonly<{ name: string }>;

const isOfPresentation = (name: Check['name'], words: object): name is PresentationCheckName => name in words;

/** What a check is called and says: of a presentation, or of a certificate. */
export function wordsOf(name: Check['name'], { credentials }: Report, m: Messages): Words {
  const { of } = m.presented;
  return name === 'holder' || (credentials && isOfPresentation(name, of)) ? of[name] : m.checks[name];
}

/** What one check found, never more than it looked at, and nothing that another contradicts. */
export function foundBy(check: Check, report: Report, m: Messages): string {
  const { verdict, checks, credentials } = report;
  const { name, outcome } = check;
  if (credentials) return wordsOf(name, report, m)[outcome];
  if (outcome === 'failed' && verdict === 'malformed' && name !== 'format') return m.failedInFaultyForm;
  if (name === 'status') return statusFound(check, verdict, m);
  if (name === 'period' && outcome === 'passed' && verdict !== 'valid') return m.periodOnly;
  const isOneOfSeveral = name === 'proof' && areDifferent(checks.filter((other) => other.name === 'proof'));
  if (isOneOfSeveral && (outcome === 'passed' || outcome === 'failed')) return m.sealAmongSeveral[outcome];
  return wordsOf(name, report, m)[outcome];
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
