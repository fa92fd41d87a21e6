import type { JsonObject } from '../../../services/ports/index.ts';
import type { VerificationContext } from '../context.ts';
import type { Nodes } from '../../document/json-ld/nodes.ts';
import { asList, idOf } from '../../document/values.ts';

/** What one subject of a document claims, each node with everything the document says about it. */
export type Claim = Readonly<{
  /** The achievement's address, where it has one: it may be all that the document says. */
  id: string | undefined;
  subject: JsonObject;
  achievement: JsonObject;
  results: readonly JsonObject[];
  /** The document that they stand in. */
  nodes: Nodes;
}>;

type Claims = Readonly<{ claims: readonly Claim[]; withoutAchievement: boolean }>;

/** Every achievement of every subject, each with what stands around it. */
export function claimsIn({ document, nodes }: VerificationContext): Claims {
  const gathered = nodes();
  const subjects = gathered.all(document['credentialSubject']);
  const achievementsOf = (subject: (typeof subjects)[number]) => asList(subject['achievement']);
  const claims = subjects.flatMap((subject) => {
    const results = gathered.all(subject['result']);
    return achievementsOf(subject).map((achievement) => ({
      id: idOf(achievement),
      subject,
      achievement: gathered.whole(achievement),
      results,
      nodes: gathered,
    }));
  });
  return { claims, withoutAchievement: subjects.some((subject) => achievementsOf(subject).length === 0) };
}
