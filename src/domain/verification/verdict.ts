/** Of a credential. */
export const checkNames = ['format', 'issuer', 'proof', 'period', 'status', 'catalogue'] as const;
/** Of a presentation itself; what is in it has its own. */
export const presentationCheckNames = ['format', 'holder', 'proof', 'period'] as const;
export type CredentialCheckName = (typeof checkNames)[number];
export type PresentationCheckName = (typeof presentationCheckNames)[number];
export type CheckName = CredentialCheckName | PresentationCheckName;

export const outcomes = ['passed', 'failed', 'unknown', 'notApplicable'] as const;
export type Outcome = (typeof outcomes)[number];

/** From worst to best; the first that applies is the verdict. */
export const verdicts = [
  'malformed',
  'invalid',
  'revoked',
  'suspended',
  'undetermined',
  'expired',
  'notYetValid',
  'valid',
] as const;
export type Verdict = (typeof verdicts)[number];

/** What the checks found beside their outcomes. */
export type Findings = Readonly<{ revoked: boolean; suspended: boolean; expired: boolean; notYetValid: boolean }>;

/** What verdictOf looks at. `byForm`: it failed because a standard refuses the form, which says nothing of who wrote it. */
type Answer = Readonly<{ name: CheckName; outcome: Outcome; byForm?: boolean }>;

type Applying = Readonly<{ names: readonly CheckName[]; always: readonly CheckName[] }>;

/** Those that apply to every credential are never "not applicable"; nobody has to sign a presentation. */
const ofCredentials: Applying = { names: checkNames, always: ['format', 'issuer', 'proof'] };
const ofPresentations: Applying = { names: presentationCheckNames, always: ['format'] };

function verdictBy({ names, always }: Applying, checks: readonly Answer[], findings: Findings): Verdict {
  const explained = (name: CheckName) =>
    (name === 'status' && (findings.revoked || findings.suspended)) ||
    (name === 'period' && (findings.expired || findings.notYetValid));
  const isOpen = (name: CheckName) => {
    const answers = checks.filter((check) => check.name === name).map(({ outcome }) => outcome);
    const open: readonly Outcome[] = always.includes(name) ? ['unknown', 'notApplicable'] : ['unknown'];
    return answers.length === 0 || answers.some((outcome) => open.includes(outcome));
  };
  const holds: Record<Verdict, boolean> = {
    malformed: checks.some(({ outcome, byForm }) => outcome === 'failed' && byForm === true),
    invalid: checks.some(({ name, outcome, byForm }) => outcome === 'failed' && byForm !== true && !explained(name)),
    revoked: findings.revoked,
    suspended: findings.suspended,
    undetermined: names.some(isOpen),
    expired: findings.expired,
    notYetValid: findings.notYetValid,
    valid: true,
  };
  return verdicts.find((verdict) => holds[verdict]) ?? 'undetermined';
}

/**
 * The verdict is never "valid" while a required check is unknown or was not made. A failed status or period is a finding of its
 * own (revoked, expired …), and so is a fault of form; any other failure makes the document invalid.
 */
export const verdictOf = (checks: readonly Answer[], findings: Findings): Verdict =>
  verdictBy(ofCredentials, checks, findings);

/** Of a presentation with what is in it: the worst of all. One that holds nothing shows nothing. */
export function presentationVerdict(
  checks: readonly Answer[],
  findings: Findings,
  credentials: readonly Verdict[],
): Verdict {
  const all = [verdictBy(ofPresentations, checks, findings), ...credentials];
  const worst = verdicts.find((verdict) => all.includes(verdict)) ?? 'undetermined';
  return credentials.length === 0 && worst === 'valid' ? 'undetermined' : worst;
}
