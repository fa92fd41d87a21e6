import type { Claim } from './published.ts';
import type { VerificationContext } from '../context.ts';
import { asList, idOf } from '../../document/values.ts';

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
