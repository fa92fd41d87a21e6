import type { Award } from '../../src/domain/award/award.ts';
import type { Result } from '../../src/domain/enrolment/result.ts';
import type { Decision } from '../../src/domain/institution/decision.ts';
import type { Institution, OrganisationalUnit } from '../../src/domain/institution/institution.ts';
import type { Learner } from '../../src/domain/enrolment/learner.ts';
import type { DocumentedVersion, Microcredential } from '../../src/domain/catalogue/microcredential.ts';
import type { Offering } from '../../src/domain/catalogue/offering.ts';
import type { Registration } from '../../src/domain/enrolment/registration.ts';
import type { StaffMember } from '../../src/domain/institution/staff.ts';
import { type StatusEntry, statusListLength } from '../../src/domain/award/status-list.ts';
import type { Lease, PreparedDocument, SigningKey, Stores } from '../../src/services/ports/index.ts';
import { completeContent } from '../samples/content.ts';
import { institutionOf } from '../samples/institution.ts';
import {
  awardOf,
  decisionOf,
  learnerOf,
  linkedData,
  linkOf,
  noon,
  offeringOf,
  type RecordedAward,
  recordOf,
  registrationOf,
} from './records.ts';

/** Adds a link, as every act does at its end; until its transaction ends no other is added there. */
export const appendTo = (stores: Stores, institutionId: string, actor = 'operator'): Promise<void> => {
  const event = { institutionId, at: noon, actor, action: 'tested', subjects: ['a'], detail: { count: 1 } };
  return stores.audit.append(institutionId, [linkOf(event)]);
};

export type Fixture = Readonly<{
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
export async function createFixture(stores: Stores, name: string): Promise<Fixture> {
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
    content: completeContent,
    document: JSON.stringify(completeContent),
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
    purpose: 'credentials',
    signer: 'local',
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
  await stores.statusLists.open(name, id('list'));
  const status = { listId: id('list'), listNumber: 1, index: 7 };
  const award = awardOf(version, learner, completion, status, id('award'));
  const recorded = recordOf(award, member.id);
  await record(stores, recorded);
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

/** Writes the award and all that stands with it. */
export async function record(stores: Stores, { decision, ...recorded }: RecordedAward): Promise<void> {
  const { institutionId, id } = recorded.award;
  const ids = await stores.awards.record(institutionId, [decision], [recorded]);
  if (ids[0] !== id) throw new Error(`the place of the award ${id} is taken`);
}

/** Another award, all the way from a new learner to a document that is to be signed and in nobody's hands. */
export async function createAward(
  stores: Stores,
  fixture: Fixture,
  name: string,
  createdAt = noon,
  index = Math.floor(Math.random() * statusListLength),
): Promise<Award> {
  const learner = { ...learnerOf(fixture.institution.id, `${name}-learner`), createdAt };
  const registration = { ...registrationOf(fixture.offering, learner, `${name}-registration`), createdAt };
  const completion = { ...fixture.completion, id: `${name}-completion`, registrationId: registration.id, createdAt };
  await stores.learners.insert(learner);
  await stores.registrations.insert(registration);
  await stores.results.insert(completion);
  const { listId, listNumber } = fixture.status;
  const status = { listId, listNumber, index };
  // The decision outlives the person, so its id leads to nobody.
  const decisionId = crypto.randomUUID();
  const award = { ...awardOf(fixture.version, learner, completion, status, `${name}-award`), decisionId, createdAt };
  const { document, lease, ...recorded } = recordOf(award, fixture.member.id);
  await record(stores, { ...recorded, document, lease });
  await stores.documents.release(fixture.institution.id, document, lease.token, true);
  return award;
}
