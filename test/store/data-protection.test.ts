import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Stores } from '../../src/services/ports/index.ts';
import { createStores, createTransact } from '../../src/store/index.ts';
import { databases, type Fresh } from '../databases/databases.ts';
import { createAward, createFixture, type Fixture, record } from './fixture.ts';
import {
  decisionOf,
  everyone,
  learnerOf,
  linkOf,
  noon,
  recordOf,
  registeredOf,
  registrationOf,
  taskOf,
} from './records.ts';

const page = await readFile(new URL('../../docs/data-protection.md', import.meta.url), 'utf8');
const section = (title: string): string => page.split(`## ${title}`)[1]?.split('\n## ')[0] ?? '';
const namedIn = (title: string): readonly string[] =>
  section(title)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name ?? ''));

const whereArchived = true;
const whereNot = false;
const erase = ({ db }: Fresh, isArchived: boolean, institution: string, learner: string) =>
  createTransact(db)(async ({ learners, erasure, idempotency }) => {
    await learners.lock(institution, { learner });
    await idempotency.forget(institution, learner);
    return erasure.erase(institution, learner, isArchived);
  });

describe.each(databases)('docs/data-protection.md, on %s,', (_, fresh) => {
  let database: Fresh;
  let stores: Stores;
  let fixture: Fixture;
  const secrets = { givenName: 'Hemlig', familyName: 'Hemlig', birthDate: '1990-01-01', email: 'hemlig@example.org' };
  const secretive = (id: string) => ({
    ...learnerOf('umu', id),
    ...secrets,
    identifiers: [{ kind: 'personnummer' as const, value: 'hemlig' }],
  });

  beforeAll(async () => {
    database = await fresh();
    stores = createStores(database.db);
    fixture = await createFixture(stores, 'umu');
  });
  afterAll(() => database.close());

  test('names every table once, as holding personal data or as holding none', async () => {
    const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(database.db);
    const named = [...namedIn('Tables with personal data'), ...namedIn('Tables with no personal data')];
    expect([...named].sort()).toEqual(rows.map(({ name }) => name).sort());
  });

  test('erases what is not archived, and keeps award, credential and the name on them', async () => {
    const learner = secretive('erased');
    const registration = {
      ...registrationOf(fixture.offering, learner, 'erased'),
      client: { name: 'hemlig' },
      source: 'hemlig',
      externalId: 'hemlig',
    };
    const completion = { ...fixture.completion, id: 'erased', registrationId: 'erased' };
    const status = { ...fixture.award.status, index: 8 };
    const award = {
      ...fixture.award,
      id: 'erased',
      completionId: 'erased',
      learnerId: 'erased',
      decisionId: 'erased',
      status,
    };
    await createTransact(database.db)(async (inside) => {
      await inside.learners.insert(learner);
      await inside.registrations.insert(registration);
      await inside.results.insert(completion);
      await record(inside, recordOf(award, fixture.member.id));
      await inside.awards.setCertificateToken('umu', 'erased', 'hemlig');
      await inside.idempotency.claim('umu', 'key', 'request', noon, new Date(0));
      const reply = { requestDigest: 'request', body: JSON.stringify(learner) };
      await inside.idempotency.remember('umu', 'key', reply, [registration.id]);
    });
    await erase(database, whereArchived, 'umu', 'erased');
    expect(await stores.learners.find('umu', 'erased', everyone)).toStrictEqual(learnerOf('umu', 'erased'));
    expect((await stores.awards.find('umu', 'erased', everyone))?.award).toStrictEqual(award);
    expect(await everyValue(database)).not.toMatch(/hemlig/i);
  });

  test.each([whereArchived, whereNot])(
    'names every table that is gone through, where archived is %s',
    async (isArchived) => {
      const gone = await erase(database, isArchived, 'umu', 'nobody');
      expect(gone.every(({ emptied, deleted }) => emptied + deleted === 0)).toBe(true);
      const written = namedIn('How the operator erases a person');
      expect(gone.map(({ table }) => table).filter((table) => !written.includes(table))).toEqual([]);
      if (!isArchived)
        expect([...gone.map(({ table }) => table), 'idempotency_key'].sort()).toEqual([...written].sort());
    },
  );

  test('deletes a person of whom no result is archived', async () => {
    const learner = secretive('unfinished');
    await stores.learners.insert(learner);
    await stores.registrations.insert(registrationOf(fixture.offering, learner, 'unfinished'));
    await erase(database, whereArchived, 'umu', 'unfinished');
    expect(await everyValue(database)).not.toMatch(/hemlig|unfinished/i);
  });

  test('deletes a person whole where no law says archive, and leaves others be', async () => {
    await createAward(stores, fixture, 'gone');
    const registered = registeredOf('umu', 'gone-registration', 'gone-registered');
    await stores.results.insert({ ...registered, passed: false });
    await stores.correctionTasks.insert(taskOf(registered, 'gone-task'));
    const run = { institutionId: 'umu', id: 'run', decisionId: 'of-run', seesProtected: true, createdAt: noon };
    const row = { position: 0, completionId: 'gone-completion', awardId: 'gone-award' };
    const event = { institutionId: 'umu', at: noon, actor: 'operator', action: 'tested', subjects: ['a'], detail: {} };
    await stores.awardRuns.insert(run, decisionOf('umu', 'of-run', fixture.member.id), [row], linkOf(event));
    await erase(database, whereNot, 'umu', 'gone-learner');
    expect(await everyValue(database)).not.toMatch(/gone-|Märta Ålöf gone/);
    expect((await stores.awards.find('umu', fixture.award.id, everyone))?.award).toStrictEqual(fixture.award);
  });
});

/** All that stands in the database, as one text to search. */
async function everyValue({ db }: Fresh): Promise<string> {
  const tables = [...namedIn('Tables with personal data'), ...namedIn('Tables with no personal data')];
  const contents = [];
  for (const table of tables) contents.push((await sql`select * from ${sql.table(table)}`.execute(db)).rows);
  return JSON.stringify(contents);
}
