import { describe, expect, test } from 'vitest';
import { createAddresses } from '../../../src/domain/addresses/addresses.ts';
import { statusPurposes } from '../../../src/domain/addresses/grammar.ts';
import { locales } from '../../../src/domain/shared/language.ts';

const base = 'https://credentials.example';
const addresses = createAddresses(base);

const all = {
  institution: addresses.institution('provsjo'),
  didDocument: addresses.didDocument('provsjo'),
  jwks: addresses.jwks('provsjo'),
  microcredential: addresses.microcredential('provsjo', 'vatten'),
  version: addresses.version('provsjo', 'vatten', 2),
  offering: addresses.offering('provsjo', '7f3a'),
  context: addresses.context,
  vocabulary: addresses.vocabulary,
  revocation: addresses.statusList('provsjo', 1, 'revocation'),
  suspension: addresses.statusList('provsjo', 1, 'suspension'),
  award: addresses.award('0b9c'),
  certificatePage: addresses.certificatePage('t0ken'),
  verifyPage: addresses.verifyPage,
};

/** did:web, method specification §3.2 (Read): what a stranger fetches for a DID. */
function resolve(did: string): string {
  const [host = '', ...path] = did.slice('did:web:'.length).split(':');
  return `https://${decodeURIComponent(host)}/${path.map(decodeURIComponent).join('/')}/did.json`;
}

describe('the permanent addresses', () => {
  test('are these, and never change', () => {
    expect(all).toEqual({
      institution: 'https://credentials.example/institutions/provsjo',
      didDocument: 'https://credentials.example/institutions/provsjo/did.json',
      jwks: 'https://credentials.example/institutions/provsjo/jwks.json',
      microcredential: 'https://credentials.example/institutions/provsjo/microcredentials/vatten',
      version: 'https://credentials.example/institutions/provsjo/microcredentials/vatten/versions/2',
      offering: 'https://credentials.example/institutions/provsjo/offerings/7f3a',
      context: 'https://credentials.example/contexts/mikromerit/v1',
      vocabulary: 'https://credentials.example/vocabulary#',
      revocation: 'https://credentials.example/institutions/provsjo/status/1/revocation',
      suspension: 'https://credentials.example/institutions/provsjo/status/1/suspension',
      award: 'https://credentials.example/records/0b9c',
      certificatePage: 'https://credentials.example/certificates/t0ken',
      verifyPage: 'https://credentials.example/verify',
    });
    expect(addresses.part(all.version, 'outcome-1')).toBe(`${all.version}#outcome-1`);
    expect(addresses.did('provsjo')).toBe('did:web:credentials.example:institutions:provsjo');
  });

  test.each(Object.entries(all))('%s has no version of the API and no language in it', (_, address) => {
    const segments = new URL(address).pathname.split('/');
    expect(segments).not.toContain('api');
    for (const locale of [...locales, 'sv']) expect(segments).not.toContain(locale);
  });

  test('are each one of a kind', () => {
    expect(new Set(Object.values(all)).size).toBe(Object.keys(all).length);
    expect(statusPurposes).toEqual(['revocation', 'suspension']);
  });

  test('do not depend on how the base was written', () => {
    const slashed = createAddresses(`${base}/`);
    expect(slashed.base).toBe(base);
    expect(slashed.version('provsjo', 'vatten', 2)).toBe(all.version);
    expect(slashed.did('provsjo')).toBe(addresses.did('provsjo'));
  });
});

describe('the DID of an institution', () => {
  test.each([
    ['https://credentials.example', 'did:web:credentials.example:institutions:provsjo'],
    ['https://credentials.example:8443', 'did:web:credentials.example%3A8443:institutions:provsjo'],
    ['http://localhost:8787', 'did:web:localhost%3A8787:institutions:provsjo'],
    // The default port is no part of an origin.
    ['https://credentials.example:443', 'did:web:credentials.example:institutions:provsjo'],
    ['https://MIXED.example', 'did:web:mixed.example:institutions:provsjo'],
  ])('under %s is %s', (publicUrl, did) => {
    expect(createAddresses(publicUrl).did('provsjo')).toBe(did);
  });

  test.each(['https://credentials.example', 'https://credentials.example:8443'])(
    'under %s leads a stranger to the address where its document is',
    (publicUrl) => {
      const { did, didDocument } = createAddresses(publicUrl);
      expect(resolve(did('provsjo'))).toBe(didDocument('provsjo'));
    },
  );
});
