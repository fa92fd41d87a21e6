import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import canonicalize from 'canonicalize';
import { describe, expect, test } from 'vitest';
import type { CompleteContent } from '../../src/domain/catalogue/microcredential.ts';
import { frozenCertificate, frozenContext, frozenVersion } from './frozen.ts';

/*
 * What is signed rests on these bytes for ever: on our context v1, on format 2 of the document of a version, and on how a
 * certificate is composed. A digest that differs here means certificates that no longer verify, or a reader that no longer
 * understands them. What has to change gets a context, a format or a term of its own beside these; a digest is written anew
 * only where a word of ours in a text was mended, and the commit says which.
 */

const folder = new URL('../vectors/frozen/', import.meta.url);
const contentOf = async (name: string): Promise<CompleteContent> =>
  JSON.parse(await readFile(new URL(`${name}.json`, folder), 'utf8')) as CompleteContent;
const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const digestOfJson = (json: unknown): string => digestOf(canonicalize(json) ?? '');

test('our context v1 is what it was', () => {
  expect(digestOfJson(frozenContext())).toBe('c15fa9d16d81dffdd22cfa62aa477f55b3de8c741e53663351fa6794f9b848a0');
});

describe.each([
  [
    'every-element',
    '1c83bf5554cefa0e4a7c2524f5204ca2c3b06caa0d58892e884c7a4fc96d3e91',
    {
      owner: '1ff8a3086bf1c6f78d2a98fe369f6423c4494541227e7c091633b64ce08e1923',
      'given-elsewhere': 'caaeaff69c93314f7c8dc3201869e5cd6c7e47daf3da13e7e2a54b19918b39e4',
      host: 'aa25b0519063b274b2633a12c62ba8695a42664f57ce2bd86292e9e0e7713f45',
    },
  ],
  [
    'hours-only',
    'b7f6a21a550544968d7a7ad9b6eb5a62f1b3577111f24a53a56dab63e74eca8d',
    {
      owner: '92766b187fb4b8975271ffaac32c05b1f69cf43c8c2a5ddd9e8552e20ef04464',
      'given-elsewhere': '9fcce42064e945a7ad8aefde4a179213e36cda336b8cfca715d4a7497b29c2f8',
      host: '03d897bdabbf4a261f3db4abd50a37e6c02288dbf3f8fd4f62d812b1dc860c1f',
    },
  ],
] as const)('of the content %s', (name, version, certificates) => {
  test('the document of a version is what it was', async () => {
    expect(digestOf(frozenVersion(await contentOf(name)))).toBe(version);
  });

  test.each(Object.entries(certificates))('the certificate by %s says what it said', async (by, certificate) => {
    expect(digestOfJson(frozenCertificate(await contentOf(name), by as keyof typeof certificates))).toBe(certificate);
  });
});
