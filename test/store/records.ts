import type { Award } from '../../src/domain/award/award.ts';
import type { CorrectionTask } from '../../src/domain/enrolment/correction-task.ts';
import type { Result } from '../../src/domain/enrolment/result.ts';
import type { Decision } from '../../src/domain/institution/decision.ts';
import type { Learner } from '../../src/domain/enrolment/learner.ts';
import type { Emblem } from '../../src/domain/catalogue/description/emblem.ts';
import type { Partnership } from '../../src/domain/catalogue/joint/partnership.ts';
import type { Microcredential, PublishedVersion } from '../../src/domain/catalogue/microcredential.ts';
import type { Offering } from '../../src/domain/catalogue/offering.ts';
import type { Registration } from '../../src/domain/enrolment/registration.ts';
import type { StatusEntry } from '../../src/domain/award/status-list.ts';
import { platform } from '../../src/platform/platform.ts';
import { openLinkText } from '../../src/services/institution/audit.ts';
import type {
  DocumentKey,
  Lease,
  NewAward,
  NewEvent,
  NewLink,
  NewSignature,
  SignedDocument,
} from '../../src/services/ports/index.ts';
import { sampleEmblem } from '../samples/content.ts';
import { person } from '../samples/person.ts';

export const at = (text: string): Date => new Date(text);
export const noon = at('2026-03-01T12:00:00.123Z');
export const everyone = { seesProtected: true };
export const others = { seesProtected: false };

/** A hash as the audit log and the keys have it: 64 hex digits, told apart by the first letters. */
export const hash = (start: string): string => Buffer.from(start).toString('hex').padEnd(64, '0').slice(0, 64);

/** A version as linked data. */
export const linkedData = { text: '{"@context":[]}', etag: 'abc' };

/** With bytes that no text has. */
export const emblemOf = (institutionId: string, id = sampleEmblem): Emblem => ({
  institutionId,
  id,
  mediaType: 'image/png',
  bytes: Uint8Array.from([0x89, 0, 0xff, 10]),
  createdAt: noon,
});

/** That this institution is invited to that course. */
export const partnershipOf = (
  { institutionId: ownerId, id: microcredentialId }: Microcredential,
  institutionId: string,
  id: string,
): Partnership => ({ id, institutionId, ownerId, microcredentialId, mayEdit: true, invitedAt: noon });

export const learnerOf = (institutionId: string, id: string): Learner => ({
  id,
  institutionId,
  nameAsAwarded: `${person.nameAsAwarded} ${id}`,
  identifiers: [],
  protected: false,
  createdAt: noon,
});

export const decisionOf = (institutionId: string, id: string, personId: string): Decision => ({
  id,
  institutionId,
  kind: 'award',
  personId,
  date: '2026-03-01',
  ground: 'outcomes-met',
  subjects: [`${id}-subject`],
  recordedAt: noon,
  recordedBy: personId,
});

export const offeringOf = (version: PublishedVersion, id: string): Offering => ({
  id,
  institutionId: version.institutionId,
  ownerId: version.institutionId,
  issuerId: version.institutionId,
  microcredentialId: version.microcredentialId,
  version: version.number,
  startDate: '2026-01-15',
  endDate: '2026-02-28',
  language: 'sv',
  attendance: 'online',
  forms: [{ form: 'se-commissioned-no-credits', audience: ['client-named'], application: 'client' }],
  createdAt: noon,
});

export const registrationOf = (offering: Offering, learner: Learner, id: string): Registration => ({
  id,
  institutionId: offering.institutionId,
  offeringId: offering.id,
  learnerId: learner.id,
  form: 'se-commissioned-no-credits',
  category: 'participant',
  createdAt: noon,
});

/** A result that a register decided, of the registration with this id. */
export const registeredOf = (institutionId: string, registrationId: string, id: string): Result => ({
  id,
  institutionId,
  registrationId,
  grade: 'G',
  passed: true,
  date: '2026-02-20',
  decidedIn: { system: 'Ladok', id: 'L1', attestedBy: 'Ada Attestant', attestedAt: at('2026-02-21T08:00:00.500Z') },
  createdAt: noon,
});

/** That the register says another grade of it. */
export const taskOf = ({ institutionId, registrationId, id: resultId, date }: Result, id: string): CorrectionTask => ({
  id,
  institutionId,
  registrationId,
  resultId,
  grade: 'VG',
  passed: true,
  date,
  attestedBy: 'Ada Attestant',
  attestedAt: at('2026-02-22T08:00:00.000Z'),
  state: 'open',
  createdAt: noon,
});

export const awardOf = (
  version: PublishedVersion,
  learner: Learner,
  completion: Result,
  status: StatusEntry,
  id: string,
): Award => ({
  id,
  institutionId: version.institutionId,
  hostId: version.institutionId,
  ownerId: version.institutionId,
  completionId: completion.id,
  learnerId: learner.id,
  microcredentialId: version.microcredentialId,
  version: version.number,
  versionDigest: version.digest,
  legalForm: 'se-commissioned-no-credits',
  language: 'sv',
  nameAsAwarded: learner.nameAsAwarded,
  grade: completion.grade,
  completedOn: completion.date,
  awardedOn: '2026-03-01',
  decisionId: `${id}-decision`,
  status,
  state: 'prepared',
  createdAt: noon,
});

/** What is recorded of an award, by this person; its lease outlasts every test. */
export type RecordedAward = NewAward & Readonly<{ decision: Decision }>;
export const recordOf = (award: Award, personId: string): RecordedAward => ({
  decision: decisionOf(award.institutionId, award.decisionId, personId),
  award,
  document: {
    institutionId: award.institutionId,
    awardId: award.id,
    format: 'open-badge-3',
    variant: '',
    issueNumber: 1,
    unsigned: '{"unsigned": true}',
    salt: 'grains',
    preparedAt: award.createdAt,
  },
  lease: {
    token: `${award.id}-lease`,
    forMs: 3_600_000,
    keyId: `${award.institutionId}-key`,
    created: noon,
    salts: [],
  },
  link: linkOf({
    institutionId: award.institutionId,
    at: award.createdAt,
    actor: personId,
    action: 'awarded',
    // The chain outlives the person, and what it holds leads to nobody.
    subjects: [award.decisionId],
    detail: {},
  }),
});

/** A link with the text that its hash is over. */
export const linkOf = (event: NewEvent): NewLink => ({ event, text: openLinkText(event, platform.canonicalJson) });

/** That signature, as who has this lease stores it. */
export const signatureOf = (
  { keyId }: Pick<Lease, 'keyId'>,
  institutionId: string,
  token: string,
  signed: SignedDocument,
): NewSignature => ({
  token,
  keyId,
  signed,
  link: linkOf({
    institutionId,
    at: signed.issuedAt,
    actor: 'operator',
    action: 'issued',
    subjects: [signed.awardId],
    detail: {},
  }),
});

/** That document with this signature. */
export const signedOf = ({ awardId, format, variant, issueNumber }: DocumentKey, text: string): SignedDocument => ({
  awardId,
  format,
  variant,
  issueNumber,
  mediaType: 'application/vc',
  bytes: new TextEncoder().encode(text),
  etag: `"${text}"`,
  issuedAt: noon,
});
