import type { Decision } from '../domain/decision.ts';
import { DomainError } from '../domain/errors.ts';
import type { Actor } from '../domain/staff.ts';
import type { Access } from './access.ts';
import type { Ports } from './ports.ts';

export type Decisions = ReturnType<typeof createDecisions>;

/** Who decided, when and on what ground. They are made by the acts that they stand behind, and never changed. */
export function createDecisions({ stores }: Pick<Ports, 'stores'>, access: Access) {
  return {
    async read(actor: Actor, slug: string, id: string): Promise<Decision> {
      const institution = await access.enter(actor, slug, 'read-decisions');
      const decision = await stores.decisions.find(institution.id, id);
      if (decision) return decision;
      throw new DomainError('not-found', `There is no decision with the id ${id}.`);
    },
  };
}
