import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { contextUrls } from '../../../src/credentials/contexts/document-loader.ts';
import { publishedDigests } from '../../../src/credentials/contexts/published-digests.ts';
import { compareText, readDigests } from '../../../src/credentials/document/digests.ts';
import { addresses, copy, createFixture, slug } from '../fixture.ts';

const text = 'what was signed';
const hash = (algorithm: string, of = text) => createHash(algorithm).update(of).digest();
const sri = (algorithm: string, encoding: 'base64' | 'base64url' = 'base64', of = text) =>
  `${algorithm}-${hash(algorithm, of).toString(encoding)}`;
const multihash = (code: number, algorithm: string, of = text) => {
  const value = hash(algorithm, of);
  return Buffer.concat([Buffer.from([code, value.length]), value]);
};
const u = (code: number, algorithm: string, of = text) => `u${multihash(code, algorithm, of).toString('base64url')}`;

const compareWith = async (resource: object) => {
  const digests = readDigests(resource as Record<string, unknown>);
  return digests ? compareText(digests, text) : 'unreadable';
};

describe('every digest in every algorithm is compared', () => {
  test.each([
    ['SHA-256', { digestSRI: sri('sha256') }, 'same'],
    ['SHA-384', { digestSRI: sri('sha384') }, 'same'],
    ['SHA-512', { digestSRI: sri('sha512') }, 'same'],
    ['url-safe', { digestSRI: sri('sha512', 'base64url') }, 'same'],
    ['url-safe with padding', { digestSRI: `${sri('sha256', 'base64url')}=` }, 'same'],
    ['without padding', { digestSRI: sri('sha256').replace('=', '') }, 'same'],
    ['several in one text', { digestSRI: `${sri('sha256')} ${sri('sha512')}` }, 'same'],
    ['with options', { digestSRI: `${sri('sha256')}?ct=x` }, 'same'],
    ['several', { digestSRI: [sri('sha256'), sri('sha384')], digestMultibase: u(0x12, 'sha256') }, 'same'],
    ['multibase 384', { digestMultibase: u(0x20, 'sha384') }, 'same'],
    ['multibase 512', { digestMultibase: u(0x13, 'sha512') }, 'same'],
    ['multibase in hex', { digestMultibase: `f${multihash(0x12, 'sha256').toString('hex')}` }, 'same'],
    ['multibase in base64', { digestMultibase: `m${multihash(0x12, 'sha256').toString('base64')}` }, 'same'],
    ['a wrong SHA-256', { digestSRI: sri('sha256', 'base64', 'x') }, 'different'],
    ['a wrong SHA-384', { digestSRI: sri('sha384', 'base64', 'x') }, 'different'],
    ['a wrong SHA-512', { digestSRI: sri('sha512', 'base64', 'x') }, 'different'],
    ['a wrong one after a right one', { digestSRI: `${sri('sha256')} ${sri('sha384', 'base64', 'x')}` }, 'different'],
    ['a wrong one before a right one', { digestSRI: [sri('sha512', 'base64', 'x'), sri('sha256')] }, 'different'],
    ['a wrong multibase', { digestSRI: sri('sha256'), digestMultibase: u(0x20, 'sha384', 'x') }, 'different'],
    ['a kind not worked out here', { digestMultibase: u(0x16, 'sha3-256') }, 'unknown'],
    ['that beside a right one', { digestSRI: sri('sha256'), digestMultibase: u(0x16, 'sha3-256') }, 'unknown'],
    [
      'that beside a wrong one',
      { digestSRI: sri('sha256', 'base64', 'x'), digestMultibase: u(0x16, 'sha3-256') },
      'different',
    ],
    ['in hex with more behind it', { digestMultibase: `f${multihash(0x12, 'sha256').toString('hex')}g` }, 'unreadable'],
    [
      'in hex with something in it',
      { digestMultibase: `f12-20${multihash(0x12, 'sha256').toString('hex').slice(4)}` },
      'unreadable',
    ],
    ['none', {}, 'unreadable'],
    ['half of one', { digestSRI: 'sha256-AAAA' }, 'unreadable'],
    ['one of another algorithm', { digestSRI: 'md5-AAAA' }, 'unreadable'],
    ['one that is cut off beside a right one', { digestSRI: `${sri('sha256')} sha384-AAAA` }, 'unreadable'],
    ['a number', { digestSRI: 5 }, 'unreadable'],
    ['an empty text', { digestSRI: '' }, 'unreadable'],
    ['very long', { digestMultibase: `z${'1'.repeat(100_000)}` }, 'unreadable'],
    ['of a base nobody knows', { digestMultibase: `__proto__` }, 'unreadable'],
  ])('%s', async (_, resource, expected) => {
    expect(await compareWith(resource)).toBe(expected);
  });
});

describe('the digest of a context', () => {
  const formatOf = async (...resources: object[]) => {
    const { verify, credential } = await createFixture();
    const document = copy(credential);
    document.relatedResource.push(...resources);
    const { checks, verdict } = await verify(document);
    return [checks[0]?.outcome, checks[0]?.problem?.type.split(/[/#]/).at(-1), verdict];
  };

  test.each(Object.entries(publishedDigests))(
    '%s is the one that W3C published, in any algorithm',
    async (id, known) => {
      const all = Object.entries(known).map(
        ([algorithm, value]) => `${algorithm.toLowerCase().replace('-', '')}-${value}`,
      );
      // The signature is over the document without it, so the verdict is the proof's.
      expect(await formatOf({ id, digestSRI: all })).toEqual(['passed', undefined, 'invalid']);
      for (const wrong of ['sha256', 'sha384', 'sha512'])
        expect(await formatOf({ id, digestSRI: [...all, sri(wrong)] })).toEqual([
          'failed',
          'MALFORMED_VALUE_ERROR',
          'invalid',
        ]);
    },
  );

  test.each([contextUrls.openBadges, addresses.context])('%s cannot be compared with anything', async (id) => {
    expect((await formatOf({ id, digestSRI: sri('sha256') })).slice(0, 2)).toEqual(['unknown', 'unknown-digest']);
  });

  test('what is neither used nor fetched is not compared', async () => {
    const resource = { id: 'https://other.example/picture.png', digestSRI: sri('sha384') };
    expect((await formatOf(resource)).slice(0, 2)).toEqual(['passed', undefined]);
  });

  test('and no document with a wrong one is signed', async () => {
    const { sign, unsigned } = await createFixture();
    const document = copy(unsigned);
    document.relatedResource.push({ id: contextUrls.credentials, digestSRI: sri('sha512') });
    await expect(sign(document)).rejects.toThrow('another digest than W3C published');
  });
});

test('a wrong SHA-384 of the version that was awarded is found', async () => {
  const { sign, unsigned, verify } = await createFixture();
  for (const algorithm of ['sha384', 'sha512']) {
    const document = copy(unsigned);
    document.relatedResource[0].digestSRI = [document.relatedResource[0].digestSRI, sri(algorithm)];
    const { verdict, checks } = await verify(await sign(document));
    expect([verdict, checks.at(-1)?.outcome]).toEqual(['invalid', 'failed']);
    expect(checks.at(-1)?.source).toBe(addresses.version(slug, 'vatten', 2));
  }
});
