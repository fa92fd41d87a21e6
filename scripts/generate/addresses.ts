import { readFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { addressShapes, type AddressName } from '../../src/domain/addresses/grammar.ts';
import { replaceFile, root } from './files.ts';

type Words = Readonly<{ what: string; document: string; page: string; kept: string }>;
/** Names that stand in documents and are no addresses of their own. */
const derived = {
  did: 'did:web:HOST:institutions:{institution}',
  part: `${addressShapes.version}#{part}`,
  vocabulary: '/vocabulary#{term}',
} as const;

const none = '–';
/** In the order of the page. A shape without its words does not compile. */
const words: Readonly<Record<AddressName | keyof typeof derived, Words>> = {
  institution: {
    what: 'an institution',
    document:
      '`application/json`: name, country, kind, DID; `application/ld+json`: the issuer as it stands in credentials',
    page: 'its courses',
    kept: '1 minute',
  },
  did: { what: 'its DID', document: 'resolves to the next address', page: none, kept: none },
  didDocument: {
    what: 'its DID document',
    document:
      '`application/did+json`: every key that it ever signed with, as Multikey and as JsonWebKey; old keys stay, with their ends',
    page: none,
    kept: '1 minute',
  },
  jwks: {
    what: 'its keys for JOSE',
    document: '`application/jwk-set+json`: the same keys but for revoked ones; `kid` is the id in the DID document',
    page: none,
    kept: '1 minute',
  },
  microcredential: {
    what: 'a micro-credential',
    document:
      '`application/json`: the newest published version, with its digest, and who else gives which; `application/ld+json`: the same as an achievement',
    page: 'the course',
    kept: '1 minute',
  },
  version: {
    what: 'one published version',
    document:
      '`application/json`: the exact bytes (RFC 8785) that its digest is over, for ever; `application/ld+json`: the achievement of its first form',
    page: 'the course as it was',
    kept: '1 day',
  },
  part: { what: 'a part of a version', document: 'stands in the document of the version', page: none, kept: none },
  offering: {
    what: 'a run',
    document:
      '`application/json`: dates, forms, prices, how to apply, and where it stands today; `application/ld+json`: the same as a schema.org CourseInstance',
    page: 'the run',
    kept: '1 minute',
  },
  statusList: {
    what: 'a status list',
    document: '`application/vc`: a signed list of 131 072 bits; `{purpose}` is `revocation` or `suspension`',
    page: none,
    kept: '1 minute',
  },
  context: {
    what: 'our JSON-LD context',
    document: '`application/ld+json`; signatures rest on it, so new terms get a new address',
    page: none,
    kept: '1 day',
  },
  vocabulary: {
    what: 'a term of our vocabulary',
    document: 'a name, in the context and in credentials; nothing is served there',
    page: none,
    kept: none,
  },
  award: {
    what: 'an award',
    document:
      '`application/json`: that it is one, by whom and of what; nothing of whom. Not there for a protected person',
    page: 'the same in words',
    kept: '1 minute',
  },
  certificatePage: {
    what: 'a certificate page',
    document:
      '`application/vc`: the signed credential. There while it is turned on; turned on again it has another token',
    page: 'the certificate',
    kept: 'by its reader alone, and asked about each time',
  },
  verifyPage: {
    what: 'the verify page',
    document: 'none (404 and a pointer to `POST /api/v1/verify`)',
    page: 'the form',
    kept: none,
  },
};

const shapes: Readonly<Record<string, string>> = { ...addressShapes, ...derived };
const page = new URL('docs/addresses.md', root);

/** docs/addresses.md with its table made from the grammar; the sentences around it stay. */
export async function addressesPage(): Promise<string> {
  const text = await readFile(page, 'utf8');
  const rows = Object.entries(words).map(([name, { what, document, page, kept }]) =>
    ['', what, `\`${shapes[name]}\``, document, page, kept, ''].join(' | ').trim(),
  );
  const head = ['| What | Address | Document | Page | May be kept |', '| --- | --- | --- | --- | --- |'];
  const table = [...head, ...rows].join('\n');
  const whole = text.replace(/^\| What [\s\S]*?\n(?=\n)/m, `${table}\n`);
  return format(whole, { ...(await resolveConfig(page)), parser: 'markdown' });
}

export const writeAddressesPage = async (): Promise<void> => replaceFile(page, await addressesPage());
