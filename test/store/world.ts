import type { Award } from '../../src/domain/award/award.ts';
import type { Result } from '../../src/domain/enrolment/result.ts';
import type { Decision } from '../../src/domain/institution/decision.ts';
import type { Institution, OrganisationalUnit } from '../../src/domain/institution/institution.ts';
import type { Learner } from '../../src/domain/enrolment/learner.ts';
import type {
  CompleteContent,
  DocumentedVersion,
  Microcredential,
  PublishedVersion,
} from '../../src/domain/catalogue/microcredential.ts';
import type { Offering } from '../../src/domain/catalogue/offering.ts';
import type { Registration } from '../../src/domain/enrolment/registration.ts';
import type { StaffMember } from '../../src/domain/institution/staff.ts';
import type { StatusEntry } from '../../src/domain/award/status-list.ts';
import { platform } from '../../src/platform/platform.ts';
import { openLinkText } from '../../src/services/institution/audit.ts';
import type {
  DocumentKey,
  Lease,
  NewAward,
  PreparedDocument,
  SignedDocument,
  SigningKey,
  Stores,
} from '../../src/services/ports/index.ts';
import { institutionOf } from '../samples/institution.ts';

export const at = (text: string): Date => new Date(text);
export const noon = at('2026-03-01T12:00:00.123Z');
export const everyone = { seesProtected: true };
export const others = { seesProtected: false };

/** A hash as the audit log and the keys have it: 64 hex digits, told apart by the first letters. */
export const hash = (start: string): string => Buffer.from(start).toString('hex').padEnd(64, '0').slice(0, 64);

export const content: CompleteContent = {
  title: { sv: 'Vattenrening', en: 'Water treatment' },
  description: { sv: 'Om dricksvatten' },
  learningOutcomes: [{ text: { sv: 'kunna förklara flockning' } }],
  workload: { hours: 80, ects: 3 },
  level: { eqf: 6 },
  assessmentTypes: [],
  participation: { modes: ['online'] },
  qualityAssurance: [],
  fields: [],
  languages: ['sv'],
  gradingScheme: {
    grades: [
      { value: 'G', passes: true },
      { value: 'U', passes: false },
    ],
  },
  awardingBodies: [{ name: { sv: 'Umeå universitet' }, country: 'SE' }],
  legalForm: 'se-commissioned-credits',
};

/** A version as linked data. */
export const linkedData = { text: '{"@context":[]}', etag: 'abc' };

export const learnerOf = (institutionId: string, id: string): Learner => ({
  id,
  institutionId,
  nameAsAwarded: `Åsa ${id}`,
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
  subjectId: `${id}-subject`,
  recordedAt: noon,
  recordedBy: personId,
});

/** Adds a link, as every act does at its end; until its transaction ends no other is added there. */
export const appendTo = (stores: Stores, institutionId: string, actor = 'operator'): Promise<void> => {
  const event = { institutionId, at: noon, actor, action: 'tested', subjects: ['a'], detail: { count: 1 } };
  return stores.audit.append(event, openLinkText(event, platform.canonicalJson));
};

export type World = Readonly<{
  institution: Institution;
  unit: OrganisationalUnit;
  member: StaffMember;
  decision: Decision;
  microcredential: Microcredential;
  version: DocumentedVersion;
  offering: Offering;
  learner: Learner;
  registration: Registration;
  completion: Result;
  status: StatusEntry;
  award: Award;
  document: PreparedDocument;
  /** That of the document, which is not over. */
  lease: Lease;
  signingKey: SigningKey;
}>;

