import { describe, expect, test } from 'vitest';
import { createControllers } from '../../../src/credentials/keys/controller.ts';
import { didWebUrl } from '../../../src/credentials/keys/did-web.ts';
import { createKeyRing } from '../../../src/credentials/keys/key-ring.ts';
import { decodeJwk, decodeMultikey, encodeMultikey } from '../../../src/credentials/keys/multikey.ts';
import { createAddresses } from '../../../src/domain/addresses/addresses.ts';
import { addresses, createFixture, did, fetcherTo, keyEncryptionKey, slug, writer, type Outside } from '../fixture.ts';
import { ed25519 } from '../../../src/credentials/keys/algorithms/ed25519.ts';

type DidDocument = Readonly<{ verificationMethod: readonly object[] }>;

const data = new TextEncoder().encode('data');
const { signal } = new AbortController();

describe('the key ring', () => {
  test('creates a Multikey, keeps the private half encrypted, and signs', async () => {
    const ring = createKeyRing(keyEncryptionKey);
    const key = await ring.createKey('institution-1', 'key-1', ed25519.id, new Date(0));
    expect(key.publicKey).toMatch(/^z6Mk/);
    const raw = decodeMultikey(key.publicKey);
    const publicKey = await crypto.subtle.importKey('raw', raw!.bytes, 'Ed25519', false, ['verify']);
    expect(await crypto.subtle.verify('Ed25519', publicKey, await ring.sign(key, data, signal), data)).toBe(true);
    expect(await ring.opens(key)).toBe(true);
  });

  test('another key-encryption key is refused in words that hold no secret', async () => {
    const key = await createKeyRing(keyEncryptionKey).createKey('institution-1', 'key-1', ed25519.id, new Date(0));
    const other = createKeyRing(new Uint8Array(32).fill(9));
    await expect(other.sign(key, data, signal)).rejects.toThrow(
      'Signing key key-1 cannot be opened: the key-encryption key is not the one it was stored with.',
    );
    expect(await other.opens(key)).toBe(false);
    const error = await other.sign(key, data, signal).catch((cause: unknown) => cause);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(key.wrapped.slice(5, 40));
  });

  test.each([
    ['institutionId', 'institution-2'],
    ['id', 'key-2'],
  ])('a key moved to another %s does not open', async (member, value) => {
    const ring = createKeyRing(keyEncryptionKey);
    const key = await ring.createKey('institution-1', 'key-1', ed25519.id, new Date(0));
    expect(await ring.opens({ ...key, [member]: value })).toBe(false);
  });

  test('a tampered, empty or foreign text does not open', async () => {
    const ring = createKeyRing(keyEncryptionKey);
    const key = await ring.createKey('institution-1', 'key-1', ed25519.id, new Date(0));
    for (const wrapped of ['', 'v1', 'v2.a.b', `${key.wrapped.slice(0, -4)}AAAA`, 'v1.!.!'])
      expect(await ring.opens({ ...key, wrapped })).toBe(false);
  });

  test('a key-encryption key of another length builds nothing', () => {
    expect(() => createKeyRing(new Uint8Array(16))).toThrow('32 bytes');
  });
});

describe('did:web', () => {
  test.each([
    ['did:web:example.org', 'https://example.org/.well-known/did.json'],
    ['did:web:example.org:institutions:a-b', 'https://example.org/institutions/a-b/did.json'],
    ['did:web:example.org%3A8443:x', 'https://example.org:8443/x/did.json'],
    ['did:web:localhost%3A8080:institutions:a', 'http://localhost:8080/institutions/a/did.json'],
    ['did:web:user@example.org', undefined],
    ['did:web:example.org%2Fx', undefined],
    ['did:web:example.org:..:x', undefined],
    ['did:web:example.org:%2e%2e', undefined],
    ['did:web:example.org:a%2Fb', undefined],
    ['did:web:', undefined],
    ['did:web:example.org::x', undefined],
    ['did:key:z6Mk', undefined],
  ])('%s is at %s', (id, url) => {
    expect(didWebUrl(id, addresses)).toBe(url);
  });

  test('our own host keeps the scheme it is configured with', () => {
    const local = createAddresses('http://127.0.0.1:3000');
    expect(didWebUrl(local.did('a'), local)).toBe(local.didDocument('a'));
    expect(didWebUrl(did, addresses)).toBe(addresses.didDocument(slug));
  });

  test('the document keeps retired keys, each under its own name', async () => {
    const old = { ...(await writer.createKey('i', 'k1', new Date(0))), retiredAt: new Date(1) };
    const current = await writer.createKey('i', 'k2', new Date(1));
    const document = writer.composeDidDocument(slug, [old, current]);
    const ids = [old, current].flatMap(({ publicKey }) => [`${did}#${publicKey}`, `${did}#jwk-${publicKey}`]);
    expect(document['assertionMethod']).toEqual(ids);
    expect(document['verificationMethod']).toMatchObject([
      { id: ids[0], type: 'Multikey', controller: did, expires: '1970-01-01T00:05:00Z' },
      { id: ids[1], type: 'JsonWebKey', controller: did, expires: '1970-01-01T00:05:00Z' },
      { id: ids[2] },
      { id: ids[3] },
    ]);
    expect(JSON.stringify(document).split('expires')).toHaveLength(3);
  });
});

