import type { Addresses } from '../../../domain/addresses/addresses.ts';
import type { Claim, Summary } from '../../../domain/verification/verification.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import type { Nodes } from '../../document/json-ld/nodes.ts';
import { holderOf, type Holder } from './holder.ts';
import { creditsOf, readOpenBadge } from './open-badge.ts';
import { byKey, once } from './order.ts';
import { europeanAchievements, readEuropean } from './others.ts';
import { legalFormOf, readOwnTerms } from './own.ts';
import { readOwnSubject } from './own-subject.ts';
import { createOwnResultReader } from './own-result.ts';
import { createResultReader, scalesOf } from './results.ts';
import { dayOf, lineOf, linesOf, mapOf, told } from './values.ts';
import { flat, idOf, isBlank } from '../../document/values.ts';

/** At most this many claims of one document are shown. */
const maxClaims = 50;

type Unread = NonNullable<Summary['unread']>[number];
export type Claims = Readonly<{ claims: readonly Claim[]; unread: readonly Unread[] }>;

type Reading = Readonly<{ addresses: Addresses; nodes: Nodes; document: JsonObject }>;

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

const isEuropean = (achievement: JsonObject): boolean => flat(achievement['type']).includes('LearningAchievement');
const languageIn = (achievement: JsonObject): string | undefined => lineOf(achievement['inLanguage']);

/** What an achievement says, whoever reached it. Later sources are more exact and take precedence: own terms over Open Badges. */
function aboutAchievement({ addresses, nodes, document }: Reading, achievement: JsonObject): Claim {
  const language = languageIn(achievement);
  const id = idOf(achievement);
  return withoutRepetition({
    ...told({
      title: mapOf(document['name']),
      description: mapOf(document['description']),
      achievement: id === undefined || isBlank(id) || isEuropean(achievement) ? undefined : id,
    }),
    ...scalesOf(nodes, achievement, language),
    ...readOpenBadge(nodes, achievement, language),
    ...(isEuropean(achievement)
      ? readEuropean(nodes, document, achievement)
      : readOwnTerms(addresses, nodes, achievement)),
  });
}

/** A reader of claims that reads each achievement, and each description of results, once. */
function createClaimReader(reading: Reading) {
  const { addresses, nodes } = reading;
  const about = once((achievement) => aboutAchievement(reading, achievement));
  const readers = new Map<string | undefined, ReturnType<typeof createResultReader>>();
  const resultsIn = (language: string | undefined) => {
    const reader = readers.get(language) ?? createResultReader(nodes, language);
    readers.set(language, reader);
    return reader;
  };
  const ownResultOf = createOwnResultReader(nodes);
  return (subject: JsonObject, achievement: JsonObject, holder: Holder) => {
    const ownResult = ownResultOf(subject);
    const results = resultsIn(languageIn(achievement))(subject, achievement);
    const form = legalFormOf(addresses, achievement);
    const isOwn = form !== undefined && !form.includes(':');
    const claim: Claim = {
      ...told({ completedOn: dayOf(subject['completedOn']) ?? dayOf(subject['activityEndDate']) }),
      ...holder.said,
      ...about(achievement),
      ...results.said,
      ...ownResult.said,
      ...(isEuropean(achievement) ? {} : readOwnSubject(nodes, subject, achievement)),
      ...(isEuropean(achievement) ? {} : creditsOf(subject, achievement, isOwn)),
    };
    return { claim, isUnread: results.isUnread || ownResult.isUnread };
  };
}

const achievementsOf = (nodes: Nodes, subject: JsonObject): readonly JsonObject[] => [
  ...nodes.all(subject['achievement']),
  ...europeanAchievements(nodes, subject),
];

/** Every achievement of every subject, or every subject that claims none. */
export function claimsOf(addresses: Addresses, nodes: Nodes, document: JsonObject): Claims {
  const unread = new Set<Unread>();
  const subjects = nodes.all(document['credentialSubject']);
  const all = (subjects.length > 0 ? subjects : [{}]).map((subject) => {
    const achievements = achievementsOf(nodes, subject);
    return { subject, achievements: achievements.length > 0 ? achievements : [{}], isBare: achievements.length === 0 };
  });
  // Counted before anything is read: what many lead to would be read for each of them.
  if (all.reduce((sum, { achievements }) => sum + achievements.length, 0) > maxClaims)
    return { claims: [], unread: ['achievement', 'holder', 'result'] };
  const read = createClaimReader({ addresses, nodes, document });
  const claims = all.flatMap(({ subject, achievements, isBare }) => {
    const holder = holderOf(nodes, subject);
    if (holder.isUnread) unread.add('holder');
    const isLost = flat(subject['achievement']).some((value) => nodes.all(value).length === 0);
    if (isLost || (!isBare && achievements.some(isUnreadAchievement))) unread.add('achievement');
    return achievements.map((achievement) => {
      const { claim, isUnread } = read(subject, achievement, holder);
      if (isUnread) unread.add('result');
      return claim;
    });
  });
  return { claims: claims.sort(byKey), unread: [...unread].sort() };
}
