import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DomainError, type ErrorCode } from '../../../src/domain/shared/errors.ts';
import type { Stores } from '../../../src/services/ports/index.ts';
import { spoken } from '../../../src/store/connection/refusals.ts';
import { createStores, createTransact } from '../../../src/store/index.ts';
import { databases, type Fresh } from '../../databases/databases.ts';
import { at, everyone, linkedData, noon, recordOf } from '../records.ts';
import { createAward, createFixture, type Fixture, record } from '../fixture.ts';

type Write = (stores: Stores, fixture: Fixture) => Promise<unknown>;
const second: readonly (readonly [string, ErrorCode, Write])[] = [
  [
    'institution with the same slug',
    'already-exists',
    (stores, { institution }) => stores.institutions.insert({ ...institution, id: 'x' }),
  ],
  [
    'unit with the same code',
    'already-exists',
    (stores, { unit }) => stores.institutions.insertUnit({ ...unit, id: 'x' }),
  ],
  [
    'micro-credential with the same slug',
    'already-exists',
    (stores, { microcredential: { publishedVersion: _, ...plain } }) =>
      stores.microcredentials.insert({ ...plain, id: 'x' }),
  ],
  [
    'version with the same number',
    'already-exists',
    (stores, { version }) => stores.microcredentials.insertVersion({ ...version, id: 'x' }, linkedData),
  ],
  [
    'registration of the same person',
    'already-exists',
    (stores, { registration }) => stores.registrations.insert({ ...registration, id: 'x' }),
  ],
  [
    'completion of the same registration',
    'already-completed',
    (stores, { completion }) => stores.results.insert({ ...completion, id: 'x' }),
  ],
  [
    'completion of the same registration, which corrects a fail',
    'already-completed',
    (stores, { completion }) => stores.results.insert({ ...completion, id: 'x', corrects: 'umu-failed' }),
  ],
  [
    'correction of the same result',
    'already-corrected',
    (stores, { completion }) => stores.results.insert({ ...completion, id: 'x', corrects: 'umu-mistyped' }),
  ],
  [
    'award of the same completion',
    'already-awarded',
    (stores, { award, member }) =>
      record(
        stores,
        recordOf({ ...award, id: 'x', decisionId: 'x', status: { ...award.status, index: 8 } }, member.id),
      ),
  ],
];

