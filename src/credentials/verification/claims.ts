import { documentLimits } from './limits.ts';
import type { Claim } from './published.ts';
import type { Subject } from './subject.ts';
import { asList, idOf } from './values.ts';

type Claims = Readonly<{ claims: readonly Claim[]; withoutAchievement: boolean }>;

/** Every achievement of every subject, each with what stands around it. */
export function claimsIn({ document, nodes }: Subject): Claims {
  const whole = nodes();
  const subjects = asList(document['credentialSubject']).map(whole);
  // Lists in lists are one set; the format check lets no more of them through.
  const achievementsOf = (subject: (typeof subjects)[number]) =>
    asList(subject['achievement']).flat(documentLimits.levels);
  const claims = subjects.flatMap((subject) => {
    const results = asList(subject['result']).map(whole);
    return achievementsOf(subject).map((achievement) => ({
      id: idOf(achievement),
      subject,
      achievement: whole(achievement),
      results,
    }));
  });
  return { claims, withoutAchievement: subjects.some((subject) => achievementsOf(subject).length === 0) };
}
