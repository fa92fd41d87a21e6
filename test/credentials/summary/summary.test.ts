import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSummaryReader } from '../../../src/credentials/verification/summary/summary.ts';
import type { JsonObject } from '../../../src/services/ports/index.ts';
import { addresses, copy, createFixture } from '../fixture.ts';

const summarise = createSummaryReader(addresses);

test('text comes as plain text, with its language, or as a map', () => {
  const named = (name: unknown, more: object = {}) =>
    summarise({ credentialSubject: { achievement: { name, ...more } } }).title;
  expect(named('Batteri')).toEqual({ und: 'Batteri' });
  expect(named('Batteri', { inLanguage: 'sv-FI' })).toEqual({ sv: 'Batteri' });
  expect(
    named([
      { '@value': 'Batteri', '@language': 'sv' },
      { '@value': 'Battery', '@language': 'en-GB' },
    ]),
  ).toEqual({ sv: 'Batteri', en: 'Battery' });
  expect(named({ '@value': 5 })).toEqual({ und: '5' });
  expect(named({ '@value': {} })).toBeUndefined();
  expect(named('')).toBeUndefined();
});

test('codes that are not ours stay what they are', () => {
  const summary = summarise({
    credentialSubject: {
      achievement: {
        eqfLevel: 'https://x.example/level',
        mode: ['https://x.example/mode'],
        legalForm: 'https://x.example/form',
      },
    },
  });
  expect(summary).toEqual({
    level: { eqfUnclear: ['https://x.example/level'] },
    modes: ['https://x.example/mode'],
    legalForm: 'https://x.example/form',
  });
});

test('nothing that stands in a document makes it throw', async () => {
  const { credential } = await createFixture();
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (any) => {
      expect(summarise(any as JsonObject)).toBeTypeOf('object');
      for (const path of ['issuer', 'credentialSubject', 'name'])
        expect(summarise({ ...credential, [path]: any })).toBeTypeOf('object');
    }),
    { numRuns: 300 },
  );
  const names = Object.keys((credential['credentialSubject'] as { achievement: object }).achievement);
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 3 }), (name, any) => {
      const document = copy(credential);
      document.credentialSubject.achievement[name] = any;
      expect(summarise(document)).toMatchObject({ learner: 'Märta Ålöf' });
    }),
    { numRuns: 500 },
  );
});

test.each(['Sample-MC-Annex1-unsigned.jsonld', 'minimal-microcredential-edc.jsonld'])(
  'the European Digital Credential of another issuer is summed up: %s',
  (name) => {
    const json = JSON.parse(readFileSync(join(import.meta.dirname, '../../samples/elm', name), 'utf8')) as JsonObject;
    const summary = summarise((json['credential'] ?? json) as JsonObject);
    expect(summary).toMatchObject({
      title: expect.any(Object),
      learningOutcomes: expect.any(Array),
      learner: expect.any(String),
    });
  },
);
