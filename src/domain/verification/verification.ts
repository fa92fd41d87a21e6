import type { LanguageMap } from '../shared/language.ts';
import type { DescribedClaim, NamedBody } from './described.ts';
import type { DocumentKind } from './kinds.ts';

export { documentKinds, type DocumentKind } from './kinds.ts';

/** Of a credential. */
export const checkNames = ['format', 'issuer', 'proof', 'period', 'status', 'catalogue'] as const;
/** Of a presentation itself; what is in it has its own. */
export const presentationCheckNames = ['format', 'holder', 'proof', 'period'] as const;
export type CredentialCheckName = (typeof checkNames)[number];
export type PresentationCheckName = (typeof presentationCheckNames)[number];
export type CheckName = CredentialCheckName | PresentationCheckName;

export const outcomes = ['passed', 'failed', 'unknown', 'notApplicable'] as const;
export type Outcome = (typeof outcomes)[number];

/** What went wrong in one check (RFC 9457 members). */
export type CheckProblem = Readonly<{ type: string; title: string; detail?: string }>;

/** Why something that a check needed could not be fetched, or what was handed over could not be read. */
export const fetchFaults = [
  'refused',
  'unreachable',
  'timeout',
  'too-many',
  /** The server says that it cannot answer now (HTTP 429 or 5xx). */
  'unavailable',
  'bad-status',
  'too-large',
  'too-many-redirects',
  'not-utf8',
  'not-json',
  'web-page',
  'duplicate-member',
] as const;
export type FetchFault = (typeof fetchFaults)[number];

export type Check = Readonly<{
  name: CheckName;
  outcome: Outcome;
  /** Where the answer came from: an address, a DID, or "document". */
  source: string;
  /** When that answer was made: the time of the published list for a status, of the check otherwise. */
  time: string;
  problem?: CheckProblem;
  reason?: FetchFault;
  /** For the status: which purposes of status were read. It says nothing about others. */
  purposes?: readonly string[];
}>;

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
type Answer = Pick<Check, 'name' | 'outcome'> & Readonly<{ byForm?: boolean }>;

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

type Level = Readonly<{
  /** "1" to "8". Absent where the document gives several, or contradicts itself. */
  eqf?: string;
  /** Several levels, in ascending order. */
  eqfSeveral?: readonly string[];
  /** What the document says where code, IRI and framework name different levels, or none from 1 to 8; its own words. */
  eqfUnclear?: readonly string[];
  national?: string;
  notApplicable?: LanguageMap;
}>;

type Result = Readonly<{
  value?: string;
  status?: string;
  /** The name of the result description that it points to. */
  description?: LanguageMap;
  scale?: Scale;
}>;
type Scale = Readonly<{ min?: string; max?: string; required?: string }>;

/** What one certificate says about one person and one achievement. */
export type Claim = ClaimMembers & DescribedClaim;

type ClaimMembers = Readonly<{
  learner?: string;
  /** Names of one person, where there are several. */
  learnerNames?: readonly string[];
  /** How the holder is known where there is no name in plain text. */
  learnerEmail?: string;
  title?: LanguageMap;
  description?: LanguageMap;
  criteria?: LanguageMap;
  criteriaUrl?: string;
  achievement?: string;
  /** Who described the achievement, which is not who awards it (Open Badges 3.0 `creator`). */
  describedBy?: readonly Readonly<{ name: LanguageMap; homepage?: string }>[];
  awardingBodies?: readonly NamedBody[];
  /** Who gave the course, where another than its owner did; and whose course it is, where another awards it. */
  givenBy?: readonly NamedBody[];
  courseOf?: readonly NamedBody[];
  level?: Level;
  cycle?: string;
  depthCode?: string;
  credits?: number;
  /** Only where the document says so. */
  creditUnit?: 'ECTS';
  /** Where the document gives different numbers of one thing. */
  creditsSeveral?: readonly number[];
  hours?: number;
  hoursSeveral?: readonly number[];
  learningOutcomes?: readonly Readonly<{
    text: LanguageMap;
    type?: string;
    skills?: readonly Readonly<{ iri: string; label?: LanguageMap }>[];
  }>[];
  /** What the achievement is aligned with that is no level, no quality assurance and no learning outcome. */
  alignments?: readonly Readonly<{
    text: LanguageMap;
    url?: string;
    framework?: string;
    code?: string;
    type?: string;
  }>[];
  assessmentTypes?: readonly string[];
  modes?: readonly string[];
  activities?: readonly string[];
  qualityAssurance?: readonly Readonly<{
    type: string;
    body?: LanguageMap;
    bodyId?: string;
    text?: LanguageMap;
    reference?: string;
  }>[];
  fields?: readonly string[];
  languages?: readonly string[];
  prerequisites?: LanguageMap;
  supervision?: Readonly<{ type?: string; place?: string; identityChecked?: boolean }>;
  /** How this person was examined; what the course says of it is in `assessmentTypes` and `supervision`. */
  examination?: Readonly<{
    place?: string;
    supervision?: string;
    form?: string;
    identity?: Readonly<{ how?: string; checkedBy?: string }>;
  }>;
  /** The register that decided the result, in place of an examiner of the issuer. */
  decidedIn?: Readonly<{ system?: string; id?: string; attestedAt?: string }>;
  /** The one result with a value. */
  grade?: string;
  /** All of them, where there is more to say than one grade; in no order. */
  results?: readonly Result[];
  gradingScheme?: LanguageMap;
  gradeScale?: Scale;
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
  /** Identifiers of the achievement in other registers. */
  identifiers?: readonly Readonly<{ value: string; type?: string }>[];
  completedOn?: string;
}>;

/**
 * The certificate in plain data, read from the document itself. Absent members were not in it. Several texts in one
 * language stand in one value, joined by " / ".
 */
export type Summary = Claim &
  Readonly<{
    id?: string;
    issuer?: Readonly<{ id: string; name?: LanguageMap; country?: string }>;
    awardedOn?: string;
    validFrom?: string;
    validUntil?: string;
    evidence?: readonly Readonly<{ name?: LanguageMap; description?: LanguageMap; url?: string }>[];
    /** Where there are several subjects or achievements: each; what Claim has beside it is then absent. In no order. */
    claims?: readonly Claim[];
    /** What is there and could not be read; a reader has to open the document. */
    unread?: readonly ('holder' | 'result' | 'achievement')[];
  }>;

export type Report = Readonly<{
  verdict: Verdict;
  kind: DocumentKind;
  /** Where a link led to. */
  fetchedFrom?: string;
  checkedAt: string;
  checks: readonly Check[];
  summary: Summary;
  /** Of a presentation: what was found of each credential in it, in its order. */
  credentials?: readonly Report[];
}>;
