import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeServices } from '../../src/runtime/compose.ts';
import type { Services } from '../../src/services/index.ts';
import type { Signer } from '../../src/services/ports/index.ts';
import { connect, describeOnPostgres, type FreshPostgres, freshPostgres } from '../databases/databases.ts';
import {
  award,
  awardOf,
  complete,
  expireLeases,
  found,
  type Place,
  revocation,
  servicesOn,
  traceOf,
} from './setup/institution.ts';
import { endSigner, type RemoteSigner, startSigner } from './setup/signer-process.ts';

const origin = 'https://merit.example';

describeOnPostgres('an award whose signer is stopped', () => {
  const key = randomBytes(32).toString('base64');
  const signers: RemoteSigner[] = [];
  let database: FreshPostgres;
  let other: ReturnType<typeof connect>;
  let services: Services;
  let place: Place;

  beforeAll(async () => {
    database = await freshPostgres();
    other = connect(database.url);
    services = await servicesOn(other.db, origin, key);
    place = await found(services);
    await award(services, place, 'Ensimmäinen Esimerkki');
  });
  afterAll(async () => {
    await Promise.all(signers.map(endSigner));
    await other.db.destroy();
    await database.drop();
  });

  const servicesWith = (signer: Signer) =>
    composeServices({
      db: database.db,
      origins: [origin],
      keyEncryptionKey: Buffer.from(key, 'base64'),
      signer,
      fetchOnce: () => Promise.reject(new Error('Nothing is fetched here.')),
    });

  /** The award is asked for of a process whose signer stops when it is asked; returns the answer to come. */
  async function stopped(name: string) {
    const remote = startSigner(key);
    signers.push(remote);
    const completionId = await complete(services, place, name);
    const slow = servicesWith(remote.signer);
    remote.process.kill('SIGSTOP');
    const isAsked = remote.asked();
    const made = slow.awarding.make(place.actor, place.slug, awardOf(completionId)).catch((error: Error) => error);
    await isAsked;
    const { id } = await database.db
      .selectFrom('award')
      .select('id')
      .where('completion_id', '=', completionId)
      .executeTakeFirstOrThrow();
    return { remote, made, id };
  }
  const once = { awards: 1, awarded: 1, issued: 1 };
  const stateOf = async (id: string) => (await traceOf(database.db, id)).state;

  test('is nobody else’s while the lease lasts', async () => {
    const { remote, made, id } = await stopped('Toinen Esimerkki');
    expect(await services.issuing.resume()).toBe(0);
    expect(await stateOf(id)).toBe('prepared');
    remote.process.kill('SIGCONT');
    expect(await made).toMatchObject({ award: { id, state: 'issued' } });
    expect(await traceOf(database.db, id)).toMatchObject({ state: 'issued', ...once });
  });

  test('is finished by another when the lease has run out; who comes late throws away what it signed', async () => {
    const { remote, made, id } = await stopped('Kolmas Esimerkki');
    await expireLeases(database.db);
    expect(await services.issuing.resume()).toBe(1);
    const before = await traceOf(database.db, id);
    expect(before).toMatchObject({ state: 'issued', ...once });
    remote.process.kill('SIGCONT');
    expect(await made).toMatchObject({ award: { id, state: 'issued' } });
    expect(await traceOf(database.db, id)).toEqual(before);
  });

  test('whose signer is killed is free for the next at once', async () => {
    const { remote, made, id } = await stopped('Neljäs Esimerkki');
    await endSigner(remote);
    expect(await made, 'it is on record, and signed later').toMatchObject({ award: { id, state: 'prepared' } });
    expect(await services.issuing.resume()).toBe(1);
    expect(await traceOf(database.db, id)).toMatchObject({ state: 'issued', ...once });
  });

  test('and whose person comes under protection meanwhile is issued all the same, and seen by few', async () => {
    const { remote, made, id } = await stopped('Yhdeksäs Esimerkki');
    const { learner_id: learnerId } = await database.db
      .selectFrom('award')
      .select('learner_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const confidant = { ...place.actor, roles: [...place.actor.roles, 'confidential'] as const };
    await services.registrations.protect(confidant, place.slug, learnerId, true);
    remote.process.kill('SIGCONT');
    await made;
    expect(await traceOf(database.db, id)).toMatchObject({ state: 'issued', ...once });
    await expect(services.awarding.read(place.actor, place.slug, id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await services.awarding.read(confidant, place.slug, id)).toMatchObject({ award: { state: 'issued' } });
  });

  test('and that is revoked meanwhile stays revoked, and is never issued', async () => {
    const { remote, made, id } = await stopped('Viides Esimerkki');
    await services.awarding.revoke(place.actor, place.slug, id, revocation.decision);
    remote.process.kill('SIGCONT');
    await made;
    expect(await traceOf(database.db, id)).toMatchObject({ ...once, state: 'revoked', issued: 0 });
  });

  test('and whose key is retired meanwhile is signed anew, with the key in force', async () => {
    const { remote, made, id } = await stopped('Kuudes Esimerkki');
    await services.institutions.rotateSigningKey(place.slug);
    const [old, current] = await database.db.selectFrom('signing_key').selectAll().orderBy('created_at').execute();
    const retire = database.db.updateTable('signing_key').set({ retired_at: new Date() });
    await retire.where('id', '=', old?.id ?? '').execute();
    remote.process.kill('SIGCONT');
    expect(await made).toMatchObject({ award: { id, state: 'issued' } });
    const { credentials, ...rest } = await traceOf(database.db, id);
    expect(rest).toMatchObject({ state: 'issued', ...once });
    expect(credentials[0]?.signed).toContain(`#${current?.public_key}`);
  });

  test('and after all of that the audit chain is whole', async () => {
    expect((await services.institutions.checkAudit(place.slug)).firstBroken).toBeUndefined();
  });
});
