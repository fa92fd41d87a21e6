import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Stores } from '../../src/services/ports/index.ts';
import { createStores } from '../../src/store/index.ts';
import { databases, type Fresh } from '../databases/databases.ts';
import { foreignKeys } from './foreign-keys.ts';
import { createFixture, type Fixture } from './fixture.ts';
import { finds, lists, page, withoutInstitution } from './questions.ts';
import { everyone, noon, signatureOf, signedOf } from './records.ts';
import { fillTheirs } from './theirs.ts';

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
      /^(find|list|lock|courses$|ofOwner$|behind$|ofRegistration$|counts$|isAwarded$|units$|versions$|catalogue$|current$|publication$|setIndexes$|facts$|place$|seen$|rows$|hostsOf$|ids$|waiting$|accepted$|hostOf$|isAwardedByAnother$)|^claim(Next)?$/;
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
    const run = { ...theirs.offering, institutionId: 'us' };
    await expect(stores.offerings.replace(run)).rejects.toThrow(/foreign key/);
    await stores.offerings.cancel({ ...run, cancelledAt: noon, cancelReason: { sv: 'ours' } });
    await stores.documents.lease('theirs', waiting, lease);
    await stores.documents.release('us', waiting, lease.token, true);
    const signature = signatureOf(lease, 'us', lease.token, signedOf(waiting, 'ours'));
    expect(await stores.documents.store('us', [signature])).toEqual(['key-retired']);
    expect(await stores.documents.claim('theirs', waiting)).toBeUndefined();
    await stores.documents.release('theirs', waiting, lease.token, true);
    await stores.awardRuns.settle('us', 'their-run', [
      {
        position: 0,
        awardId: 'ours',
        outcome: 'refused',
        refusal: { code: 'not-found', detail: 'ours', violations: [] },
      },
    ]);
    await stores.awardRuns.finish('us', 'their-run', noon);
    expect(await stores.awardRuns.find('theirs', 'their-run')).toMatchObject({ counts: { waiting: 1 } });
    expect(await stores.awardRuns.unfinished(9)).toHaveLength(1);
    expect(await stores.staff.revokeKey('us', 'their-key', noon)).toBe(false);
    await stores.staff.update({ ...theirs.member, institutionId: 'us', name: 'ours', roles: [] });
    await stores.institutions.updateUnit({ ...theirs.unit, institutionId: 'us', name: { sv: 'ours' } });
    for (const isArchived of [true, false])
      for (const { emptied, deleted } of await stores.erasure.erase('us', learner.id, isArchived))
        expect(emptied + deleted).toBe(0);
    for (const isArchived of [true, false])
      for (const { emptied, deleted } of await stores.erasure.eraseAwards('us', 'host', 'host-learner', isArchived))
        expect(emptied + deleted).toBe(0);
    expect(await stores.correctionTasks.finish('us', { resultId: 'their-registered', doneAt: noon })).toBeUndefined();
    const task = await stores.correctionTasks.find('theirs', 'their-task', everyone);
    if (task) await stores.correctionTasks.update({ ...task, institutionId: 'us', grade: 'ours' });
    expect(await stores.correctionTasks.find('theirs', 'their-task', everyone)).toEqual(task);
    expect(task).toMatchObject({ state: 'open', grade: 'VG' });
    expect(await stores.erasure.emptyPastContact('us', '9999-01-01', 10)).toEqual([]);
    await expect(stores.statusLists.set('us', status, 'suspension', true)).rejects.toThrow();
    expect(await stores.signingKeys.retire('us', theirs.signingKey.id, noon)).toBe(false);
    expect(await stores.signingKeys.revoke('us', theirs.signingKey.id, noon, noon)).toBe(false);
    await stores.signingKeys.setCertificates('us', theirs.signingKey.id, 'ours');
    expect(await stores.signingKeys.list('theirs')).toEqual([theirs.signingKey]);

    expect(await stores.staff.find('theirs', theirs.member.id)).toEqual(theirs.member);
    expect(await stores.institutions.units('theirs')).toEqual([theirs.unit]);
    const parties = { issuer: 'theirs', host: 'theirs', owner: 'theirs' };
    const entry = { award: { ...award, state: 'issued' }, parties, microcredentialSlug: microcredential.slug };
    expect(await stores.awards.find('theirs', award.id, everyone)).toEqual({ ...entry, certificateToken: 'token' });
    expect(await stores.learners.find('theirs', learner.id, everyone)).toEqual(learner);
    expect(await stores.microcredentials.findById('theirs', microcredential.id)).toEqual(microcredential);
    expect(await stores.offerings.find('theirs', theirs.offering.id)).toEqual(theirs.offering);
    expect(await stores.documents.findCurrent('theirs', document)).toEqual(before);
    const suspended = { listId: status.listId, purpose: 'suspension' } as const;
    expect(await stores.statusLists.setIndexes('theirs', suspended)).toEqual([]);
  });

  test('the host sees what the owner awarded to its people, and the owner nothing else of them', async () => {
    expect(await stores.erasure.isAwardedByAnother('host', 'host-learner')).toBe(true);
    expect(await stores.erasure.isAwardedByAnother('theirs', theirs.learner.id)).toBe(false);
    expect((await stores.awards.list('host', page, everyone, 'others')).items.map(({ award }) => award.id)).toEqual([
      'hosted-award',
    ]);
    expect((await stores.awards.list('host', page, everyone)).items).toEqual([]);
    expect((await stores.awards.list('theirs', page, everyone, 'others')).items).toEqual([]);
    expect(await stores.awards.waiting('host', page, everyone)).toEqual({ items: [] });
    for (const find of [
      stores.learners.find('theirs', 'host-learner', everyone),
      stores.results.find('theirs', 'waiting-at-host', everyone),
      stores.registrations.find('theirs', 'waiting-at-host', everyone),
      stores.offerings.find('theirs', 'at-host'),
    ])
      expect(await find).toBeUndefined();
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
    // Into another only by a column that says so: whose course it is, or whose people.
    const loose = pointing.filter(
      ({ target, columns }) => target !== 'institution' && !columns.includes('institution_id'),
    );
    const byName = ({ columns }: (typeof loose)[number]) =>
      columns.find((column) => /^(owner|host|partner)_id$/.test(column));
    expect(loose.map((one) => `${one.target}: ${byName(one)}`).sort()).toEqual([
      'decision: partner_id',
      'learner: host_id',
      'microcredential: owner_id',
      'microcredential_version: owner_id',
      'microcredential_version: owner_id',
      'result: host_id',
    ]);
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
