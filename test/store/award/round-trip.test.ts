import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStores, createTransact } from '../../../src/store/index.ts';
import { databases, type Fresh } from '../../databases/databases.ts';
import { createFixture, type Fixture } from '../fixture.ts';
import { everyone, noon, signatureOf, signedOf } from '../records.ts';

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

  test('awards, through their life', async () => {
    const { award, document, lease } = fixture;
    const parties = { issuer: 'umu', host: 'umu', owner: 'umu' };
    const entry = { award, parties, microcredentialSlug: fixture.microcredential.slug };
    same(await stores.awards.find('umu', award.id, everyone), entry);
    const signature = signatureOf(lease, 'umu', lease.token, signedOf(document, 'signed'));
    expect(await stores.documents.store('umu', [signature])).toEqual(['stored']);
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
    const { completion, learner, version, signingKey, microcredential, registration } = fixture;
    const identified = {
      ...learner,
      identifiers: [
        { kind: 'eppn', value: '1' },
        { kind: 'other', value: '2' },
      ],
    };
    await stores.learners.update(identified as never);
    const place = { drawn: [7, 70, 700], wanted: 2 };
    const asked = { hostId: 'umu', completionIds: [completion.id], keyAlgorithm: 'Ed25519', issuerId: 'umu', place };
    const { facts, ...found } = await stores.awards.facts(asked, everyone);
    const { listId, listNumber } = fixture.status;
    same(found, { place: { listId, listNumber, isFull: false, isPublished: false, free: [70, 700] } });
    same(facts[0], {
      completion,
      learner: { id: learner.id, nameAsAwarded: learner.nameAsAwarded, identifiers: identified.identifiers },
      hostId: 'umu',
      ownerId: 'umu',
      issuerId: 'umu',
      legalForm: registration.form,
      microcredentialSlug: microcredential.slug,
      version,
      key: signingKey,
    });
    const another = await stores.awards.facts({ ...asked, keyAlgorithm: 'another' }, everyone);
    expect(another.facts[0]).not.toHaveProperty('key');
    await stores.learners.update(learner);
  });

  test('a certificate page is found by its token while it is on', async () => {
    const token = async () => (await stores.awards.find('umu', fixture.award.id, everyone))?.certificateToken;
    expect(await token()).toBeUndefined();
    await stores.awards.setCertificateToken('umu', fixture.award.id, 'unguessable');
    expect(await token()).toBe('unguessable');
    const { items } = await stores.awards.list('umu', { limit: 5 }, everyone);
    expect(items).toMatchObject([{ certificateToken: 'unguessable' }]);
    expect(await stores.awards.findByCertificateToken('unguessable')).toMatchObject({
      award: { id: fixture.award.id },
    });
    await stores.awards.setCertificateToken('umu', fixture.award.id, undefined);
    expect(await stores.awards.findByCertificateToken('unguessable')).toBeUndefined();
  });
});
