import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStores } from '../../../src/store/index.ts';
import { databases, type Fresh } from '../../databases/databases.ts';
import { at, decisionOf, hash, noon } from '../records.ts';
import { createFixture, type Fixture } from '../fixture.ts';

/** Deep equality that tells an absent member from an undefined one. */
const same = (found: unknown, written: unknown) => expect(found).toStrictEqual(written);

describe.each(databases)('what is written is read back the same, on %s', (_, fresh) => {
  let database: Fresh;
  let stores: ReturnType<typeof createStores>;
  let fixture: Fixture;

  beforeAll(async () => {
    database = await fresh();
    stores = createStores(database.db);
    fixture = await createFixture(stores, 'umu');
  });
  afterAll(() => database.close());

  test('institutions, by slug, by id and in a list', async () => {
    const foundation = {
      ...fixture.institution,
      id: 'chalmers',
      slug: 'chalmers',
      kind: 'foundation' as const,
      courseCertificate: 'here' as const,
      archiveClasses: { award: { code: '3.3', text: 'Intyg', years: 50 } },
      identifiers: [
        { kind: 'organisation-number' as const, value: '999999-9999' },
        { kind: 'pic' as const, value: '999999999' },
      ],
      homepage: 'https://chalmers.example',
      accent: '#00ACff',
    };
    await stores.institutions.insert(foundation);
    same(await stores.institutions.find('chalmers'), foundation);
    same(await stores.institutions.get('umu'), fixture.institution);
    same(await stores.institutions.list(), [foundation, fixture.institution]);
    await expect(stores.institutions.get('nowhere')).rejects.toMatchObject({ code: 'institution-not-found' });
  });

  test('units', async () => {
    same(await stores.institutions.findUnit('umu', 'TEK'), fixture.unit);
    same(await stores.institutions.units('umu'), [fixture.unit]);
  });

  test('staff, and when they left', async () => {
    const gone = { ...fixture.member, id: 'gone', roles: [], endedAt: noon };
    await stores.staff.insert(gone, at('2026-03-02T00:00:00Z'));
    same(await stores.staff.find('umu', 'gone'), gone);
    same(await stores.staff.list('umu'), [fixture.member, gone]);
  });

  test('the actor behind a key: a person with their roles, a machine with its own', async () => {
    const key = { institutionId: 'umu', createdAt: noon };
    await stores.staff.insertKey({ ...key, id: 'k1', hash: hash('person'), staffMemberId: fixture.member.id });
    await stores.staff.insertKey({
      ...key,
      id: 'k2',
      hash: hash('machine'),
      clientName: 'Ladok',
      roles: ['registrar'],
    });
    same(await stores.staff.findActor(hash('person')), {
      institutionId: 'umu',
      keyId: 'k1',
      kind: 'staff',
      id: fixture.member.id,
      roles: ['issuer'],
    });
    same(await stores.staff.findActor(hash('machine')), {
      institutionId: 'umu',
      keyId: 'k2',
      kind: 'machine',
      id: 'k2',
      roles: ['registrar'],
    });
  });

  test('no actor behind a key that is unknown or revoked, or whose person has left', async () => {
    const key = { institutionId: 'umu', createdAt: noon };
    await stores.staff.insert({ ...fixture.member, id: 'left', endedAt: noon }, noon);
    await stores.staff.insertKey({ ...key, id: 'k3', hash: hash('of who left'), staffMemberId: 'left' });
    await stores.staff.insertKey({ ...key, id: 'k4', hash: hash('revoked'), staffMemberId: fixture.member.id });
    expect(await stores.staff.revokeKey('umu', 'k4', noon)).toBe(true);
    expect(await stores.staff.revokeKey('umu', 'k4', noon)).toBe(false);
    expect(await stores.staff.revokeKey('umu', 'nonsense', noon)).toBe(false);
    expect(await stores.staff.findActor(hash('of who left'))).toBeUndefined();
    expect(await stores.staff.findActor(hash('revoked'))).toBeUndefined();
    expect(await stores.staff.findActor(hash('unknown'))).toBeUndefined();
  });

  test('signing keys: all of them oldest first, and the newest in force', async () => {
    const next = { ...fixture.signingKey, id: 'k-2', publicKey: 'z6MkNext', createdAt: at('2026-04-01T00:00:00Z') };
    const retired = {
      ...next,
      id: 'k-3',
      publicKey: 'z6MkRetired',
      createdAt: at('2026-05-01T00:00:00Z'),
      retiredAt: noon,
    };
    await stores.signingKeys.insert(retired);
    await stores.signingKeys.insert(next);
    same(await stores.signingKeys.list('umu'), [fixture.signingKey, next, retired]);
    same(await stores.signingKeys.ofInstitutionCalled('umu'), [fixture.signingKey, next, retired]);
    expect(await stores.signingKeys.ofInstitutionCalled('nowhere')).toBeUndefined();
    same(await stores.signingKeys.current('umu', 'Ed25519', 'credentials'), next);
    expect(await stores.signingKeys.current('umu', 'another', 'credentials')).toBeUndefined();
    expect(await Promise.all([next, retired].map(({ id }) => stores.signingKeys.lockUsable('umu', id)))).toEqual([
      true,
      false,
    ]);
  });

  test('decisions, bare and full', async () => {
    same(await stores.decisions.find('umu', fixture.decision.id), fixture.decision);
    const full = {
      ...decisionOf('umu', 'd2', fixture.member.id),
      capacity: 'examiner',
      body: 'Nämnden',
      caseNumber: 'FS 1.2-3',
    };
    await stores.decisions.insert(full);
    same(await stores.decisions.find('umu', 'd2'), full);
  });

  test('settings: what was written first stands', async () => {
    expect(await stores.settings.get('salt')).toBeUndefined();
    expect(await stores.settings.keep('salt', 'first')).toBe('first');
    expect(await stores.settings.keep('salt', 'second')).toBe('first');
    expect(await stores.settings.get('salt')).toBe('first');
  });
});
