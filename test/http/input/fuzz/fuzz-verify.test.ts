import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { everyAnswer } from '../../setup/every-answer.ts';
import { beginStory, harness, member, story } from './oddities.ts';

beforeAll(beginStory);
afterAll(() => harness.close());

afterEach(() => {
  const written: string[] = [];
  for (const name in {}) written.push(name);
  expect(written).toEqual([]);
});

describe('random bytes to verify', () => {
  const check = async (body: Uint8Array<ArrayBuffer> | string) => {
    const { status, text } = await harness.anyone.send('POST', '/api/v1/verify', { body });
    expect([200, 400, 413], text).toContain(status);
  };

  test('are refused in words', async () => {
    const bytes = fc.uint8Array({ maxLength: 400 }).map((array) => new Uint8Array(array));
    await fc.assert(fc.asyncProperty(bytes, check), { numRuns: 150 });
  });

  test('are refused in words, or reported on, where they are nearly JSON', async () => {
    const text = fc.tuple(fc.nat(), fc.nat({ max: 255 })).map(([at, byte]) => {
      const bytes = new TextEncoder().encode(JSON.stringify({ credential: story.credential }));
      bytes[at % bytes.length] = byte;
      return bytes;
    });
    await fc.assert(fc.asyncProperty(text, check), { numRuns: 100 });
  });

  test('are reported on where they are a document', async () => {
    const document = fc.dictionary(
      fc.constantFrom(
        '@context',
        'type',
        'id',
        'issuer',
        'proof',
        'credentialStatus',
        'credentialSubject',
        'validFrom',
        'name',
        '@graph',
        'relatedResource',
      ),
      member,
    );
    const sent = document.map((credential) => JSON.stringify({ credential }));
    await fc.assert(fc.asyncProperty(sent, check), { numRuns: 150 });
  });
});

everyAnswer(() => harness);
