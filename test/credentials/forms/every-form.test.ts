import { describe, expect, test } from 'vitest';
import { forms } from '../../../src/credentials/forms/index.ts';
import { addresses, createFixture, institution, slug, writer } from '../fixture.ts';

const { signal } = new AbortController();
const created = new Date('2027-03-10T09:00:01Z');

/** An award signed in this form, with a key of the kind that it needs, and what a check says of the file. */
async function reportOn({ id, keyAlgorithm }: (typeof forms)[number]) {
  const { facts, key, put, receive } = await createFixture();
  const own = await writer.port.createKey(institution.id, 'key-2', keyAlgorithm, created);
  put(addresses.didDocument(slug), writer.composeDidDocument(slug, [key, own]));
  const unsigned = writer.port.draft(id, facts);
  const salts = Array.from({ length: writer.port.saltCount(id, unsigned) }, (_, index) => `salt-${index}`);
  const { bytes } = await writer.port.secure(id, unsigned, { key: own, slug, created, salts, signal });
  return receive({ bytes });
}

describe('an award in each form', () => {
  test.each(forms)('$id is recognised as what its row says, and is valid', async (form) => {
    const { kind, verdict, checks, summary } = await reportOn(form);
    expect({ kind, verdict, faults: checks.filter(({ outcome }) => outcome !== 'passed') }).toEqual({
      kind: form.kind,
      verdict: 'valid',
      faults: [],
    });
    expect(summary.learner).toBe('Märta Ålöf');
  });
});
