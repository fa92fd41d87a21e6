import type { Actor } from '../../domain/institution/staff.ts';
import { type Access, visibilityOf } from '../institution/access.ts';
import type { HostedCompletion, Page, PageRequest, Ports } from '../ports/index.ts';

/** What other institutions have examined and this one is to award: no more of their people than an award needs. */
export const createHostedCompletions = ({ stores }: Pick<Ports, 'stores'>, access: Access) => ({
  async list(actor: Actor, slug: string, page: PageRequest): Promise<Page<HostedCompletion>> {
    const institution = await access.enter(actor, slug, 'read-people');
    return stores.awards.waiting(institution.id, page, visibilityOf(actor));
  },
});