describe('looking up keys', () => {
  const find = (outside: Outside, method: string) =>
    createControllers(addresses, fetcherTo(outside)).findKey(method, 'assertionMethod');

  test('did:key with and without its fragment', async () => {
    const { publicKey } = await writer.createKey('i', 'k', new Date(0));
    for (const method of [`did:key:${publicKey}`, `did:key:${publicKey}#${publicKey}`]) {
      expect(await find(new Map(), method)).toMatchObject({ outcome: 'found', controller: `did:key:${publicKey}` });
    }
    expect(await find(new Map(), `did:key:${publicKey}#another`)).toMatchObject({ outcome: 'failed' });
    expect(await find(new Map(), 'did:key:zQ3shXgWjVsCJsv9mBm6kVqFSjAnErMg3zG9CcyvmUCCaFRCr')).toMatchObject({
      outcome: 'unknown',
    });
  });

  test.each<[string, 'failed' | 'unknown', (document: DidDocument) => unknown]>([
    ['belongs to another', 'failed', (document) => ({ ...document, id: 'did:web:other.example' })],
    ['does not list the key', 'failed', (document) => ({ ...document, assertionMethod: [] })],
    ['lacks the key', 'failed', (document) => ({ ...document, verificationMethod: [] })],
    [
      'has the key of another controller',
      'failed',
      (document) => ({
        ...document,
        verificationMethod: [{ ...document.verificationMethod[0], controller: 'did:web:other.example' }],
      }),
    ],
    [
      'has two keys of one name',
      'failed',
      (document) => ({
        ...document,
        verificationMethod: [
          ...document.verificationMethod,
          { ...document.verificationMethod[0], publicKeyMultibase: 'z6Mkother' },
        ],
      }),
    ],
    [
      'has a key of another kind',
      'unknown',
      (document) => ({
        ...document,
        verificationMethod: [
          {
            ...document.verificationMethod[0],
            publicKeyMultibase: 'zQ3shXgWjVsCJsv9mBm6kVqFSjAnErMg3zG9CcyvmUCCaFRCr',
          },
        ],
      }),
    ],
    ['is no object', 'unknown', () => ['x']],
  ])('a document that %s: %s', async (_, outcome, change) => {
    const { outside, key } = await createFixture();
    const url = addresses.didDocument(slug);
    outside.set(url, JSON.stringify(change(JSON.parse(outside.get(url)!))));
    expect(await find(outside, `${did}#${key.publicKey}`)).toMatchObject({ outcome });
  });

  test('a controlled identifier document at an https address', async () => {
    const { publicKey } = await writer.createKey('i', 'k', new Date(0));
    const id = 'https://issuer.example/keys';
    const method = { id: `${id}#1`, type: 'Multikey', controller: id, publicKeyMultibase: publicKey };
    expect(await find(new Map([[id, JSON.stringify({ id, assertionMethod: [method] })]]), `${id}#1`)).toMatchObject({
      outcome: 'found',
      controller: id,
    });
  });

  test.each([
    'did:ion:abc#1',
    'urn:uuid:1#1',
    'http://plain.example/keys#1',
    'nonsense',
    'did:web:unreachable.example#1',
  ])('%s cannot be looked up', async (method) => {
    expect(await find(new Map(), method)).toMatchObject({ outcome: 'unknown' });
  });
});

test('a Multikey and a JWK are read only as Ed25519 public keys', () => {
  const raw = Uint8Array.from({ length: 32 }, (_, index) => index);
  const key = (bytes: Uint8Array<ArrayBuffer>) => ({ algorithm: ed25519, bytes });
  expect(decodeMultikey(encodeMultikey(key(raw)))).toEqual(key(raw));
  for (const text of [
    undefined,
    5,
    '',
    'z',
    'z0OIl',
    `u${encodeMultikey(key(raw)).slice(1)}`,
    encodeMultikey(key(raw.subarray(1))),
  ])
    expect(decodeMultikey(text)).toBeUndefined();
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(raw).toString('base64url') };
  expect(decodeJwk(jwk)).toEqual(key(raw));
  for (const bad of [
    undefined,
    null,
    {},
    { ...jwk, d: 'secret' },
    { ...jwk, crv: 'X25519' },
    { ...jwk, x: '+' },
    { ...jwk, x: 'AA' },
  ])
    expect(decodeJwk(bad)).toBeUndefined();
});
