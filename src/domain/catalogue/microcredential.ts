import type {
  AssessmentCode,
  CycleCode,
  DepthCode,
  IscedFCode,
  LanguageCode,
  LearningActivityCode,
  LearningOpportunityCode,
  ModeCode,
  QualityAssuranceCode,
  SkillTypeCode,
  SupervisionCode,
} from '../../generated/vocab.ts';
import type { CourseCertificate } from '../institution/institution.ts';
import type { LanguageMap } from '../shared/language.ts';
import type { AwardingBody, QualityBody } from './bodies.ts';
import type { Description } from './description/description.ts';
import type { LegalFormCode } from '../legal-form/index.ts';

/** A skill of a public framework (ESCO, the digital competence framework), by its IRI there. */
export type SkillReference = Readonly<{ iri: string; label: LanguageMap }>;

export type LearningOutcome = Readonly<{
  text: LanguageMap;
  type?: SkillTypeCode;
  skills?: readonly SkillReference[];
}>;

/** Hours that a typical learner needs; ECTS credits beside it where the legal form allows. */
export type Workload = Readonly<{ hours: number; ects?: number }>;

/** The level of the learning experience (Council Recommendation 2022/C 243/02, Annex I), or why none applies. */
export type Level = Readonly<{ eqf: number }> | Readonly<{ notApplicable: true; reason: LanguageMap }>;

export type QualityAssurance = Readonly<{
  type: QualityAssuranceCode;
  /** Who assures the quality. */
  body: QualityBody;
  reference?: string;
}>;

export type Grade = Readonly<{ value: string; passes: boolean; label?: LanguageMap }>;
export type GradingScheme = Readonly<{ title?: LanguageMap; description?: LanguageMap; grades: readonly Grade[] }>;

/** The elements of Annex I that belong to the offer, as data, and what the law asks for. */
type Elements = Readonly<{
  title: LanguageMap;
  description: LanguageMap;
  learningOutcomes: readonly LearningOutcome[];
  workload: Workload;
  level: Level;
  cycle?: CycleCode;
  /** Swedish course depth code (SUHF 2008). */
  depthCode?: DepthCode;
  assessmentTypes: readonly AssessmentCode[];
  participation: Readonly<{ modes: readonly ModeCode[]; activities?: readonly LearningActivityCode[] }>;
  qualityAssurance: readonly QualityAssurance[];
  fields: readonly IscedFCode[];
  languages: readonly LanguageCode[];
  prerequisites?: LanguageMap;
  supervision?: Readonly<{ type: SupervisionCode; place?: 'online' | 'onsite' }>;
  gradingScheme: GradingScheme;
  stackability?: Readonly<{
    kind: 'stand-alone' | 'can-be-part-of';
    statement?: LanguageMap;
    of?: readonly Readonly<{ title: LanguageMap; url?: string }>[];
  }>;
  furtherInformation?: LanguageMap;
  homepage?: string;
  /** Several where the course is joint. */
  awardingBodies: readonly AwardingBody[];
  /** The forms that it may be given in; the first is the one it is described by where one has to be. */
  legalForms: readonly LegalFormCode[];
  /** The institution's policy on the day of publication; absent: `register`. Publication writes it, and nobody else. */
  courseCertificate?: CourseCertificate;
  /** Why no form of the law fits, where one of them is `other`. */
  otherFormReason?: LanguageMap;
  syllabus?: Readonly<{ code: string; decisionDate: string; url?: string }>;
  opportunityType?: LearningOpportunityCode;
}>;

/** What a micro-credential is, when it has passed the publish gate. */
export type CompleteContent = Elements & Description;

/** Any member may be missing, at any depth. */
type Unfinished<T> = T extends readonly (infer Item)[]
  ? readonly Unfinished<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]?: Unfinished<T[Name]> }
    : T;

/** The content of a draft, however little of it is written; the publish gate says what is missing. */
export type MicrocredentialContent = Unfinished<CompleteContent>;

/** A version that was published: it never changes. `digest` is `sha256-` + base64 of SHA-256 over its document. */
export type PublishedVersion = Readonly<{
  id: string;
  institutionId: string;
  microcredentialId: string;
  number: number;
  content: CompleteContent;
  digest: string;
  publishedAt: Date;
  decisionId: string;
}>;

/** With the exact bytes (RFC 8785) that the permanent address serves as JSON. */
export type DocumentedVersion = PublishedVersion & Readonly<{ document: string }>;

export const draftStates = ['draft', 'in-review', 'approved'] as const;
export type DraftState = (typeof draftStates)[number];

/** Where a micro-credential stands: its working copy's state, or what has become of it. */
export type MicrocredentialState = DraftState | 'published' | 'withdrawn';

/** The working copy of the next version. */
export type Draft = Readonly<{
  content: MicrocredentialContent;
  state: DraftState;
  /** Counts changes; the ETag of the draft. */
  revision: number;
  /** Staff members who wrote it; none of them may approve it. */
  editors: readonly string[];
  updatedAt: Date;
  returnedNote?: string;
}>;

export type Microcredential = Readonly<{
  id: string;
  institutionId: string;
  slug: string;
  ownerUnitId?: string;
  /** The day by which the owner looks at it again, `YYYY-MM-DD`. */
  reviewBy?: string;
  draft?: Draft;
  publishedVersion?: number;
  withdrawnAt?: Date;
  createdAt: Date;
}>;

/** Whether it, or the draft of its next version, is in this state: what a reviewer looks for may be published already. */
export function isInState(
  { draft, publishedVersion, withdrawnAt }: Pick<Microcredential, 'draft' | 'publishedVersion' | 'withdrawnAt'>,
  state: MicrocredentialState,
): boolean {
  if (state === 'withdrawn') return withdrawnAt !== undefined;
  if (withdrawnAt) return false;
  if (state === 'published') return publishedVersion !== undefined;
  return (draft?.state ?? (publishedVersion === undefined ? 'draft' : undefined)) === state;
}

export function stateOf(
  microcredential: Pick<Microcredential, 'draft' | 'publishedVersion' | 'withdrawnAt'>,
): MicrocredentialState {
  if (microcredential.withdrawnAt) return 'withdrawn';
  if (microcredential.publishedVersion !== undefined) return 'published';
  return microcredential.draft?.state ?? 'draft';
}
