import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { learnerQuery } from '../../src/domain/enrolment/learner-search.ts';
import type { Stores } from '../../src/services/ports/index.ts';
import { createStores } from '../../src/store/index.ts';
import { sampleEmblem } from '../samples/content.ts';
import { databases, type Fresh } from '../databases/databases.ts';
import { foreignKeys } from './foreign-keys.ts';
import { createFixture, type Fixture } from './fixture.ts';
import { everyone, noon, signedOf } from './records.ts';
import { fillTheirs } from './theirs.ts';

type Ask = (stores: Stores, theirs: Fixture, us: string) => Promise<unknown>;
const page = { limit: 50 };

/** Every question about one thing of an institution, asked by another that knows its id. */
const finds: Readonly<Record<string, Ask>> = {
  'institutions.findUnit': (stores, { unit }, us) => stores.institutions.findUnit(us, unit.code),
  'staff.find': (stores, { member }, us) => stores.staff.find(us, member.id),
  'staff.lock': (stores, { member }, us) => stores.staff.lock(us, member.id),
  'microcredentials.find': (stores, _, us) => stores.microcredentials.find(us, 'theirs-alone'),
  'microcredentials.findById': (stores, { microcredential }, us) =>
    stores.microcredentials.findById(us, microcredential.id),
  'microcredentials.lock': (stores, _, us) => stores.microcredentials.lock(us, 'theirs-alone'),
  'microcredentials.findVersion': (stores, { microcredential }, us) =>
    stores.microcredentials.findVersion(us, microcredential.id, 1),
  'emblems.find': (stores, _, us) => stores.emblems.find(us, sampleEmblem),
  'offerings.find': (stores, { offering }, us) => stores.offerings.find(us, offering.id),
  'offerings.lock': (stores, { offering }, us) => stores.offerings.lock(us, offering.id),
  'learners.find': (stores, { learner }, us) => stores.learners.find(us, learner.id, everyone),
  'registrations.find': (stores, { registration }, us) => stores.registrations.find(us, registration.id, everyone),
  'registrations.findOfLearner': (stores, { offering, learner }, us) =>
    stores.registrations.findOfLearner(us, offering.id, learner.id),
  'registrations.findBySource': (stores, _, us) => stores.registrations.findBySource(us, 'ladok', '1'),
  'results.find': (stores, { completion }, us) => stores.results.find(us, completion.id, everyone),
  'correctionTasks.find': (stores, _, us) => stores.correctionTasks.find(us, 'their-task', everyone),
  'correctionTasks.findOpen': (stores, _, us) => stores.correctionTasks.findOpen(us, 'their-registered'),
  'results.isAwarded': async (stores, { completion }, us) =>
    (await stores.results.isAwarded(us, completion.id)) || undefined,
  'awards.find': (stores, { award }, us) => stores.awards.find(us, award.id, everyone),
  'awards.lock': (stores, { award }, us) => stores.awards.lock(us, award.id, everyone),
  'awards.facts': (stores, { completion }, us) => stores.awards.facts(us, completion.id, 'Ed25519', everyone),
  'documents.claim': (stores, { document }, us) =>
    stores.documents.claim(us, { ...document, awardId: 'waiting-award' }),
  'documents.findCurrent': (stores, { document }, us) => stores.documents.findCurrent(us, document),
  'documents.lockForStoring': async (stores, { document, signingKey }, us) =>
    (await stores.documents.lockForStoring(us, document, signingKey.id)) || undefined,
  'signingKeys.current': (stores, _, us) => stores.signingKeys.current(us, 'Ed25519'),
  'signingKeys.lockUsable': async (stores, { signingKey }, us) =>
    (await stores.signingKeys.lockUsable(us, signingKey.id)) || undefined,
  'statusLists.find': (stores, _, us) => stores.statusLists.find(us, 1),
  'statusLists.publication': (stores, { status }, us) =>
    stores.statusLists.publication(us, { listId: status.listId, purpose: 'revocation' }),
  'decisions.find': (stores, { decision }, us) => stores.decisions.find(us, decision.id),
};