/** One of everything at an institution of this name; the ids say what they are. */
export async function createWorld(stores: Stores, name: string): Promise<World> {
  const id = (thing: string) => `${name}-${thing}`;
  const institution = institutionOf({ id: name, slug: name, name: { sv: name, en: name }, createdAt: noon });
  const mine = { institutionId: name };
  const unit = { ...mine, id: id('unit'), code: 'TEK', name: { sv: 'Teknik' } };
  const member: StaffMember = { ...mine, id: id('member'), name: 'Eva Examinator', roles: ['issuer'] };
  const decision = decisionOf(name, id('decision'), member.id);
  const draft: Microcredential = { ...mine, id: id('microcredential'), slug: 'vatten', createdAt: noon };
  const microcredential = { ...draft, publishedVersion: 1 };
  const version: DocumentedVersion = {
    ...mine,
    id: id('version'),
    microcredentialId: draft.id,
    number: 1,
    content,
    document: JSON.stringify(content),
    digest: 'sha256-abc=',
    publishedAt: noon,
    decisionId: decision.id,
  };
  const offering = offeringOf(version, id('offering'));
  const learner = learnerOf(name, id('learner'));
  const registration = registrationOf(offering, learner, id('registration'));
  const completion: Result = {
    ...mine,
    id: id('completion'),
    registrationId: registration.id,
    grade: 'G',
    passed: true,
    date: '2026-02-20',
    examinerId: member.id,
    decisionId: decision.id,
    createdAt: noon,
  };
  const signingKey: SigningKey = {
    ...mine,
    id: id('key'),
    algorithm: 'Ed25519',
    publicKey: `z6Mk${name}`,
    wrapped: 'secret',
    createdAt: noon,
  };

  await stores.institutions.insert(institution);
  await stores.institutions.insertUnit(unit);
  await stores.staff.insert(member, noon);
  await stores.decisions.insert(decision);
  await stores.microcredentials.insert(draft);
  await stores.microcredentials.insertVersion(version, linkedData);
  await stores.microcredentials.update(microcredential);
  await stores.offerings.insert(offering);
  await stores.learners.insert(learner);
  await stores.registrations.insert(registration);
  await stores.results.insert(completion);
  await stores.signingKeys.insert(signingKey);
  const status = await placeFor(
    stores,
    name,
    () => id('list'),
    () => 7,
  );
  const award = awardOf(version, learner, completion, status, id('award'));
  const recorded = recordOf(award, member.id);
  await stores.awards.record(recorded);
  return {
    institution,
    unit,
    member,
    decision,
    microcredential,
    version,
    offering,
    learner,
    registration,
    completion,
    status,
    award,
    document: recorded.document,
    lease: recorded.lease,
    signingKey,
  };
}

export const offeringOf = (version: PublishedVersion, id: string): Offering => ({
  id,
  institutionId: version.institutionId,
  microcredentialId: version.microcredentialId,
  version: version.number,
  startDate: '2026-01-15',
  endDate: '2026-02-28',
  language: 'sv',
  mode: 'online',
  application: 'client',
  createdAt: noon,
});

export const registrationOf = (offering: Offering, learner: Learner, id: string): Registration => ({
  id,
  institutionId: offering.institutionId,
  offeringId: offering.id,
  learnerId: learner.id,
  category: 'other',
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
  completionId: completion.id,
  learnerId: learner.id,
  microcredentialId: version.microcredentialId,
  version: version.number,
  versionDigest: version.digest,
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
export const recordOf = (award: Award, personId: string): NewAward => ({
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

async function placeFor(stores: Stores, ...asked: Parameters<Stores['statusLists']['allocate']>): Promise<StatusEntry> {
  const { isPublished: _, ...status } = await stores.statusLists.allocate(...asked);
  return status;
}

/** Another award, all the way from a new learner to a document that is to be signed and in nobody's hands. */
export async function createAward(stores: Stores, world: World, name: string, createdAt = noon): Promise<Award> {
  const learner = { ...learnerOf(world.institution.id, `${name}-learner`), createdAt };
  const registration = { ...registrationOf(world.offering, learner, `${name}-registration`), createdAt };
  const completion = { ...world.completion, id: `${name}-completion`, registrationId: registration.id, createdAt };
  await stores.learners.insert(learner);
  await stores.registrations.insert(registration);
  await stores.results.insert(completion);
  const status = await placeFor(
    stores,
    world.institution.id,
    () => `${name}-list`,
    (below) => Math.floor(Math.random() * below),
  );
  // The decision outlives the person, so its id leads to nobody.
  const decisionId = crypto.randomUUID();
  const award = { ...awardOf(world.version, learner, completion, status, `${name}-award`), decisionId, createdAt };
  const { document, lease, ...recorded } = recordOf(award, world.member.id);
  await stores.awards.record({ ...recorded, document, lease });
  await stores.documents.release(world.institution.id, document, lease.token, true);
  return award;
}
