import type { Claim } from '../../../domain/verification/verification.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import type { Nodes } from '../../document/json-ld/nodes.ts';
import { eachOf, once } from './order.ts';
import { lineOf, linesOf, mapOf, told, toldAny } from './values.ts';
import { flat } from '../../document/values.ts';

type Result = NonNullable<Claim['results']>[number];

const scaleOf = (description: JsonObject): Claim['gradeScale'] =>
  toldAny({
    min: lineOf(description['valueMin']),
    max: lineOf(description['valueMax']),
    required: lineOf(description['requiredValue']),
  });

/** What is shown of the description of a result: its name and its scale. */
const descriptionOf = (language: unknown) => (description: JsonObject) =>
  told({ description: mapOf(description['name'], language), scale: scaleOf(description) });

/** The level of a rubric that was reached, by its name where the document describes it. */
const achieved = (nodes: Nodes, result: JsonObject): string | undefined =>
  lineOf(nodes.all(result['achievedLevel']).flatMap((level) => [lineOf(level['name']) ?? lineOf(level['level'])])) ??
  lineOf(result['achievedLevel']);

export type Results = Readonly<{ said: Partial<Claim>; isUnread: boolean }>;

/** The scale of an achievement, where it has one, and what its scales are called. */
export function scalesOf(nodes: Nodes, achievement: JsonObject, language: unknown): Partial<Claim> {
  const descriptions = nodes.all(achievement['resultDescription']);
  const names = descriptions.flatMap(({ name }) => flat(name));
  const [only] = descriptions;
  return told({
    gradingScheme: mapOf(names, language),
    gradeScale: descriptions.length === 1 && only ? scaleOf(only) : undefined,
  });
}

/** Reads the results of subjects, each beside the one description that it names. */
export function createResultReader(nodes: Nodes, language: unknown) {
  const describe = once(descriptionOf(language));
  const read = once((node: JsonObject): Result | undefined => {
    const value = lineOf(node['value']) ?? achieved(nodes, node);
    const status = lineOf(node['status']);
    if (value === undefined && status === undefined) return undefined;
    const [own, ...others] = nodes.all(node['resultDescription']);
    return { ...told({ value, status }), ...(own && others.length === 0 ? describe(own) : {}) };
  });
  const isUnread = (node: JsonObject) =>
    read(node) === undefined || flat(node['value']).some((value) => linesOf(value).length === 0);

  return (subject: JsonObject, achievement: JsonObject): Results => {
    const named = nodes.all(subject['result']);
    const results = eachOf(named, read);
    const [only] = results;
    const scales = nodes.all(achievement['resultDescription']);
    const own = nodes.all(named.map((node) => node['resultDescription']));
    // One grade on the one scale there is: the claim says that already.
    const isPlain =
      results.length === 1 &&
      only?.status === undefined &&
      own.every((scale) => scales.length === 1 && scale === scales[0]);
    return {
      said: told({
        grade: results.length === 1 ? only?.value : undefined,
        results: isPlain ? undefined : results,
      }),
      isUnread: named.some(isUnread) || flat(subject['result']).some((value) => nodes.all(value).length === 0),
    };
  };
}
