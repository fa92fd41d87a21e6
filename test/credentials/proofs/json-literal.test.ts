import { describe, expect, test } from 'vitest';
import { createDocumentLoader } from '../../../src/credentials/contexts/document-loader.ts';
import { canonical } from '../../../src/credentials/proofs/data-integrity.ts';
import { addresses, copy, createFixture } from '../fixture.ts';
import { contentWith, unevenContent } from '../../samples/content.ts';

const inherited = Object.getOwnPropertyNames(Object.prototype);
const loader = createDocumentLoader(addresses);
const scheme = contentWith(
  { gradingScheme: { grades: inherited.map((name) => ({ value: name, passes: true, label: { sv: name } })) } },
  unevenContent,
);

describe('the scale of a certificate, which is one JSON literal,', () => {
  test('may have grades of any name', async () => {
    const { credential, verify } = await createFixture(scheme);
    expect(credential['credentialSubject']).toMatchObject({ result: [{ value: inherited.at(-1) }] });
    expect((await verify(credential)).verdict).toBe('valid');
  });

  test('is signed: no grade can be changed', async () => {
    const { credential, verify } = await createFixture(scheme);
    const changed = copy(credential);
    changed.credentialSubject.achievement.gradingScheme.grades[0].passes = false;
    expect((await verify(changed)).verdict).toBe('invalid');
  });

  // Below a context that takes the term back, or that gives it another meaning, it is a node like any other.
  test.each([
    ['taken back', [null, { '@vocab': 'https://x.example/' }]],
    ['a link', [{ gradingScheme: { '@id': 'https://x.example/g', '@type': '@id' } }]],
    ['text', [{ gradingScheme: 'https://x.example/g' }]],
  ])('is no place to hide a name where the term is %s', async (_, contexts) => {
    const { unsigned } = await createFixture();
    for (const hidden of [{ '@id': '__proto__' }, { deep: [{ '@type': 'constructor' }] }, { '@id': 'valueOf' }]) {
      const document = copy(unsigned);
      document.evidence = { '@context': contexts, '@type': 'https://x.example/E', gradingScheme: hidden };
      await expect(canonical(document, loader)).rejects.toThrow();
      expect('https://x.example/g' in {}).toBe(false);
    }
  });
});
