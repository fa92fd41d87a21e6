import { describe, expect, test } from 'vitest';
import { pageHeaders, securityHeadersFor } from '../../src/http/middleware/security-headers.ts';

const policyOf = (headers: Readonly<Record<string, string>>) => (headers['Content-Security-Policy'] ?? '').split('; ');

describe('a page', () => {
  test('has no script', () => {
    expect(policyOf(pageHeaders()).join()).not.toMatch(/script-src|connect-src|unsafe/);
    expect(policyOf(pageHeaders())).toContain("default-src 'none'");
  });
  test('that has a script of its own may run and ask this origin alone', () => {
    const added = policyOf(pageHeaders({ script: true })).filter((each) => !policyOf(pageHeaders()).includes(each));
    expect(added).toEqual(["script-src 'self'", "connect-src 'self'"]);
  });
});

describe('an answer', () => {
  test.each([
    ['of data may load nothing', {}, false, ['Content-Security-Policy', 'Referrer-Policy', 'X-Content-Type-Options']],
    ['of a page keeps its policy', pageHeaders(), false, ['Referrer-Policy', 'X-Content-Type-Options']],
    [
      'of a public address is asked for by https alone',
      pageHeaders(),
      true,
      ['Referrer-Policy', 'Strict-Transport-Security', 'X-Content-Type-Options'],
    ],
  ])('%s', (_, headers, isSecureOrigin, added) => {
    expect(Object.keys(securityHeadersFor(new Headers(headers), isSecureOrigin)).sort()).toEqual(added);
  });
});
