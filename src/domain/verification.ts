import type { LanguageMap } from './language.ts';

export const checkNames = ['format', 'issuer', 'proof', 'period', 'status', 'catalogue'] as const;
export type CheckName = (typeof checkNames)[number];

export const outcomes = ['passed', 'failed', 'unknown', 'notApplicable'] as const;
export type Outcome = (typeof outcomes)[number];

/** What went wrong in one check (RFC 9457 members). */
export type CheckProblem = Readonly<{ type: string; title: string; detail?: string }>;

export type Check = Readonly<{
  name: CheckName;
  outcome: Outcome;
  /** Where the answer came from: an address, a DID, or "document". */
  source: string;
  /** When that answer was made: the time of the published list for a status, of the check otherwise. */
  time: string;
  problem?: CheckProblem;
}>;

/** From worst to best; the first that applies is the verdict. */
export const verdicts = ['invalid', 'revoked', 'suspended', 'undetermined', 'expired', 'notYetValid', 'valid'] as const;
export type Verdict = (typeof verdicts)[number];

/** What the checks found beside their outcomes. */
export type Findings = Readonly<{ revoked: boolean; suspended: boolean; expired: boolean; notYetValid: boolean }>;

/** No credential is without these, so "not applicable" is no answer to them. */
const alwaysApply: readonly CheckName[] = ['format', 'issuer', 'proof'];

/**
 * The verdict is never "valid" while a required check is unknown or was not made. A failed status or period is a finding of its
 * own (revoked, expired …); any other failure makes the document invalid.
 */
export function verdictOf(checks: readonly Pick<Check, 'name' | 'outcome'>[], findings: Findings): Verdict {
  const explained = (name: CheckName) =>
    (name === 'status' && (findings.revoked || findings.suspended)) ||
    (name === 'period' && (findings.expired || findings.notYetValid));
  const isOpen = (name: CheckName) => {
    const answers = checks.filter((check) => check.name === name).map(({ outcome }) => outcome);
    const open: readonly Outcome[] = alwaysApply.includes(name) ? ['unknown', 'notApplicable'] : ['unknown'];
    return answers.length === 0 || answers.some((outcome) => open.includes(outcome));
  };
  const holds: Record<Verdict, boolean> = {
    invalid: checks.some(({ name, outcome }) => outcome === 'failed' && !explained(name)),
    revoked: findings.revoked,
    suspended: findings.suspended,
    undetermined: checkNames.some(isOpen),
    expired: findings.expired,
    notYetValid: findings.notYetValid,
    valid: true,
  };
  return verdicts.find((verdict) => holds[verdict]) ?? 'undetermined';
}

/** The certificate in plain data, read from the document itself. Absent members were not in it. */
export type Summary = Readonly<{
  id?: string;
  learner?: string;
  title?: LanguageMap;
  description?: LanguageMap;
  issuer?: Readonly<{ id: string; name?: LanguageMap; country?: string }>;
  awardingBodies?: readonly Readonly<{ name: LanguageMap; country?: string; homepage?: string }>[];
  achievement?: string;
  level?: Readonly<{ eqf?: string; national?: string; notApplicable?: LanguageMap }>;
  cycle?: string;
  depthCode?: string;
  credits?: number;
  hours?: number;
  learningOutcomes?: readonly Readonly<{
    text: LanguageMap;
    type?: string;
    skills?: readonly Readonly<{ iri: string; label?: LanguageMap }>[];
  }>[];
  assessmentTypes?: readonly string[];
  modes?: readonly string[];
  activities?: readonly string[];
  qualityAssurance?: readonly Readonly<{ type: string; body?: LanguageMap; reference?: string }>[];
  fields?: readonly string[];
  languages?: readonly string[];
  prerequisites?: LanguageMap;
  supervision?: Readonly<{ type: string; place?: string }>;
  grade?: string;
  gradingScheme?: LanguageMap;
  stackability?: Readonly<{
    kind: string;
    statement?: LanguageMap;
    of?: readonly Readonly<{ title: LanguageMap; url?: string }>[];
  }>;
  furtherInformation?: LanguageMap;
  homepage?: string;
  certificateName?: LanguageMap;
  legalForm?: string;
  syllabus?: string;
  completedOn?: string;
  awardedOn?: string;
  validFrom?: string;
  validUntil?: string;
}>;

export type Report = Readonly<{
  verdict: Verdict;
  /** The credential that took its place, where the issuer says so. */
  replacedBy?: string;
  checkedAt: string;
  checks: readonly Check[];
  summary: Summary;
}>;
