import type { DescribedClaim } from '../../../domain/verification/described.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import { objectsOf } from '../../document/values.ts';
import { codeIn, codesOf, lineOf, linesOf, mapOf, told, toldAny } from './values.ts';

/** The members of objects that are one literal; their order says nothing (RFC 8785 §3.2.3). */
const membersOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  objectsOf(value)
    .flatMap((one) => Object.entries(one))
    .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));

const themesOf = (value: unknown): DescribedClaim['themes'] =>
  membersOf(value).map(([code, label]) => ({ code, ...told({ label: mapOf(label) }) }));

function keywordsOf(value: unknown): DescribedClaim['keywords'] {
  const entries = membersOf(value)
    .map(([language, words]) => [language, linesOf(words)] as const)
    .filter(([, words]) => words.length > 0);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function fundingOf(value: unknown): DescribedClaim['funding'] {
  const all = objectsOf(value);
  const each = (member: string) => all.map((one) => one[member]);
  return toldAny({
    programme: mapOf(each('programme')),
    project: mapOf(each('project')),
    code: lineOf(each('code')),
    sentence: mapOf(each('sentence')),
    emblem: lineOf(each('emblem')),
  });
}

/** For whom and about what it is, who paid for it, and what others may do with its description. */
export const readDescription = (achievement: JsonObject): DescribedClaim =>
  told({
    targetGroups: toldAny({
      ...told({ codes: codesOf('targetGroup', achievement['targetGroup']) }),
      text: mapOf(achievement['targetGroupText']),
    }),
    themes: themesOf(achievement['theme']),
    keywords: keywordsOf(achievement['keyword']),
    funding: fundingOf(achievement['funding']),
    licence: codeIn('licence', achievement['licence']),
  });
