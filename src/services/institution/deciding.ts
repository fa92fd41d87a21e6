import {
  type About,
  decide,
  type Decision,
  type DecisionInput,
  type DecisionKind,
  type Since,
} from '../../domain/institution/decision.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import type { Actor } from '../../domain/institution/staff.ts';
import { todayIn } from '../../domain/shared/dates.ts';
import type { Ports } from '../ports/index.ts';

type Matter = Readonly<{
  /** Who puts it on record. */
  actor: Actor;
  /** Who decided. */
  personId: string;
  institution: Institution;
  subjects: readonly string[];
  /** Absent: a new one. */
  id?: string;
  /** What it cannot be dated before. */
  since?: Since;
}>;

/** The record of a legal act, made now where the institution is; throws `decision-invalid`. */
export const createDeciding =
  ({ now, newId }: Pick<Ports, 'now' | 'newId'>) =>
  <K extends DecisionKind>(kind: K, input: DecisionInput, about: Matter & About<K>): Decision => {
    const { actor, institution, id = newId() } = about;
    const today = todayIn(institution, now());
    const facts = { id, institutionId: institution.id, recordedBy: actor.id, now: now(), today };
    return decide(kind, input, { ...about, ...facts });
  };
