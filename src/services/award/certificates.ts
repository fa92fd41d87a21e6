import { clockSkewInMs } from '../../domain/shared/age.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import type { Award } from '../../domain/award/award.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import type { DocumentedVersion, PublishedVersion } from '../../domain/catalogue/microcredential.ts';
import type { Report } from '../../domain/verification/verification.ts';
import { statusPurposes } from '../../domain/addresses/grammar.ts';
import { institutionsById } from '../institution/institutions-by-id.ts';
import type { AwardEntry, JsonObject, Ports } from '../ports/index.ts';
import type { PublicDocument, PublicDocuments } from '../public-documents.ts';
import type { Made } from '../ports/reports.ts';
import { firstDocument, type SignedCredential, toText } from './documents.ts';
import { createReportCache } from './report-cache.ts';

type Needs = Pick<Ports, 'stores' | 'writer' | 'verifier' | 'addresses' | 'now' | 'sha256' | 'reports'>;
/** What a certificate page shows; the report is of a check of what is signed, never the database's word. */
export type Certificate = Readonly<{
  award: Award;
  /** Who awards; who gave the run; whose course it is. */
  institution: Institution;
  host: Institution;
  owner: Institution;
  microcredentialSlug: string;
  version: PublishedVersion;
  credential: SignedCredential;
  report: Report;
}>;
/** By address. */
type AtHand = ReadonlyMap<string, PublicDocument>;
type Unchecked = Omit<Certificate, 'report' | 'version'> & Readonly<{ version: DocumentedVersion }>;
export type Certificates = ReturnType<typeof createCertificates>;

/** When a check comes out otherwise by the clock alone, with the difference that it allows to clocks. */
function turningPointsOf(document: JsonObject): readonly number[] {
  const { created, expires } = (document['proof'] ?? {}) as JsonObject;
  const begins = [document['validFrom'], created].map((moment) => Date.parse(String(moment)) - clockSkewInMs);
  // At the last of these milliseconds it is not over yet.
  const ends = [document['validUntil'], expires].map((moment) => Date.parse(String(moment)) + clockSkewInMs + 1);
  return [...begins, ...ends].filter((moment) => !Number.isNaN(moment));
}

/** What the holder of a link, or of the credential's own address, sees. */
export function createCertificates(
  { stores, writer, verifier, addresses, now, sha256, reports = createReportCache(true) }: Needs,
  documents: Pick<PublicDocuments, 'didDocument' | 'statusList'>,
) {
  async function behind(token: string): Promise<AwardEntry & Readonly<{ credential: SignedCredential }>> {
    const entry = await stores.awards.findByCertificateToken(token);
    const { award } = entry ?? {};
    const signed = award && (await stores.documents.findCurrent(award.institutionId, firstDocument(writer, award.id)));
    if (entry && signed) return { ...entry, credential: toText(signed) };
    throw new DomainError('not-found', 'There is no certificate at this address, or its page has been turned off.');
  }
  /** Everything of ours that the check of one of our own certificates reads; undefined where some of it is not there. */
  async function readFor({ award, institution, version }: Unchecked): Promise<AtHand | undefined> {
    const { slug } = institution;
    const { listNumber } = award.status;
    const found = new Map<string, PublicDocument | undefined>([
      [addresses.didDocument(slug), await documents.didDocument(slug)],
      [version.id, { text: version.document, etag: await sha256(version.document), type: 'application/json' }],
    ]);
    for (const purpose of statusPurposes) {
      const list = await documents.statusList(slug, String(listNumber), purpose, true);
      found.set(addresses.statusList(slug, listNumber, purpose), list);
    }
    const all = [...found].filter((each): each is [string, PublicDocument] => each[1] !== undefined);
    return all.length === found.size ? new Map(all) : undefined;
  }

  async function check(text: string, atHand?: AtHand): Promise<Made> {
    const document = JSON.parse(text) as JsonObject;
    const report = await verifier.verify(document, now(), undefined, atHand);
    return { report, turnsAt: turningPointsOf(document) };
  }

  async function reportOn(certificate: Unchecked): Promise<Report> {
    const { award, credential } = certificate;
    // What cannot be read is for the check to say.
    const atHand = await readFor(certificate).catch(() => undefined);
    if (atHand === undefined) return (await check(credential.text)).report;
    const etags = [...atHand.values()].map(({ etag }) => etag);
    const basis = JSON.stringify([await sha256(credential.text), ...etags]);
    return reports.read(award.id, basis, now, () => check(credential.text, atHand));
  }

  return {
    credential: async (token: string): Promise<SignedCredential> => (await behind(token)).credential,

    async read(token: string): Promise<Certificate> {
      const { award, credential, microcredentialSlug } = await behind(token);
      const { institutionId, hostId, ownerId, microcredentialId } = award;
      const party = await institutionsById(stores, [institutionId, hostId, ownerId]);
      const [institution, host, owner] = [party(institutionId), party(hostId), party(ownerId)];
      const version = await stores.microcredentials.findVersion(ownerId, microcredentialId, award.version);
      if (!version) throw new Error(`version ${award.version} of ${microcredentialId} is missing`);
      const found = { award, institution, host, owner, microcredentialSlug, version, credential };
      return { ...found, report: await reportOn(found) };
    },

    /** What an award's permanent address says to a stranger: that it is one, of what, and nothing of whom. */
    async existence(
      id: string,
    ): Promise<
      Readonly<{ institution: Institution; owner: string; microcredentialSlug: string }> &
        Pick<Award, 'version' | 'legalForm'>
    > {
      const found = await stores.awards.findPublic(id);
      if (!found || found.isProtected) throw new DomainError('not-found', 'There is no award at this address.');
      const { award, parties, microcredentialSlug } = found;
      return {
        institution: await stores.institutions.get(award.institutionId),
        owner: parties.owner,
        microcredentialSlug,
        version: award.version,
        legalForm: award.legalForm,
      };
    },
  };
}
