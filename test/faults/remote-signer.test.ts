import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { keyAlgorithms } from '../../src/credentials/keys/algorithms/index.ts';
import { signChecked } from '../../src/credentials/keys/checked-signer.ts';
import { createRemoteSigner, type RemoteSigner } from '../../src/credentials/keys/remote/remote-signer.ts';
import { writeRemoteKey } from '../../src/credentials/keys/remote/remote-key.ts';
import { createSigners } from '../../src/credentials/keys/remote/signers.ts';
import { createKeyRing } from '../../src/credentials/keys/key-ring.ts';
import { createSignerTransport } from '../../src/platform/signer-transport.ts';
import { platform } from '../../src/platform/platform.ts';
import type { SigningKey } from '../../src/services/ports/index.ts';
import type { Marshaling, SignerError } from '../../src/services/ports/remote-signing.ts';
import type { Fault } from '../setup/signer/faults.ts';
import { endFakeSigner, type FakeSigner, signerToken, startFakeSigner } from '../setup/signer/process.ts';

const types: Readonly<Record<string, string>> = { Ed25519: 'ed25519', 'P-256': 'ecdsa-p256', 'P-384': 'ecdsa-p384' };
const data = new TextEncoder().encode('What a learner has shown, and nobody else need know.');
const institutionId = 'institution-1';

let fake: FakeSigner;
beforeAll(async () => {
  fake = await startFakeSigner();
  for (const type of Object.values(types)) await fake.make(type, type);
});
beforeEach(() => fake.does('none'));
afterAll(() => endFakeSigner(fake));

type Options = Readonly<{ marshaling?: Marshaling; token?: string; url?: string }>;

function signerOf({ marshaling = 'asn1', token = signerToken, url = fake.url }: Options = {}): RemoteSigner {
  const ask = createSignerTransport({ url, token: async () => token, fetch: (url, init) => fetch(url, init) });
  return createRemoteSigner({ ask, marshaling, now: platform.now, wait: async () => undefined, pauses: new Map() });
}

const soon = () => AbortSignal.timeout(10_000);

async function keyOf(algorithm: string): Promise<SigningKey> {
  const found = await signerOf().find({ name: types[algorithm]!, algorithm, version: 1 }, soon());
  const wrapped = writeRemoteKey(found!.key);
  const { publicKey } = found!;
  const place = { institutionId, purpose: 'credentials', signer: 'remote' } as const;
  return { id: `key-${algorithm}`, ...place, algorithm, publicKey, wrapped, createdAt: new Date() };
}

const faultIn = (work: Promise<unknown>) => work.then(() => undefined, (error: SignerError) => error); // prettier-ignore

describe.each(keyAlgorithms.map(({ id }) => id))('a signature with %s', (algorithm) => {
  test.each<Marshaling>(['asn1', 'jws'])('in the form %s is one that the public key confirms', async (marshaling) => {
    const signature = await signChecked(signerOf({ marshaling }), await keyOf(algorithm), data, soon());
    expect(signature).toHaveLength(keyAlgorithms.find(({ id }) => id === algorithm)!.signatureLength);
  });

  test('with a high bit is one too', async () => {
    await fake.does('high-bit');
    await signChecked(signerOf(), await keyOf(algorithm), data, soon());
  });

  test.each<[Fault, string, number?]>([
    ['other-key', 'false-signature'],
    ['other-version', 'other-version'],
    ['not-json', 'unreadable'],
    ['no-signature', 'unreadable'],
    ['bad-base64', 'unreadable'],
    ['short', 'unreadable'],
    ['huge', 'unreadable'],
    ['cut-off', 'unreachable'],
    ['redirect', 'refused', 307],
    ['status-400', 'refused', 400],
    ['status-403', 'refused', 403],
    ['status-404', 'refused', 404],
    ['status-429', 'busy', 429],
    ['status-500', 'refused', 500],
    ['status-503', 'busy', 503],
    ['status-204', 'refused', 204],
  ])('is refused where the signer does %s: %s', async (does, fault, status) => {
    const key = await keyOf(algorithm);
    await fake.does(does);
    const error = await faultIn(signChecked(signerOf(), key, data, soon()));
    expect(error).toMatchObject({ fault, status, key: { id: key.id, institutionId } });
    expect(inspect(error, { depth: 9 })).not.toMatch(/secret words|hvs\.|vault:v/);
  });
});

test('what leaves for an ECDSA key is the digest alone, and says which version is to sign', async () => {
  for (const [algorithm, length, hash] of [
    ['P-256', 32, 'sha2-256'],
    ['P-384', 48, 'sha2-384'],
  ] as const) {
    await signChecked(signerOf(), await keyOf(algorithm), data, soon());
    const { body } = (await fake.told('seen')).requests.at(-1)!;
    expect(Buffer.from(body.input, 'base64')).toHaveLength(length);
    expect(body).toMatchObject({ key_version: 1, prehashed: true, hash_algorithm: hash, marshaling_algorithm: 'asn1' });
  }
});

test('a key that is rotated there goes on signing here as it did, and the new version is another key', async () => {
  await fake.make('rotated', 'ecdsa-p256');
  const asked = { name: 'rotated', algorithm: 'P-256' };
  const found = (await signerOf().find(asked, soon()))!;
  const key = { ...(await keyOf('P-256')), publicKey: found.publicKey, wrapped: writeRemoteKey(found.key) };
  await fake.told('rotate/rotated');
  await signChecked(signerOf(), key, data, soon());
  expect((await fake.signatures()).at(-1)).toMatch(/^vault:v1:/);

  const newer = (await signerOf().find(asked, soon()))!;
  expect(newer).toMatchObject({ key: { version: 2 } });
  expect(newer.publicKey).not.toBe(found.publicKey);
  expect(await signerOf().find({ ...asked, version: 1 }, soon())).toEqual(found);

  await fake.does('newest-version');
  expect(await faultIn(signChecked(signerOf(), key, data, soon()))).toMatchObject({ fault: 'other-version' });
});

