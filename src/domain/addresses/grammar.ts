/**
 * The shape of every permanent address below the origin, with its variable parts by name. Addresses are built and read
 * by these rows, routes are made of them, and docs/addresses.md is written from them.
 */
export const addressShapes = {
  institution: '/institutions/{institution}',
  didDocument: '/institutions/{institution}/did.json',
  jwks: '/institutions/{institution}/jwks.json',
  microcredential: '/institutions/{institution}/microcredentials/{microcredential}',
  version: '/institutions/{institution}/microcredentials/{microcredential}/versions/{number}',
  offering: '/institutions/{institution}/offerings/{offering}',
  statusList: '/institutions/{institution}/status/{list}/{purpose}',
  context: '/contexts/mikromerit/v1',
  award: '/records/{award}',
  certificatePage: '/certificates/{token}',
  verifyPage: '/verify',
} as const;

export type AddressName = keyof typeof addressShapes;
type PartsIn<S extends string> = S extends `${string}{${infer Part}}${infer Rest}` ? Part | PartsIn<Rest> : never;
export type AddressParts<N extends AddressName> = Readonly<Record<PartsIn<(typeof addressShapes)[N]>, string>>;
/** An address that was read: which one it is, and its parts as they are written. */
export type ReadAddress = { [N in AddressName]: Readonly<{ name: N; parts: AddressParts<N> }> }[AddressName];

export const statusPurposes = ['revocation', 'suspension'] as const;
export type StatusPurpose = (typeof statusPurposes)[number];

/** What may stand in a part, as a regular expression without groups. */
const partPatterns: Readonly<Record<PartsIn<(typeof addressShapes)[AddressName]>, string>> = {
  institution: '[a-z0-9-]+',
  microcredential: '[a-z0-9-]+',
  number: '[1-9][0-9]{0,5}',
  offering: '[^/]+',
  list: '[1-9][0-9]{0,8}',
  purpose: '[a-z]+',
  award: '[^/]+',
  token: '[^/]+',
};

const names = Object.keys(addressShapes) as readonly AddressName[];
const filled = (shape: string, fill: (part: keyof typeof partPatterns) => string): string =>
  shape.replaceAll(/\{(\w+)\}/g, (_, part: keyof typeof partPatterns) => fill(part));

export function buildPath<N extends AddressName>(name: N, parts: AddressParts<N>): string {
  return filled(addressShapes[name], (part) => (parts as Readonly<Record<string, string>>)[part] ?? '');
}

const readers = names.map((name) => {
  const shape = addressShapes[name].replaceAll('.', '\\.');
  return { name, pattern: new RegExp(`^${filled(shape, (part) => `(?<${part}>${partPatterns[part]})`)}$`) };
});

/** Which of the addresses a path is; undefined where it is none. */
export function readPath(path: string): ReadAddress | undefined {
  for (const { name, pattern } of readers) {
    const match = pattern.exec(path);
    if (match) return { name, parts: { ...match.groups } } as ReadAddress;
  }
  return undefined;
}

/** The institution below whose address a path is, whatever stands there. */
export const institutionIn = (path: string): string | undefined => /^\/institutions\/([^/]+)(?:\/|$)/.exec(path)?.[1];

/** The shape as Hono writes a route: `/institutions/:institution/did.json`. Numbers are matched by their pattern. */
export const routeOf = (name: AddressName): string =>
  filled(addressShapes[name], (part) =>
    part === 'number' || part === 'list' ? `:${part}{${partPatterns[part]}}` : `:${part}`,
  );
