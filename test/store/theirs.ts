import { expect } from 'vitest';
import type { Stores } from '../../src/services/ports/index.ts';
import { appendTo, createAward, createFixture, type Fixture, record } from './fixture.ts';
import {
  awardOf,
  decisionOf,
  emblemOf,
  hash,
  learnerOf,
  linkOf,
  noon,
  partnershipOf,
  recordOf,
  registeredOf,
  registrationOf,
  signatureOf,
  signedOf,
  taskOf,
} from './records.ts';

/** The little that `createFixture` leaves out. */
export async function fillTheirs(stores: Stores, fixture: Fixture): Promise<void> {
  const { award, document, lease, status, member, offering, learner } = fixture;
  await stores.microcredentials.insert({ id: 'alone', institutionId: 'theirs', slug: 'theirs-alone', createdAt: noon });
  const number = { kind: 'student-number', value: 'their-number' } as const;
  await stores.learners.insert({ ...learner, id: 'numbered', identifiers: [number] });
  await stores.themes.insert({ institutionId: 'theirs', code: 'vatten', label: { sv: 'Vatten' } });
  await stores.emblems.insert(emblemOf('theirs'));
  // A third institution with which they give a course each way.
  const third = await createFixture(stores, 'third');
  await stores.partnerships.insert(partnershipOf(third.microcredential, 'theirs', 'their-partnership'));
  await stores.partnerships.insert(partnershipOf(fixture.microcredential, 'third', 'third-partnership'));
  await stores.partnerships.insertBehind({
    institutionId: 'theirs',
    microcredentialId: fixture.microcredential.id,
    number: 1,
    partnerId: 'third',
    decisionId: third.decision.id,
  });
  const sent = { ...offering, id: 'sent' };
  await stores.offerings.insert(sent);
  await stores.registrations.insert({
    id: 'sent',
    institutionId: 'theirs',
    offeringId: 'sent',
    learnerId: learner.id,
    form: 'se-commissioned-no-credits',
    category: 'participant',
    source: 'ladok',
    externalId: '1',
    createdAt: noon,
  });
  const registered = registeredOf('theirs', 'sent', 'their-registered');
  await stores.results.insert(registered);
  await stores.correctionTasks.insert(taskOf(registered, 'their-task'));
  await stores.staff.insertKey({
    id: 'their-key',
    institutionId: 'theirs',
    hash: hash('theirs'),
    createdAt: noon,
    staffMemberId: member.id,
  });
  await stores.awards.setCertificateToken('theirs', award.id, 'token');
  const signature = signatureOf(lease, 'theirs', lease.token, signedOf(document, 'theirs'));
  expect(await stores.documents.store('theirs', [signature])).toEqual(['stored']);
  await createAward(stores, fixture, 'waiting');
  await stores.statusLists.set('theirs', status, 'revocation', true);
  const list = { listId: status.listId, purpose: 'revocation' } as const;
  await stores.statusLists.lease('theirs', list, lease, undefined);
  const publication = { text: 't', etag: 'e', publishedAt: noon, published: 1 };
  expect(await stores.statusLists.publish('theirs', list, lease.token, publication)).toBe(true);
  await appendTo(stores, 'theirs', member.id);
  const run = {
    institutionId: 'theirs',
    id: 'their-run',
    decisionId: 'their-run',
    seesProtected: true,
    createdAt: noon,
  };
  const row = { position: 0, completionId: fixture.completion.id, awardId: 'their-run-award' };
  const about = { actor: member.id, action: 'awards-decided', subjects: ['their-run'], detail: {} };
  const link = linkOf({ institutionId: 'theirs', at: noon, ...about });
  await stores.awardRuns.insert(run, decisionOf('theirs', 'their-run', member.id), [row], link);
  await fillHost(stores, fixture);
}

/** An institution that gives their course: one person of it whom they awarded, and one who waits for that. */
async function fillHost(stores: Stores, { institution, microcredential, version, offering, ...rest }: Fixture) {
  await stores.institutions.insert({ ...institution, id: 'host', slug: 'host' });
  const course = { institutionId: 'theirs', hostId: 'host', microcredentialId: microcredential.id, version: 1 };
  const terms = { awardedBy: 'owner', offeredAt: noon, acceptedAt: noon } as const;
  await stores.hostingAgreements.insert({ id: 'their-agreement', ...course, ...terms });
  const agreed = { ownerId: 'theirs', issuerId: 'theirs', agreementId: 'their-agreement' };
  const run = { ...offering, ...agreed, id: 'at-host', institutionId: 'host' };
  await stores.offerings.insert(run);
  const completedBy = async (name: string, id: string) => {
    const learner = learnerOf('host', name);
    const registration = registrationOf(run, learner, id);
    const completion = registeredOf('host', registration.id, id);
    await stores.learners.insert(learner);
    await stores.registrations.insert(registration);
    await stores.results.insert({ ...completion, decidedIn: { ...completion.decidedIn!, id } });
    return { learner, completion };
  };
  await completedBy('waiting-host-learner', 'waiting-at-host');
  const { learner, completion } = await completedBy('host-learner', 'awarded-at-host');
  const status = { ...rest.status, index: 77 };
  const award = { ...awardOf(version, learner, completion, status, 'hosted-award'), hostId: 'host' };
  await record(stores, recordOf(award, rest.member.id));
}
