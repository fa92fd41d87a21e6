import { describe, expect, test } from 'vitest';
import { createAddresses } from '../../../src/domain/shared/addresses.ts';
import { composeVersion } from '../../../src/domain/catalogue/version.ts';
import { completeContent } from '../../samples/content.ts';

describe('the document of a published version', () => {
  const facts = {
    addresses: createAddresses('https://credentials.example'),
    institution: { slug: 'provsjo', name: { sv: 'Provsjö högskola' }, country: 'SE' as const },
    slug: 'vatten',
    number: 2,
    content: completeContent,
    publishedAt: new Date('2026-03-02T09:00:00.999Z'),
  };

  test('is found at its own id and says what of, by whom and when', () => {
    expect(composeVersion(facts)).toEqual({
      id: 'https://credentials.example/institutions/provsjo/microcredentials/vatten/versions/2',
      type: 'Microcredential',
      isVersionOf: 'https://credentials.example/institutions/provsjo/microcredentials/vatten',
      version: 2,
      publishedAt: '2026-03-02T09:00:00Z',
      institution: {
        id: 'did:web:credentials.example:institutions:provsjo',
        page: 'https://credentials.example/institutions/provsjo',
        name: { sv: 'Provsjö högskola' },
        country: 'SE',
      },
      content: completeContent,
    });
  });

  test('carries every element of the standard as it was written', () => {
    expect(composeVersion(facts).content).toBe(completeContent);
  });
});
