import type { MicrocredentialContent } from '../../domain/catalogue/microcredential.ts';
import { type Copy, copyOf, mayBeCopied, withProvenance } from '../../domain/catalogue/description/copy.ts';
import { readPath } from '../../domain/addresses/grammar.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import type { Ports, PublishedEntry } from '../ports/index.ts';

type Needs = Pick<Ports, 'stores' | 'addresses'>;
type Input = Readonly<{ copyOf?: string; content: MicrocredentialContent }>;

const refused = (detail: string) =>
  new DomainError('content-invalid', 'This cannot be copied.', { violations: [{ pointer: '#/copyOf', detail }] });

/** What a new draft begins with: what was sent, over what is copied from a published version of this service. */
export function createCopying({ stores, addresses }: Needs) {
  async function published(address: string): Promise<PublishedEntry | undefined> {
    if (!address.startsWith(`${addresses.base}/`)) return undefined;
    const read = readPath(address.slice(addresses.base.length));
    if (read?.name !== 'version') return undefined;
    const { institution: slug, microcredential: microcredentialSlug, number } = read.parts;
    const institution = await stores.institutions.find(slug);
    const found = institution && (await stores.microcredentials.find(institution.id, microcredentialSlug));
    const version = found && (await stores.microcredentials.findVersion(institution.id, found.id, Number(number)));
    return version && { institution, microcredentialSlug, version };
  }

  return async (institution: Institution, { copyOf: address, content }: Input): Promise<Copy> => {
    if (address === undefined) return { content: withProvenance(content, undefined), dropped: [] };
    const source = await published(address);
    if (!source) throw refused('There is no published version of this service at this address.');
    const isOwn = source.institution.id === institution.id;
    if (!isOwn && !mayBeCopied(source.version.content))
      throw refused('Its licence does not let others use this description. Ask the institution that published it.');
    const { name, slug } = source.institution;
    const copy = copyOf({ version: address, content: source.version.content, institution: name, slug }, isOwn);
    return { ...copy, content: { ...copy.content, ...withProvenance(content, copy.content.provenance) } };
  };
}
