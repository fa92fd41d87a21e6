import { describe, expect, test } from 'vitest';
import { copy, createFixture } from '../fixture.ts';

describe('a report does not depend on the order of', () => {
  test('status entries of which none could be looked up', async () => {
    const fixture = await createFixture();
    fixture.outside.clear();
    const document = copy(fixture.credential);
    const there = await fixture.verify(document);
    document.credentialStatus.reverse();
    expect((await fixture.verify(document)).checks).toEqual(there.checks);
  });

  test.each([
    ['that hold', {}, {}],
    ['of unknown kinds', { cryptosuite: 'bbs-2023' }, { type: 'Other' }],
    ['of which one is unknown and one does not hold', { type: 'Other' }, { created: '2026-01-01T00:00:00Z' }],
  ])('proofs %s', async (_, one, other) => {
    const fixture = await createFixture();
    const document = copy(fixture.credential);
    const { proof } = document;
    document.proof = [
      { ...proof, ...one },
      { ...proof, ...other },
    ];
    const there = await fixture.verify(document);
    document.proof.reverse();
    expect((await fixture.verify(document)).checks).toEqual(there.checks);
  });
});

test('a purpose that is written as an IRI is no fault of the signature', async () => {
  const fixture = await createFixture();
  const document = copy(fixture.credential);
  document.proof.proofPurpose = 'https://w3id.org/security#assertionMethod';
  expect((await fixture.verify(document)).verdict).toBe('undetermined');
});
