import { type Emblem, type Image, readEmblem } from '../../domain/catalogue/description/emblem.ts';
import type { Actor } from '../../domain/institution/staff.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import type { Access } from '../institution/access.ts';
import { createRecorder } from '../institution/audit.ts';
import type { Ports } from '../ports/index.ts';

type Needs = Pick<Ports, 'stores' | 'transact' | 'now' | 'sha256' | 'canonicalJson'>;
export type UploadedEmblem = Readonly<{ id: string }> & Image;

/** The emblems of those who pay for the courses of an institution. */
export function createEmblems(ports: Needs, access: Access) {
  const { stores, transact, now, sha256 } = ports;
  const record = createRecorder(ports);

  return {
    /** The same bytes have the same id, however often they come. */
    async add(actor: Actor, slug: string, bytes: Uint8Array<ArrayBuffer>): Promise<UploadedEmblem> {
      const institution = await access.enter(actor, slug, 'write-draft');
      const image = readEmblem(bytes);
      const id = await sha256(bytes);
      const emblem: Emblem = { institutionId: institution.id, id, mediaType: image.mediaType, bytes, createdAt: now() };
      await transact(institution.id, async (stores) => {
        if (!(await stores.emblems.insert(emblem))) return;
        await record(stores, {
          institutionId: institution.id,
          actor: actor.id,
          action: 'emblem-added',
          subjects: [id],
        });
      });
      return { id, ...image };
    },

    /** Anyone sees it: it stands on public pages. */
    async find(slug: string, id: string): Promise<Emblem> {
      const institution = await access.institution(slug);
      const found = await stores.emblems.find(institution.id, id);
      if (found) return found;
      throw new DomainError('not-found', `${slug} has no emblem with this id.`);
    },
  };
}
