import type { Claim } from '../../../domain/verification/verification.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import { codesOf, idsOf, linesOf, mapOf, told, toldAny } from './values.ts';

type Level = NonNullable<Claim['level']>;

/** What one statement says about the level: the levels it names, and its words, or undefined if it is of something else. */
type Statement = Readonly<{ levels: readonly string[]; isWhole: boolean; words: readonly string[] }>;

const iri = /^https?:\/\/data\.europa\.eu\/snb\/eqf\/(\w+)$/i;
const named = /^(?:the )?(?:EQF|European Qualifications Framework)(?: \(EQF\))?(?:[ ,:-]*(?:level)?[ ,:-]*(\d+))?$/i;
const code = /^(?:EQF[ -]*)?(?:level[ -]*)?([1-8])$/i;

const isLevel = (level: string | undefined): level is string => level !== undefined && /^[1-8]$/.test(level);

/** An EQF level in an Open Badges alignment: by its type, its framework, its name or the address it leads to. */
export function levelStatement(alignment: JsonObject): Statement | undefined {
  const [codes, urls, types] = ['targetCode', 'targetUrl', 'targetType'].map((name) => linesOf(alignment[name]));
  const names = [...linesOf(alignment['targetName']), ...linesOf(alignment['targetFramework'])];
  const byIri = (urls ?? []).map((url) => iri.exec(url)).filter((match) => match !== null);
  const byName = names.map((name) => named.exec(name)).filter((match) => match !== null);
  const isTyped = (types ?? []).some((type) => type.startsWith('ext:EQF'));
  if (!isTyped && byIri.length === 0 && byName.length === 0) return undefined;
  const byCode = (codes ?? []).map((text) => code.exec(text)?.[1]);
  const found = [...byIri.map((match) => match[1]), ...byName.map((match) => match[1]).filter(Boolean), ...byCode];
  const words = [
    ...(codes ?? []),
    ...byIri.map(([text]) => text),
    ...byName.filter(([, level]) => level).map(([text]) => text),
  ];
  return {
    levels: found.filter(isLevel),
    isWhole: found.length > 0 && found.every(isLevel),
    words: words.length > 0 ? words : [...names, ...(types ?? [])],
  };
}

const ownStatement = (value: string): Statement => {
  const level = iri.exec(value)?.[1] ?? code.exec(value)?.[1];
  return { levels: [level].filter(isLevel), isWhole: isLevel(level), words: [value] };
};

/** IRIs, as European documents and our own terms give them. */
export const levelsIn = (value: unknown): readonly Statement[] => idsOf(value).map(ownStatement);

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();

/** One level, several, or what the document says where that is no level from 1 to 8, or more than one at once. */
function eqfOf(statements: readonly Statement[]): Level {
  const levels = distinct(statements.flatMap((one) => one.levels));
  const isClear = statements.every((one) => one.isWhole && distinct(one.levels).length === 1);
  if (!isClear) return { eqfUnclear: distinct(statements.flatMap(({ words }) => words)) };
  return levels.length > 1 ? { eqfSeveral: levels } : told({ eqf: levels[0] });
}

export const levelOf = (achievement: JsonObject, statements: readonly Statement[], frameworks: readonly string[]) =>
  toldAny({
    ...eqfOf(statements),
    national: distinct([...codesOf('nqf', achievement['nqfLevel']), ...frameworks]).join(' / ') || undefined,
    notApplicable: mapOf(achievement['noLevelReason']),
  });
