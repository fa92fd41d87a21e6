import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Draft, Microcredential } from '../../src/domain/catalogue/microcredential.ts';
import { createStores, createTransact } from '../../src/store/index.ts';
import { databases, type Fresh } from '../databases/databases.ts';
import {
  linkedData,
  at,
  content,
  createWorld,
  decisionOf,
  everyone,
  hash,
  learnerOf,
  noon,
  offeringOf,
  registrationOf,
  signedOf,
  type World,
} from './world.ts';

/** Deep equality that tells an absent member from an undefined one. */
const same = (found: unknown, written: unknown) => expect(found).toStrictEqual(written);

describe.each(databases)('what is written is read back the same, on %s', (_, fresh) => {
  let database: Fresh;
  let stores: ReturnType<typeof createStores>;
  let world: World;

  beforeAll(async () => {
    database = await fresh();
    stores = createStores(database.db);
    world = await createWorld(stores, 'umu');
  });
  afterAll(() => database.close());

  test('institutions, by slug, by id and in a list', async () => {
    const foundation = {
      ...world.institution,
      id: 'chalmers',
      slug: 'chalmers',
      kind: 'foundation' as const,
      homepage: 'https://chalmers.example',
      accent: '#00ACff',
    };
    await stores.institutions.insert(foundation);
    same(await stores.institutions.find('chalmers'), foundation);
    same(await stores.institutions.get('umu'), world.institution);
    same(await stores.institutions.list(), [foundation, world.institution]);
    await expect(stores.institutions.get('nowhere')).rejects.toMatchObject({ code: 'institution-not-found' });
  });

  test('units', async () => {
    same(await stores.institutions.findUnit('umu', 'TEK'), world.unit);
    same(await stores.institutions.units('umu'), [world.unit]);
  });

  test('staff, and when they left', async () => {
    const gone = { ...world.member, id: 'gone', roles: [], endedAt: noon };
    await stores.staff.insert(gone, at('2026-03-02T00:00:00Z'));
    same(await stores.staff.find('umu', 'gone'), gone);
    same(await stores.staff.list('umu'), [world.member, gone]);
  });

  test('the actor behind a key: a person with their roles, a machine with its own', async () => {
    const key = { institutionId: 'umu', createdAt: noon };
    await stores.staff.insertKey({ ...key, id: 'k1', hash: hash('person'), staffMemberId: world.member.id });
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
      id: world.member.id,
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
    await stores.staff.insert({ ...world.member, id: 'left', endedAt: noon }, noon);
    await stores.staff.insertKey({ ...key, id: 'k3', hash: hash('of who left'), staffMemberId: 'left' });
    await stores.staff.insertKey({ ...key, id: 'k4', hash: hash('revoked'), staffMemberId: world.member.id });
    expect(await stores.staff.revokeKey('umu', 'k4', noon)).toBe(true);
    expect(await stores.staff.revokeKey('umu', 'k4', noon)).toBe(false);
    expect(await stores.staff.revokeKey('umu', 'nonsense', noon)).toBe(false);
    expect(await stores.staff.findActor(hash('of who left'))).toBeUndefined();
    expect(await stores.staff.findActor(hash('revoked'))).toBeUndefined();
    expect(await stores.staff.findActor(hash('unknown'))).toBeUndefined();
  });

  test('micro-credentials with and without a draft', async () => {
    const draft: Draft = { content: {}, state: 'draft', revision: 1, editors: [world.member.id], updatedAt: noon };
    const first: Microcredential = { id: 'm1', institutionId: 'umu', slug: 'm1', createdAt: noon, draft };
    await stores.microcredentials.insert(first);
    same(await stores.microcredentials.find('umu', 'm1'), first);

    const fuller: Microcredential = {
      ...first,
      ownerUnitId: world.unit.id,
      reviewBy: '2027-01-31',
      draft: { ...draft, content, state: 'in-review', revision: 2, editors: [], returnedNote: 'Skriv mer.' },
    };
    await stores.microcredentials.update(fuller);
    same(await stores.microcredentials.findById('umu', 'm1'), fuller);

    const { draft: _, ...withdrawn } = { ...first, withdrawnAt: noon };
    await stores.microcredentials.update(withdrawn);
    same(await createTransact(database.db)((inside) => inside.microcredentials.lock('umu', 'm1')), withdrawn);
  });

  test('micro-credentials by state', async () => {
    const draft: Draft = { content: {}, state: 'approved', revision: 1, editors: [], updatedAt: noon };
    await stores.microcredentials.insert({ id: 's1', institutionId: 'umu', slug: 's1', createdAt: noon, draft });
    await stores.microcredentials.insert({ id: 's2', institutionId: 'umu', slug: 's2', createdAt: noon });
    await stores.microcredentials.insert({
      id: 's3',
      institutionId: 'umu',
      slug: 's3',
      createdAt: noon,
      draft,
      withdrawnAt: noon,
    });
    const slugs = async (
      ...state: Parameters<typeof stores.microcredentials.list> extends [unknown, unknown, ...infer S] ? S : never
    ) => (await stores.microcredentials.list('umu', { limit: 50 }, ...state)).items.map(({ slug }) => slug);
    await stores.microcredentials.update({ ...world.microcredential, draft });
    // A next version under way is found by its own state, though an earlier one is published.
    expect(await slugs('approved')).toEqual(expect.arrayContaining(['s1', 'vatten']));
    expect(await slugs('draft')).toEqual(['s2']);
    expect(await slugs('withdrawn')).toContain('s3');
    expect(await slugs('published')).toEqual(['vatten']);
    await stores.microcredentials.update(world.microcredential);
    expect(await slugs()).toEqual(expect.arrayContaining(['s1', 's2', 's3', 'vatten']));
  });

  test('versions, to the byte', async () => {
    same(await stores.microcredentials.findVersion('umu', world.microcredential.id, 1), world.version);
    const { document: _, ...listed } = world.version;
    same(await stores.microcredentials.versions('umu', world.microcredential.id), [listed]);
    same(await stores.microcredentials.catalogue({ limit: 5 }), {
      items: [{ institution: world.institution, microcredentialSlug: 'vatten', version: listed }],
    });
    same(await stores.microcredentials.linkedData('umu', world.microcredential.id, 1), linkedData);
    same(await stores.microcredentials.linkedData('chalmers', world.microcredential.id, 1), undefined);
    same(await stores.microcredentials.linkedData('umu', world.microcredential.id, 2), undefined);
  });

  test('the catalogue shows the newest version alone, and nothing withdrawn', async () => {
    const microcredential: Microcredential = { id: 'c1', institutionId: 'umu', slug: 'c1', createdAt: noon };
    await stores.microcredentials.insert(microcredential);
    const later = { ...world.version, microcredentialId: 'c1', publishedAt: at('2026-04-01T00:00:00Z') };
    await stores.microcredentials.insertVersion({ ...later, id: 'c1-1' }, linkedData);
    await stores.microcredentials.insertVersion({ ...later, id: 'c1-2', number: 2 }, linkedData);
    const listed = async () =>
      (await stores.microcredentials.catalogue({ limit: 5 }, 'umu')).items.map(({ version }) => version.id);
    await stores.microcredentials.update({ ...microcredential, publishedVersion: 2 });
    expect(await listed()).toEqual(['c1-2', 'umu-version']);
    await stores.microcredentials.update({ ...microcredential, publishedVersion: 2, withdrawnAt: noon });
    expect(await listed()).toEqual(['umu-version']);
    expect((await stores.microcredentials.catalogue({ limit: 5 }, 'chalmers')).items).toEqual([]);
  });

  test('offerings, bare and full', async () => {
    same(await stores.offerings.find('umu', world.offering.id), world.offering);
    const full = {
      ...offeringOf(world.version, 'o2'),
      pace: 50,
      places: 30,
      location: { sv: 'Umeå' },
      learningCentre: 'Lärcentrum Lycksele',
      fee: { amount: 1250.5, currency: 'SEK' as const },
      applyBy: '2026-01-02',
      cancelledAt: noon,
    };
    await stores.offerings.insert(full);
    same(await stores.offerings.find('umu', 'o2'), full);
  });

  test('learners, bare and full, with their identifiers in order', async () => {
    same(await stores.learners.find('umu', world.learner.id, everyone), world.learner);
    const full = {
      ...learnerOf('umu', 'l2'),
      givenName: 'Åsa',
      familyName: 'Öberg',
      birthDate: '1990-02-28',
      email: 'asa@example.org',
      alias: 'Person 7',
      identifiers: [
        { kind: 'student-number' as const, value: '7', from: '2020-01-01', to: '2021-01-01' },
        { kind: 'personnummer' as const, value: '19900228-1234' },
      ],
    };
    await stores.learners.insert(full);
    same(await stores.learners.find('umu', 'l2', everyone), full);
  });

  test('registrations, bare and full, also by where they came from', async () => {
    same(await stores.registrations.find('umu', world.registration.id, everyone), world.registration);
    const learner = learnerOf('umu', 'l3');
    const full = {
      ...registrationOf(world.offering, learner, 'r3'),
      client: { name: 'Umeå kommun', organisationNumber: '212000-2627' },
      source: 'ladok',
      externalId: '42',
    };
    await stores.learners.insert(learner);
    await stores.registrations.insert(full);
    same(await stores.registrations.find('umu', 'r3', everyone), full);
    same(await stores.registrations.findBySource('umu', 'ladok', '42'), full);
    expect(await stores.registrations.findBySource('umu', 'ladok', '43')).toBeUndefined();
  });

  test('results', async () => {
    same(await stores.results.find('umu', world.completion.id, everyone), world.completion);
    same(await stores.results.list('umu', { limit: 5 }, everyone), { items: [world.completion] });
  });

  test('results, and what corrects them', async () => {
    const learner = learnerOf('umu', 'examined');
    await stores.learners.insert(learner);
    await stores.registrations.insert(registrationOf(world.offering, learner, 'examined'));
    const base = { ...world.completion, registrationId: 'examined' };
    const failed = { ...base, id: 'r1', grade: 'U', passed: false };
    const passed = { ...base, id: 'r2', createdAt: at('2026-03-02T00:00:00Z') };
    const mended = { ...passed, id: 'r3', corrects: 'r2', createdAt: at('2026-03-03T00:00:00Z') };
    await createTransact(database.db)(async ({ results }) => {
      for (const result of [failed, passed, mended]) await results.insert(result);
    });
    same(await stores.results.ofRegistration('umu', 'examined'), [failed, { ...passed, correctedBy: 'r3' }, mended]);
    same(await stores.results.find('umu', 'r2', everyone), { ...passed, correctedBy: 'r3' });
    expect(await stores.results.ofRegistration('umu', 'nobody')).toEqual([]);
    expect(await stores.results.isAwarded('umu', 'r3')).toBe(false);
    expect(await stores.results.isAwarded('umu', world.completion.id)).toBe(true);
  });

  test('awards, through their life', async () => {
    const { award, document, lease } = world;
    const entry = { award, microcredentialSlug: world.microcredential.slug };
    same(await stores.awards.find('umu', award.id, everyone), entry);
    expect(await stores.documents.store('umu', lease.token, signedOf(document, 'signed'))).toBe(true);
    same(await createTransact(database.db)((inside) => inside.awards.lock('umu', award.id, everyone)), {
      ...entry,
      award: { ...award, state: 'issued' },
    });
    await stores.awards.revoke('umu', award.id, noon);
    const revoked = { ...entry, award: { ...award, state: 'revoked', revokedAt: noon } };
    same(await stores.awards.findPublic(award.id), { ...revoked, isProtected: false });
    same(await stores.awards.list('umu', { limit: 5 }, everyone), { items: [revoked] });
  });

  test('all that an award rests on, in one question', async () => {
    const { completion, learner, version, signingKey, microcredential } = world;
    const identified = {
      ...learner,
      identifiers: [
        { kind: 'eppn', value: '1' },
        { kind: 'other', value: '2' },
      ],
    };
    await stores.learners.update(identified as never);
    same(await stores.awards.facts('umu', completion.id, 'Ed25519', everyone), {
      completion,
      learner: { id: learner.id, nameAsAwarded: learner.nameAsAwarded, identifiers: identified.identifiers },
      microcredentialSlug: microcredential.slug,
      version,
      key: signingKey,
    });
    expect(await stores.awards.facts('umu', completion.id, 'another', everyone)).not.toHaveProperty('key');
    await stores.learners.update(learner);
  });

  test('a certificate page is found by its token while it is on', async () => {
    const token = async () => (await stores.awards.find('umu', world.award.id, everyone))?.certificateToken;
    expect(await token()).toBeUndefined();
    await stores.awards.setCertificateToken('umu', world.award.id, 'unguessable');
    expect(await token()).toBe('unguessable');
    const { items } = await stores.awards.list('umu', { limit: 5 }, everyone);
    expect(items).toMatchObject([{ certificateToken: 'unguessable' }]);
    expect(await stores.awards.findByCertificateToken('unguessable')).toMatchObject({ award: { id: world.award.id } });
    await stores.awards.setCertificateToken('umu', world.award.id, undefined);
    expect(await stores.awards.findByCertificateToken('unguessable')).toBeUndefined();
  });

  test('signing keys: all of them oldest first, and the newest in force', async () => {
    const next = { ...world.signingKey, id: 'k-2', publicKey: 'z6MkNext', createdAt: at('2026-04-01T00:00:00Z') };
    const retired = {
      ...next,
      id: 'k-3',
      publicKey: 'z6MkRetired',
      createdAt: at('2026-05-01T00:00:00Z'),
      retiredAt: noon,
    };
    await stores.signingKeys.insert(retired);
    await stores.signingKeys.insert(next);
    same(await stores.signingKeys.list('umu'), [world.signingKey, next, retired]);
    same(await stores.signingKeys.current('umu', 'Ed25519'), next);
    expect(await stores.signingKeys.current('umu', 'another')).toBeUndefined();
    expect(await Promise.all([next, retired].map(({ id }) => stores.signingKeys.lockUsable('umu', id)))).toEqual([
      true,
      false,
    ]);
  });

  test('decisions, bare and full', async () => {
    same(await stores.decisions.find('umu', world.decision.id), world.decision);
    const full = {
      ...decisionOf('umu', 'd2', world.member.id),
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
