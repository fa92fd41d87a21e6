/**
 * The permanent addresses. They stand in signed credentials, so they were decided once and never change;
 * docs/addresses.md lists them. None has a version of the API or a language in it.
 */
export function createAddresses(publicUrl: string) {
  const base = publicUrl.replace(/\/$/, '');
  const { host } = new URL(base);
  const institution = (slug: string) => `${base}/institutions/${slug}`;
  const microcredential = (slug: string, microcredentialSlug: string) =>
    `${institution(slug)}/microcredentials/${microcredentialSlug}`;
  return {
    base,
    institution,
    /** did:web (method specification §3.1): the port's colon is percent-encoded, path segments become colons. */
    did: (slug: string) => `did:web:${host.replace(':', '%3A')}:institutions:${slug}`,
    didDocument: (slug: string) => `${institution(slug)}/did.json`,
    microcredential,
    version: (slug: string, microcredentialSlug: string, number: number) =>
      `${microcredential(slug, microcredentialSlug)}/versions/${number}`,
    /** Ids of parts of a version: outcomes, result descriptions, awarding bodies. */
    part: (version: string, name: string) => `${version}#${name}`,
    context: `${base}/contexts/mikromerit/v1`,
    vocabulary: `${base}/vocabulary#`,
    statusList: (slug: string, list: number, purpose: StatusPurpose) =>
      `${institution(slug)}/status/${list}/${purpose}`,
    award: (awardId: string) => `${base}/awards/${awardId}`,
    certificatePage: (token: string) => `${base}/certificates/${token}`,
    verifyPage: `${base}/verify`,
  };
}

export type Addresses = ReturnType<typeof createAddresses>;
export const statusPurposes = ['revocation', 'suspension'] as const;
export type StatusPurpose = (typeof statusPurposes)[number];