const lists: Readonly<Record<string, Ask>> = {
  'institutions.units': (stores, _, us) => stores.institutions.units(us),
  'staff.list': (stores, _, us) => stores.staff.list(us),
  'staff.listKeys': (stores, _, us) => stores.staff.listKeys(us),
  'microcredentials.list': async (stores, _, us) => (await stores.microcredentials.list(us, page)).items,
  'microcredentials.versions': (stores, { microcredential }, us) =>
    stores.microcredentials.versions(us, microcredential.id),
  'microcredentials.catalogue': async (stores, _, us) =>
    (await stores.microcredentials.catalogue(page, { institutionId: us })).items,
  'emblems.ids': (stores, _, us) => stores.emblems.ids(us),
  'themes.list': (stores, _, us) => stores.themes.list(us),
  'offerings.list': async (stores, { microcredential }, us) =>
    (await stores.offerings.list(us, microcredential.id, page)).items,
  'learners.documents': (stores, { learner }, us) => stores.learners.documents(us, learner.id),
  'learners.list': async (stores, _, us) => (await stores.learners.list(us, page, everyone)).items,
  'learners.list, by a name': async (stores, _, us) =>
    (await stores.learners.list(us, page, everyone, learnerQuery('marta', '2026-03-01'))).items,
  'learners.list, by an identifier': async (stores, _, us) =>
    (await stores.learners.list(us, page, everyone, learnerQuery('their-number', '2026-03-01'))).items,
  'learners.list, by an external id': async (stores, _, us) =>
    (await stores.learners.list(us, page, everyone, learnerQuery('1', '2026-03-01'))).items,
  'learners.findByIdentifiers': (stores, _, us) =>
    stores.learners.findByIdentifiers(us, [{ kind: 'student-number', value: 'their-number' }]),
  'learners.lock, by learners': (stores, { learner }, us) => stores.learners.lock(us, { learners: [learner.id] }),
  'learners.lock, by learner': (stores, { learner }, us) => stores.learners.lock(us, { learner: learner.id }),
  'learners.lock, by registration': (stores, { registration }, us) =>
    stores.learners.lock(us, { registrations: [registration.id] }),
  'learners.lock, by result': (stores, { completion }, us) => stores.learners.lock(us, { result: completion.id }),
  'learners.lock, by award': (stores, { award }, us) => stores.learners.lock(us, { award: award.id }),
  'registrations.list': async (stores, { offering }, us) =>
    (await stores.registrations.list(us, offering.id, page, everyone)).items,
  'registrations.counts': async (stores, { offering }, us) => [
    ...(await stores.registrations.counts(us, [offering.id])).keys(),
  ],
  'results.ofRegistration': (stores, { registration }, us) => stores.results.ofRegistration(us, registration.id),
  'results.listDecidedIn': (stores, _, us) => stores.results.listDecidedIn(us, 'Ladok', 'L1'),
  'correctionTasks.list': async (stores, _, us) =>
    (await stores.correctionTasks.list(us, 'open', page, everyone)).items,
  'results.list': async (stores, _, us) => (await stores.results.list(us, page, everyone)).items,
  'awards.list': async (stores, _, us) => (await stores.awards.list(us, page, everyone)).items,
  'signingKeys.list': (stores, _, us) => stores.signingKeys.list(us),
  'statusLists.list': (stores, _, us) => stores.statusLists.list(us),
  'statusLists.setIndexes': (stores, { status }, us) =>
    stores.statusLists.setIndexes(us, { listId: status.listId, purpose: 'revocation' }),
  'audit.list': (stores, _, us) => stores.audit.list(us),
};

/** What is asked without an institution, and why. */
const withoutInstitution = new Set([
  'institutions.find', // by its address
  'institutions.list', // everyone may know them
  'institutions.lockPublished', // of the institution that is named
  'staff.findActor', // the key says which institution it is
  'learners.lockIdentities', // reads nothing
  'awards.findPublic', // a permanent address, read by strangers
  'awards.findByCertificateToken', // an unguessable address, read by strangers
  'documents.claimNext', // the service finishes what it began, whoever asked for it
]);

