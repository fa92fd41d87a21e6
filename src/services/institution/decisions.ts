import type { Decision } from '../../domain/institution/decision.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import type { Actor } from '../../domain/institution/staff.ts';
import { type Access, visibilityOf } from './access.ts';
import type { Ports, Visibility } from '../ports/index.ts';

export type Decisions = ReturnType<typeof createDecisions>;

/** Who decided, when and on what ground. They are made by the acts that they stand behind, and never changed. */
export function createDecisions({ stores }: Pick<Ports, 'stores'>, access: Access) {
  /** What was decided about a person under protection is hidden with the person. */
  async function seenOf(
    { institutionId, kind, subjects }: Decision,
    visibility: Visibility,
  ): Promise<readonly string[]> {
    if (kind === 'publish' || kind === 'join') return subjects;
    const { results, awards } = stores;
    const [first = ''] = subjects;
    // A correction is one of a result or of an award.
    if (kind === 'result' || kind === 'correct') {
      if (await results.find(institutionId, first, visibility)) return subjects;
      if (kind === 'result') return [];
    }
    return awards.seen(institutionId, subjects, visibility);
  }

  return {
    async read(actor: Actor, slug: string, id: string): Promise<Decision> {
      const institution = await access.enter(actor, slug, 'read-decisions');
      const decision = await stores.decisions.find(institution.id, id);
      const subjects = decision ? await seenOf(decision, visibilityOf(actor)) : [];
      if (decision && subjects.length > 0) return { ...decision, subjects };
      throw new DomainError('not-found', `There is no decision with the id ${id}.`);
    },
  };
}
