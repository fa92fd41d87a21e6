import { type ReadAddress, readPath, statusPurposes } from '../domain/addresses/grammar.ts';
import type { Institution } from '../domain/institution/institution.ts';
import { DomainError } from '../domain/shared/errors.ts';
import { publicEntry } from './catalogue/entry-document.ts';
import type { JsonObject, Ports, PublishedEntry } from './ports/index.ts';
import { institutionsById } from './institution/institutions-by-id.ts';
import type { StatusPublishing } from './award/status-publishing.ts';

export type PublicDocuments = ReturnType<typeof createPublicDocuments>;
type Needs = Pick<Ports, 'stores' | 'writer' | 'addresses' | 'sha256'>;
type Newest = (slug: string, microcredentialSlug: string) => Promise<PublishedEntry>;
/** Ready text of a permanent address, with its tag. */
export type PublicDocument = Readonly<{
  text: string;
  etag: string;
  type: string;
  publishedAt?: Date;
  /** A change was made that is not in it yet. */
  isBehind?: boolean;
}>;
/** What the permanent addresses of machines serve: DID documents, status lists, versions. Also read by our own checks. */
export function createPublicDocuments(
  { stores, writer, addresses, sha256 }: Needs,
  lists: Pick<StatusPublishing, 'read'>,
  catalogue: Readonly<{ newest: Newest }>,
) {
  async function made(document: object, type: string): Promise<PublicDocument> {
    const text = JSON.stringify(document);
    return { text, etag: await sha256(text), type };
  }
  const linkedData = (document: JsonObject) => made(document, 'application/ld+json');

  const keysOf = (slug: string) => stores.signingKeys.ofInstitutionCalled(slug);

  async function didDocument(slug: string): Promise<PublicDocument | undefined> {
    const keys = await keysOf(slug);
    return keys && made(writer.composeDidDocument(slug, keys), 'application/did+json');
  }

  async function jwks(slug: string): Promise<PublicDocument | undefined> {
    const keys = await keysOf(slug);
    return keys && made(writer.composeJwks(slug, keys), 'application/jwk-set+json');
  }

  async function statusList(
    slug: string,
    number: string,
    purpose: string,
    isFresh: boolean,
  ): Promise<PublicDocument | undefined> {
    const known = statusPurposes.find((name) => name === purpose);
    const list = known && (await lists.read(slug, Number(number), known, isFresh));
    if (!list) return undefined;
    const { text, etag, publishedAt, changes, published } = list;
    return { text, etag, type: 'application/vc', publishedAt, isBehind: published < changes };
  }

  const context = (): Promise<PublicDocument> => linkedData(writer.context);

  async function version(
    slug: string,
    microcredentialSlug: string,
    number: string,
  ): Promise<PublicDocument | undefined> {
    const found = await stores.microcredentials.documentAt(slug, microcredentialSlug, Number(number));
    if (!found) return undefined;
    const { document: text, digest: etag, publishedAt } = found;
    return { text, etag, type: 'application/json', publishedAt };
  }

  /** The newest version, and who else gives which: by this a certificate of another is known to be by agreement. */
  async function microcredential(slug: string, microcredentialSlug: string): Promise<PublicDocument> {
    const published = await catalogue.newest(slug, microcredentialSlug);
    const { institution, version } = published;
    const agreements = await stores.hostingAgreements.accepted(institution.id, version.microcredentialId);
    const hostOf = await institutionsById(
      stores,
      agreements.map(({ hostId }) => hostId),
    );
    const accepted = agreements.map((agreement) => ({ agreement, host: hostOf(agreement.hostId) }));
    return made(publicEntry(published, addresses, accepted), 'application/json');
  }

  function read(address: ReadAddress): Promise<PublicDocument | undefined> {
    const { name, parts } = address;
    switch (name) {
      case 'context':
        return context();
      case 'didDocument':
        return didDocument(parts.institution);
      case 'jwks':
        return jwks(parts.institution);
      case 'statusList':
        return statusList(parts.institution, parts.list, parts.purpose, true);
      case 'microcredential':
        return microcredential(parts.institution, parts.microcredential).catch(unlessMissing);
      case 'version':
        return version(parts.institution, parts.microcredential, parts.number);
      default:
        return Promise.resolve(undefined);
    }
  }

  return {
    context,
    didDocument,
    jwks,
    statusList,
    version,
    microcredential,

    /** A published version as JSON-LD: the achievement that stands in its credentials. */
    async achievement({ version }: PublishedEntry): Promise<PublicDocument | undefined> {
      const { institutionId, microcredentialId, number } = version;
      const found = await stores.microcredentials.linkedData(institutionId, microcredentialId, number);
      return found && { ...found, type: 'application/ld+json' };
    },

    /** An institution as JSON-LD: the issuer that stands in its credentials. */
    profile: (institution: Institution): Promise<PublicDocument> => linkedData(writer.composeProfile(institution)),

    /** The document at one of our own addresses, as our own checks read it: with every change made so far. */
    async at(url: string): Promise<PublicDocument | undefined> {
      if (!url.startsWith(`${addresses.base}/`)) return undefined;
      const address = readPath(url.slice(addresses.base.length));
      return address && read(address);
    },
  };
}

function unlessMissing(error: unknown): undefined {
  if (error instanceof DomainError) return undefined;
  throw error;
}
