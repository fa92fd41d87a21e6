import { buildPath, type StatusPurpose } from './grammar.ts';

/**
 * The permanent addresses under one origin. They stand in signed credentials, so they were decided once and never
 * change; docs/addresses.md lists them. None has a version of the API or a language in it.
 */
export function createAddresses(publicUrl: string) {
  const base = publicUrl.replace(/\/$/, '');
  const { host } = new URL(base);
  return {
    base,
    institution: (slug: string) => base + buildPath('institution', { institution: slug }),
    /** did:web (method specification §3.1): the port's colon is percent-encoded, path segments become colons. */
    did: (slug: string) =>
      `did:web:${host.replace(':', '%3A')}${buildPath('institution', { institution: slug }).replaceAll('/', ':')}`,
    didDocument: (slug: string) => base + buildPath('didDocument', { institution: slug }),
    jwks: (slug: string) => base + buildPath('jwks', { institution: slug }),
    microcredential: (slug: string, microcredentialSlug: string) =>
      base + buildPath('microcredential', { institution: slug, microcredential: microcredentialSlug }),
    version: (slug: string, microcredentialSlug: string, number: number) =>
      base + buildPath('version', { institution: slug, microcredential: microcredentialSlug, number: String(number) }),
    offering: (slug: string, id: string) => base + buildPath('offering', { institution: slug, offering: id }),
    /** Ids of parts of a version (outcomes, result descriptions, awarding bodies) and of a record. */
    part: (whole: string, name: string) => `${whole}#${name}`,
    context: base + buildPath('context', {}),
    vocabulary: `${base}/vocabulary#`,
    statusList: (slug: string, list: number, purpose: StatusPurpose) =>
      base + buildPath('statusList', { institution: slug, list: String(list), purpose }),
    award: (awardId: string) => base + buildPath('award', { award: awardId }),
    certificatePage: (token: string) => base + buildPath('certificatePage', { token }),
    verifyPage: base + buildPath('verifyPage', {}),
  };
}

export type Addresses = ReturnType<typeof createAddresses>;
