import { DomainError } from '../domain/errors.ts';
import type { Award } from '../domain/award.ts';
import type { Institution } from '../domain/institution.ts';
import type { PublishedVersion } from '../domain/microcredential.ts';
import type { Report } from '../domain/verification.ts';
import type { JsonObject, Ports, SignedCredential } from './ports.ts';

type Needs = Pick<Ports, 'stores' | 'verifier' | 'now'>;
/** What a certificate page shows; the report is of a check made now, never the database's word. */
export type Certificate = Readonly<{
  award: Award;
  institution: Institution;
  slug: string;
  version: PublishedVersion;
  credential: SignedCredential;
  report: Report;
}>;
export type Certificates = ReturnType<typeof createCertificates>;

/** What the holder of a link, or of the credential's own address, sees. */
export function createCertificates({ stores, verifier, now }: Needs) {
  async function behind(token: string): Promise<Readonly<{ award: Award; credential: SignedCredential }>> {
    const award = await stores.awards.findByCertificateToken(token);
    const credential = award && (await stores.credentials.findSigned(award.institutionId, award.id));
    if (award && credential) return { award, credential };
    throw new DomainError('not-found', 'There is no certificate at this address, or its page has been turned off.');
  }
  return {
    credential: async (token: string): Promise<SignedCredential> => (await behind(token)).credential,

    async read(token: string): Promise<Certificate> {
      const { award, credential } = await behind(token);
      const institution = await stores.institutions.get(award.institutionId);
      const microcredential = await stores.microcredentials.findById(award.institutionId, award.microcredentialId);
      const version = await stores.microcredentials.findVersion(
        award.institutionId,
        award.microcredentialId,
        award.version,
      );
      if (!microcredential || !version)
        throw new Error(`version ${award.version} of ${award.microcredentialId} is missing`);
      const report = await verifier.verify(JSON.parse(credential.text) as JsonObject, now());
      return { award, institution, slug: microcredential.slug, version, credential, report };
    },

    /** What an award's permanent address says to a stranger: that it is one, of what, and nothing of whom. */
    async existence(id: string): Promise<Readonly<{ institution: Institution; slug: string; version: number }>> {
      const found = await stores.awards.findPublic(id);
      const microcredential =
        found && (await stores.microcredentials.findById(found.award.institutionId, found.award.microcredentialId));
      if (!found || found.isProtected || !microcredential)
        throw new DomainError('not-found', 'There is no award at this address.');
      return {
        institution: await stores.institutions.get(found.award.institutionId),
        slug: microcredential.slug,
        version: found.award.version,
      };
    },
  };
}
