import type { LanguageMap } from '../shared/language.ts';
import type { DescribedClaim, NamedBody } from './described.ts';
import type { DocumentKind } from './kinds.ts';
import type { CheckName, Outcome, Verdict } from './verdict.ts';

export { documentKinds, type DocumentKind } from './kinds.ts';
export * from './verdict.ts';

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
