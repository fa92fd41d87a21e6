import type { Addresses } from '../../domain/addresses.ts';
import type { Claim, Summary } from '../../domain/verification.ts';
import type { JsonObject } from '../../services/ports.ts';
import type { Nodes } from './nodes.ts';
import { holderOf, type Holder } from './summary-holder.ts';
import { creditsOf, readOpenBadge } from './summary-open-badge.ts';
import { byKey } from './summary-order.ts';
import { europeanAchievements, readEuropean } from './summary-others.ts';
import { legalFormOf, readOwnTerms } from './summary-own.ts';
import { resultsOf } from './summary-results.ts';
import { dayOf, lineOf, linesOf, mapOf, told } from './summary-values.ts';
import { flat, idOf, isBlank } from './values.ts';

/** More than one document is shown to claim: what is said of each is read anew. */
const maxClaims = 50;

type Unread = NonNullable<Summary['unread']>[number];
export type Claims = Readonly<{ claims: readonly Claim[]; unread: readonly Unread[] }>;

type Reading = Readonly<{ addresses: Addresses; nodes: Nodes; document: JsonObject; unread: Set<Unread> }>;

/** Says nothing but which one it is, or says its name in a way that is no text. */
function isUnreadAchievement(achievement: JsonObject): boolean {
  const said = Object.keys(achievement).filter((name) => name !== 'id' && name !== 'type');
  return said.length === 0 || flat(achievement['name']).some((name) => linesOf(name).length === 0);
}

/** Our own documents repeat their outcomes as criteria, for readers of Open Badges. */
function withoutRepetition(claim: Claim): Claim {
  const outcomes = new Set(claim.learningOutcomes?.flatMap(({ text }) => Object.values(text)));
  const lines = Object.values(claim.criteria ?? {}).flatMap((text) => text.split('\n'));
  const { criteria, criteriaUrl, identifiers, ...rest } = claim;
  const isRepeated = lines.length > 0 && lines.every((line) => outcomes.has(line.replace(/^- /, '')));
  const isPart = claim.achievement !== undefined && criteriaUrl?.startsWith(`${claim.achievement}#`) === true;
  return {
    ...rest,
    ...told({
      criteria: isRepeated ? undefined : criteria,
      criteriaUrl: isPart ? undefined : criteriaUrl,
      identifiers: identifiers?.filter(({ value }) => value !== claim.syllabus),
    }),
  };
}

/** What is more exact comes later and displaces: own terms over Open Badges over what every credential has. */
function claimOf(reading: Reading, subject: JsonObject, achievement: JsonObject, holder: Holder): Claim {
  const { addresses, nodes, document, unread } = reading;
  const language = lineOf(achievement['inLanguage']);
  const results = resultsOf(nodes, subject, achievement, language);
  if (results.isUnread) unread.add('result');
  const id = idOf(achievement);
  const isEuropean = flat(achievement['type']).includes('LearningAchievement');
  const isOwn = Object.values(told({ legalForm: legalFormOf(addresses, achievement) })).some(
    (form) => !form.includes(':'),
  );
  return withoutRepetition({
    ...told({
      title: mapOf(document['name']),
      description: mapOf(document['description']),
      achievement: id === undefined || isBlank(id) || isEuropean ? undefined : id,
      completedOn: dayOf(subject['completedOn']) ?? dayOf(subject['activityEndDate']),
    }),
    ...holder.said,
    ...results.said,
    ...readOpenBadge(nodes, achievement, language),
    ...creditsOf(subject, achievement, isOwn),
    ...(isEuropean ? readEuropean(nodes, document, achievement) : {}),
    ...(isEuropean ? {} : readOwnTerms(addresses, nodes, achievement)),
  });
}

/** Every achievement of every subject, or every subject that claims none. */
export function claimsOf(addresses: Addresses, nodes: Nodes, document: JsonObject): Claims {
  const unread = new Set<Unread>();
  const reading: Reading = { addresses, nodes, document, unread };
  const subjects = nodes.all(document['credentialSubject']);
  const pairs = (subjects.length > 0 ? subjects : [{}]).flatMap((subject) => {
    const holder = holderOf(nodes, subject);
    if (holder.isUnread) unread.add('holder');
    const achievements = [...nodes.all(subject['achievement']), ...europeanAchievements(nodes, subject)];
    const isLost = flat(subject['achievement']).some((value) => nodes.all(value).length === 0);
    if (isLost || achievements.some(isUnreadAchievement)) unread.add('achievement');
    return (achievements.length > 0 ? achievements : [{}]).map((achievement) => ({ subject, achievement, holder }));
  });
  if (pairs.length > maxClaims) return { claims: [], unread: ['achievement', 'holder', 'result'] };
  const claims = pairs.map(({ subject, achievement, holder }) => claimOf(reading, subject, achievement, holder));
  return { claims: claims.sort(byKey), unread: [...unread].sort() };
}