test('a key is tried before it is taken', async () => {
  const asked = { name: 'ecdsa-p384', algorithm: 'P-384' };
  const taken = { publicKey: (await keyOf('P-384')).publicKey, wrapped: 'transit.v1.ecdsa-p384' };
  expect(await signerOf().tryKey(asked, soon())).toEqual(taken);
  expect(await signerOf().tryKey({ ...asked, algorithm: 'P-256' }, soon())).toBeUndefined();
  for (const [does, fault] of [
    ['status-403', 'refused'],
    ['other-key', 'false-signature'],
  ] as const) {
    await fake.does(does);
    expect(await faultIn(signerOf().tryKey(asked, soon()))).toMatchObject({ fault });
  }
});

describe('a key is not found', () => {
  test.each([
    ['of a name that is not there', { name: 'nowhere', algorithm: 'P-256' }],
    ['of another kind', { name: 'ecdsa-p256', algorithm: 'P-384' }],
    ['of another kind', { name: 'ecdsa-p256', algorithm: 'Ed25519' }],
    ['of a kind that does not sign here', { name: 'ecdsa-p256', algorithm: 'RSA' }],
    ['of a version that is not there', { name: 'ecdsa-p256', algorithm: 'P-256', version: 7 }],
  ])('%s', async (_, asked) => {
    expect(await signerOf().find(asked, soon())).toBeUndefined();
  });

  test('of a name that could leave its path, which is not even asked for', async () => {
    const before = (await fake.told('seen')).requests.length;
    expect(await signerOf().find({ name: '../../sys/seal', algorithm: 'P-256' }, soon())).toBeUndefined();
    expect((await fake.told('seen')).requests).toHaveLength(before);
  });

  test('with a token that is not the right one, which is said nowhere', async () => {
    const error = await faultIn(
      signerOf({ token: 'hvs.wrong' }).find({ name: 'ed25519', algorithm: 'Ed25519' }, soon()),
    );
    expect(error).toMatchObject({ fault: 'refused', status: 403 });
    expect(inspect(error, { depth: 9 })).not.toContain('hvs.');
  });
});

describe('a signer that', () => {
  test('is slow is waited for', async () => {
    const key = await keyOf('P-256');
    await fake.does('none', 700);
    await signChecked(signerOf(), key, data, soon());
  });

  test.each<Fault>(['never', 'signs-and-never'])('answers %s is given up when the attempt ends', async (fault) => {
    const key = await keyOf('P-256');
    await fake.does(fault);
    expect(await faultIn(signerOf().sign(key, data, AbortSignal.timeout(400)))).toMatchObject({ fault: 'late' });
  });

  test('is stopped is given up, and signs again when it goes on', async () => {
    const key = await keyOf('P-256');
    fake.process.kill('SIGSTOP');
    expect(await faultIn(signerOf().sign(key, data, AbortSignal.timeout(400)))).toMatchObject({ fault: 'late' });
    fake.process.kill('SIGCONT');
    await signChecked(signerOf(), key, data, soon());
  });

  test('says that it is busy is asked three times in all, then left alone', async () => {
    const [key, signer] = [await keyOf('P-256'), signerOf()];
    await fake.does('status-503');
    const before = await fake.asked();
    expect(await faultIn(signer.sign(key, data, soon()))).toMatchObject({ fault: 'busy', status: 503 });
    expect(await fake.asked()).toBe(before + 3);
    const faults = await Promise.all(Array.from({ length: 50 }, () => faultIn(signer.sign(key, data, soon()))));
    expect(new Set(faults.map((error) => error?.fault))).toEqual(new Set(['paused']));
    expect(await fake.asked()).toBe(before + 3);
  });

  test('refuses is asked once', async () => {
    const key = await keyOf('P-256');
    await fake.does('status-403');
    const before = await fake.asked();
    await faultIn(signerOf().sign(key, data, soon()));
    expect(await fake.asked()).toBe(before + 1);
  });

  test('is gone is unreachable', async () => {
    const gone = await startFakeSigner();
    const key = await keyOf('P-256');
    await endFakeSigner(gone);
    expect(await faultIn(signerOf({ url: gone.url }).sign(key, data, soon()))).toMatchObject({ fault: 'unreachable' });
  });
});

describe('beside keys that are held here', () => {
  const ring = createKeyRing(new Uint8Array(32).fill(7));

  test('each signs where it is', async () => {
    const signers = createSigners(ring, signerOf());
    const here = await signers.createKey(institutionId, 'key-here', 'P-256', new Date());
    const before = await fake.asked();
    await signChecked(signers, here, data, soon());
    expect(await fake.asked()).toBe(before);
    const there = await keyOf('P-256');
    await signChecked(signers, there, data, soon());
    expect(await fake.asked()).toBe(before + 1);
    expect([await signers.opens(here), await signers.opens(there)]).toEqual([true, true]);
  });

  test('one that is held elsewhere does not open where no signer is configured', async () => {
    const signers = createSigners(ring, undefined);
    const key = await keyOf('P-256');
    expect(await signers.opens(key)).toBe(false);
    expect(await faultIn(signers.sign(key, data, soon()))).toMatchObject({
      fault: 'not-configured',
      key: { id: key.id },
    });
  });
});
