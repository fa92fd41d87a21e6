import { expect } from 'vitest';
import type { Stores } from '../../src/services/ports/index.ts';
import { appendTo, createAward, type Fixture } from './fixture.ts';
import { emblemOf, hash, noon, registeredOf, signedOf, taskOf } from './records.ts';

/** The little that `createFixture` leaves out. */
export async function fillTheirs(stores: Stores, fixture: Fixture): Promise<void> {
  const { award, document, lease, status, member, offering, learner } = fixture;
  await stores.microcredentials.insert({ id: 'alone', institutionId: 'theirs', slug: 'theirs-alone', createdAt: noon });
  const number = { kind: 'student-number', value: 'their-number' } as const;
  await stores.learners.insert({ ...learner, id: 'numbered', identifiers: [number] });
  await stores.themes.insert({ institutionId: 'theirs', code: 'vatten', label: { sv: 'Vatten' } });
  await stores.emblems.insert(emblemOf('theirs'));
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
  expect(await stores.documents.store('theirs', lease.token, signedOf(document, 'theirs'))).toBe(true);
  await createAward(stores, fixture, 'waiting');
  await stores.statusLists.set('theirs', status, 'revocation', true);
  const list = { listId: status.listId, purpose: 'revocation' } as const;
  await stores.statusLists.lease('theirs', list, lease, undefined);
  const publication = { text: 't', etag: 'e', publishedAt: noon, published: 1 };
  expect(await stores.statusLists.publish('theirs', list, lease.token, publication)).toBe(true);
  await appendTo(stores, 'theirs', member.id);
}