describe.each(databases)('no institution sees or touches what is of another, on %s', (_, fresh) => {
  let database: Fresh;
  let stores: Stores;
  let theirs: Fixture;

  beforeAll(async () => {
    database = await fresh();
    stores = createStores(database.db);
    theirs = await createFixture(stores, 'theirs');
    await fillTheirs(stores, theirs);
    // We have the least that an institution has, so that everything we might see is theirs.
    await stores.institutions.insert({ ...theirs.institution, id: 'us', slug: 'us' });
  });
  afterAll(() => database.close());

  test('every find and list of every store is asked below', () => {
    const asking =
      /^(find|list|lock|ofRegistration$|counts$|isAwarded$|units$|versions$|catalogue$|current$|publication$|setIndexes$|facts$|ids$)|^claim(Next)?$/;
    const questions = Object.entries(stores).flatMap(([store, members]) =>
      Object.keys(members)
        .filter((name) => asking.test(name) && store !== 'idempotency')
        .map((name) => `${store}.${name}`),
    );
    const asked = [...Object.keys(finds), ...Object.keys(lists), ...withoutInstitution].map(
      (name) => name.split(',')[0],
    );
    expect(questions.filter((question) => !asked.includes(question))).toEqual([]);
  });

  test.each(Object.entries(finds))('%s finds nothing', async (_name, ask) => {
    expect(await ask(stores, theirs, 'us')).toBeUndefined();
    expect(await ask(stores, theirs, 'theirs'), 'but is there').toBeDefined();
  });

  test.each(Object.entries(lists))('%s is empty', async (_name, ask) => {
    expect(await ask(stores, theirs, 'us')).toEqual([]);
    expect(await ask(stores, theirs, 'theirs'), 'but is not').not.toEqual([]);
  });

  test('nothing of theirs is changed by us', async () => {
    const { award, learner, microcredential, status, document, lease } = theirs;
    const before = await stores.documents.findCurrent('theirs', document);
    const waiting = { ...document, awardId: 'waiting-award' };
    await stores.awards.revoke('us', award.id, noon);
    await stores.awards.setCertificateToken('us', award.id, 'ours');
    await stores.learners.protect('us', learner.id, true, 'alias');
    await stores.microcredentials.update({ ...microcredential, institutionId: 'us', withdrawnAt: noon });
    await stores.documents.lease('theirs', waiting, lease);
    await stores.documents.release('us', waiting, lease.token, true);
    expect(await stores.documents.store('us', lease.token, signedOf(waiting, 'ours'))).toBe(false);
    expect(await stores.documents.claim('theirs', waiting)).toBeUndefined();
    await stores.documents.release('theirs', waiting, lease.token, true);
    expect(await stores.staff.revokeKey('us', 'their-key', noon)).toBe(false);
    await stores.staff.update({ ...theirs.member, institutionId: 'us', name: 'ours', roles: [] });
    await stores.institutions.updateUnit({ ...theirs.unit, institutionId: 'us', name: { sv: 'ours' } });
    for (const isArchived of [true, false])
      for (const { emptied, deleted } of await stores.erasure.erase('us', learner.id, isArchived))
        expect(emptied + deleted).toBe(0);
    expect(await stores.correctionTasks.finish('us', { resultId: 'their-registered', doneAt: noon })).toBeUndefined();
    const task = await stores.correctionTasks.find('theirs', 'their-task', everyone);
    if (task) await stores.correctionTasks.update({ ...task, institutionId: 'us', grade: 'ours' });
    expect(await stores.correctionTasks.find('theirs', 'their-task', everyone)).toEqual(task);
    expect(task).toMatchObject({ state: 'open', grade: 'VG' });
    expect(await stores.erasure.emptyPastContact('us', '9999-01-01', 10)).toEqual([]);
    await expect(stores.statusLists.set('us', status, 'suspension', true)).rejects.toThrow();

    expect(await stores.staff.find('theirs', theirs.member.id)).toEqual(theirs.member);
    expect(await stores.institutions.units('theirs')).toEqual([theirs.unit]);
    const entry = { award: { ...award, state: 'issued' }, microcredentialSlug: microcredential.slug };
    expect(await stores.awards.find('theirs', award.id, everyone)).toEqual({ ...entry, certificateToken: 'token' });
    expect(await stores.learners.find('theirs', learner.id, everyone)).toEqual(learner);
    expect(await stores.microcredentials.findById('theirs', microcredential.id)).toEqual(microcredential);
    expect(await stores.documents.findCurrent('theirs', document)).toEqual(before);
    const suspended = { listId: status.listId, purpose: 'suspension' } as const;
    expect(await stores.statusLists.setIndexes('theirs', suspended)).toEqual([]);
  });

  test('the same idempotency key of two institutions is two keys', async () => {
    await stores.idempotency.claim('theirs', 'key', 'request', noon, new Date(0));
    const reply = { requestDigest: 'request', body: '{}' };
    await stores.idempotency.remember('theirs', 'key', reply, [theirs.registration.id]);
    expect(await stores.idempotency.claim('us', 'key', 'request', noon, new Date(0))).toBeUndefined();
    // Of somebody with the same ids.
    await stores.idempotency.remember('us', 'key', reply, [theirs.learner.id]);
    expect(await stores.idempotency.forget('theirs', theirs.learner.id)).toBe(1);
    expect(await stores.idempotency.forget('theirs', theirs.learner.id)).toBe(0);
    await stores.idempotency.claim('theirs', 'key', 'request', noon, new Date(0));
    expect(await stores.idempotency.sweep('us', new Date('9999-01-01'))).toBe(1);
    expect(await stores.idempotency.sweep('theirs', noon)).toBe(0);
    expect(await stores.idempotency.sweep('theirs', new Date('9999-01-01'))).toBe(1);
  });

  test('the database itself lets no row point into another institution', async () => {
    const pointing = await foreignKeys(database);
    expect(pointing.length).toBeGreaterThan(25);
    const loose = pointing.filter(
      ({ target, columns }) => target !== 'institution' && !columns.includes('institution_id'),
    );
    expect(loose).toEqual([]);
    await expect(stores.registrations.insert({ ...theirs.registration, id: 'r', institutionId: 'us' })).rejects.toThrow(
      /foreign key/,
    );
  });

  test('every table says which institution a row is of, save those that are of none', async () => {
    const { rows } = await sql<{ name: string }>`
      select t.table_name as name from information_schema.tables t
      where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and not exists (
        select from information_schema.columns c
        where c.table_schema = 'public' and c.table_name = t.table_name and c.column_name = 'institution_id')
      order by 1`.execute(database.db);
    expect(rows.map(({ name }) => name)).toEqual([
      'institution',
      'kysely_migration',
      'kysely_migration_lock',
      'setting',
    ]);
  });
});
