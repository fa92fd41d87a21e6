import type { Claim } from '../../domain/verification.ts';
import type { JsonObject } from '../../services/ports.ts';
import type { Nodes } from './nodes.ts';
import { eachOf, once } from './summary-order.ts';
import { lineOf, linesOf, mapOf, told, toldAny } from './summary-values.ts';
import { flat } from './values.ts';

type Result = NonNullable<Claim['results']>[number];

const scaleOf = (description: JsonObject): Claim['gradeScale'] =>
  toldAny({
    min: lineOf(description['valueMin']),
    max: lineOf(description['valueMax']),
    required: lineOf(description['requiredValue']),
  });

/** What a result was reached on: its own description, which is another one's neighbour at most. */
const descriptionOf = (language: unknown) => (description: JsonObject) =>
  told({ description: mapOf(description['name'], language), scale: scaleOf(description) });

/** The level of a rubric that was reached, by its name where the document describes it. */
const achieved = (nodes: Nodes, result: JsonObject): string | undefined =>
  lineOf(nodes.all(result['achievedLevel']).flatMap((level) => [lineOf(level['name']) ?? lineOf(level['level'])])) ??
  lineOf(result['achievedLevel']);

export type Results = Readonly<{ said: Partial<Claim>; isUnread: boolean }>;

/** The results of one subject, and the descriptions and scales of the achievement that they belong to. */
export function resultsOf(nodes: Nodes, subject: JsonObject, achievement: JsonObject, language: unknown): Results {
  const describe = once(descriptionOf(language));
  const descriptions = nodes.all(achievement['resultDescription']);
  const unread: unknown[] = flat(subject['result']).filter((value) => nodes.all(value).length === 0);
  const read = (node: JsonObject): Result | undefined => {
    const value = lineOf(node['value']) ?? achieved(nodes, node);
    const status = lineOf(node['status']);
    const hasMore = flat(node['value']).some((one) => linesOf(one).length === 0);
    if (hasMore || (value === undefined && status === undefined)) unread.push(node);
    if (value === undefined && status === undefined) return undefined;
    const own = nodes.all(node['resultDescription']);
    const described = own.length === 1 && own[0] ? describe(own[0]) : {};
    return { ...told({ value, status }), ...described };
  };
  const named = nodes.all(subject['result']);
  const results = eachOf(named, read);
  const [only] = results;
  // One grade on the one scale there is: the claim says that already.
  const own = nodes.all(named.map((node) => node['resultDescription']));
  const isPlain =
    results.length === 1 &&
    only?.status === undefined &&
    own.every((one) => descriptions.length === 1 && one === descriptions[0]);
  return {
    said: told({
      grade: results.length === 1 ? only?.value : undefined,
      results: isPlain ? undefined : results,
      gradingScheme: mapOf(
        descriptions.flatMap(({ name }) => flat(name)),
        language,
      ),
      gradeScale: descriptions.length === 1 && descriptions[0] ? scaleOf(descriptions[0]) : undefined,
    }),
    isUnread: unread.length > 0,
  };
}