describe.each(databases)('the store refuses, on %s,', (_, fresh) => {
  let database: Fresh;
  let stores: Stores;
  let fixture: Fixture;

  beforeAll(async () => {
    database = await fresh();
    stores = createStores(database.db);
    fixture = await createFixture(stores, 'umu');
    const failed = { ...fixture.completion, grade: 'U', passed: false };
    for (const id of ['umu-failed', 'umu-mistyped']) await stores.results.insert({ ...failed, id });
    await createTransact(database.db)((inside) =>
      inside.results.insert({ ...failed, id: 'umu-mended', corrects: 'umu-mistyped' }),
    );
  });
  afterAll(() => database.close());

  test.each(second)('a second %s: %s', async (_name, code, write) => {
    const refused = await createTransact(database.db)((inside) => write(inside, fixture)).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(DomainError);
    expect(refused).toMatchObject({ code });
  });

  test('a correction that has no place, and its transaction goes on as if it had not been tried', async () => {
    const { registrationId } = fixture.completion;
    const before = await stores.results.ofRegistration('umu', registrationId);
    const fourth = { ...fixture.completion, id: 'umu-fourth', grade: 'U', passed: false, createdAt: at('2026-03-02') };
    await createTransact(database.db)(async ({ results }) => {
      const correction = { ...fixture.completion, id: 'x', corrects: 'umu-failed' };
      await expect(results.insert(correction)).rejects.toMatchObject({ code: 'already-completed' });
      await results.insert(fourth);
    });
    expect(await stores.results.ofRegistration('umu', registrationId)).toEqual([...before, fourth]);
  });

  test('a correction across registrations or institutions', async () => {
    const theirs = await createAward(stores, fixture, 'other');
    const correction = { ...fixture.completion, passed: false, id: 'x', corrects: theirs.completionId };
    const write = createTransact(database.db)(({ results }) => results.insert(correction));
    await expect(write).rejects.toMatchObject({ code: 'already-corrected' });
    expect(await stores.results.find('umu', theirs.completionId, everyone)).not.toHaveProperty('correctedBy');
  });

  test('two registrations from the same source and external id', async () => {
    const sent = { ...fixture.registration, source: 'ladok', externalId: '1' };
    for (const id of ['a', 'b']) {
      await stores.learners.insert({ ...fixture.learner, id });
      const write = stores.registrations.insert({ ...sent, id, learnerId: id });
      if (id === 'a') await write;
      else await expect(write).rejects.toMatchObject({ code: 'already-exists' });
    }
  });

  test('one status index for two awards: nothing is written of the second, nor its decision', async () => {
    const { decision, ...again } = recordOf(
      { ...fixture.award, id: 'y', decisionId: 'y', completionId: 'another' },
      fixture.member.id,
    );
    const { sequence } = await stores.audit.head('umu');
    expect(await stores.awards.record('umu', [decision], [again])).toEqual([]);
    expect(await stores.decisions.find('umu', 'y')).toBeUndefined();
    expect(await stores.audit.head('umu')).toMatchObject({ sequence });
  });

  test('text that no PostgreSQL can hold', async () => {
    const refused = { code: 'malformed-request' };
    await expect(
      stores.learners.insert({ ...fixture.learner, id: 'nul', nameAsAwarded: 'A\u0000' }),
    ).rejects.toMatchObject(refused);
    await expect(stores.learners.find('umu', '\u0000', everyone)).rejects.toMatchObject(refused);
    const draft = {
      content: { title: { sv: '\u0000' } },
      state: 'draft' as const,
      revision: 1,
      editors: [],
      updatedAt: noon,
    };
    await expect(
      stores.microcredentials.insert({ id: 'nul', institutionId: 'umu', slug: 'nul', createdAt: noon, draft }),
    ).rejects.toMatchObject(refused);
    const lone = { ...draft, content: { title: { sv: '\ud800' } } };
    await expect(
      stores.microcredentials.insert({ id: 'nul', institutionId: 'umu', slug: 'nul', createdAt: noon, draft: lone }),
    ).rejects.toMatchObject(refused);
  });

  test('dates that are none', async () => {
    await expect(stores.learners.insert({ ...fixture.learner, id: 'd', birthDate: '1 May' })).rejects.toThrow(
      /calendar_date/,
    );
    await expect(stores.offerings.insert({ ...fixture.offering, id: 'd', endDate: '2020-01-01' })).rejects.toThrow(
      /check constraint/,
    );
  });

  test('and undoes all of a transaction that throws', async () => {
    const transact = createTransact(database.db);
    const failing = transact(async (inside) => {
      await inside.learners.insert({ ...fixture.learner, id: 'undone', identifiers: [{ kind: 'other', value: '1' }] });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await stores.learners.find('umu', 'undone', everyone)).toBeUndefined();
    expect(await transact(() => Promise.resolve(7))).toBe(7);
  });

  test('an act whose decision is nowhere, at the end of the transaction', async () => {
    const microcredential = { id: 'm', institutionId: 'umu', slug: 'm', createdAt: noon };
    await stores.microcredentials.insert(microcredential);
    const publish = createTransact(database.db)((inside) =>
      inside.microcredentials.insertVersion(
        { ...fixture.version, id: 'v', microcredentialId: 'm', decisionId: 'nowhere' },
        linkedData,
      ),
    );
    await expect(publish).rejects.toThrow(/foreign key/);
  });
});

describe('what a broken connection says', () => {
  const broken = (message: string, code?: string) =>
    Object.assign(new Error(message), code === undefined ? {} : { code });

  test.each([
    ['57P01', broken('terminating connection due to administrator command', '57P01')],
    ['57P03', broken('the database system is starting up', '57P03')],
    ['08006', broken('connection failure', '08006')],
    ['ECONNREFUSED', broken('connect ECONNREFUSED 127.0.0.1:5432', 'ECONNREFUSED')],
    ['ECONNRESET', broken('read ECONNRESET', 'ECONNRESET')],
    ['a name that is not found', broken('getaddrinfo ENOTFOUND db', 'ENOTFOUND')],
    ['a closed socket', broken('Connection terminated unexpectedly')],
    ['a closed client', broken('Client has encountered a connection error and is not queryable')],
  ])('is that the database does not answer: %s', (_, cause) => {
    expect(spoken(cause)).toMatchObject({ code: 'unavailable', cause });
  });

  test.each([
    ['a table that is missing', broken('relation "x" does not exist', '42P01')],
    ['a fault of ours', new TypeError('Client of nothing')],
    ['a file that is missing', broken('ENOENT: no such file', 'ENOENT')],
    ['what others wrote', broken('The Connection terminated unexpectedly', '22000')],
  ])('and nothing else is: %s', (_, cause) => {
    expect(spoken(cause)).toBe(cause);
  });
});
