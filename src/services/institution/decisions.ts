import type { Decision } from '../../domain/institution/decision.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import type { Actor } from '../../domain/institution/staff.ts';
import { type Access, visibilityOf } from './access.ts';
import type { Ports, Visibility } from '../ports/index.ts';

export type Decisions = ReturnType<typeof createDecisions>;

/** Who decided, when and on what ground. They are made by the acts that they stand behind, and never changed. */
export function createDecisions({ stores }: Pick<Ports, 'stores'>, access: Access) {
  /** What was decided about a person under protection is hidden with the person. */
  async function isVisible({ institutionId, kind, subjectId }: Decision, visibility: Visibility): Promise<boolean> {
    if (kind === 'publish' || kind === 'join') return true;
    const { results, awards } = stores;
    // A correction is one of a result or of an award.
    if (kind === 'result' || kind === 'correct') {
      if (await results.find(institutionId, subjectId, visibility)) return true;
      if (kind === 'result') return false;
    }
    return (await awards.find(institutionId, subjectId, visibility)) !== undefined;
  }

  return {
    async read(actor: Actor, slug: string, id: string): Promise<Decision> {
      const institution = await access.enter(actor, slug, 'read-decisions');
      const decision = await stores.decisions.find(institution.id, id);
      if (decision && (await isVisible(decision, visibilityOf(actor)))) return decision;
      throw new DomainError('not-found', `There is no decision with the id ${id}.`);
    },
  };
}
