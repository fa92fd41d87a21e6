import { isObject } from '../../../domain/shared/json.ts';
import { formatVersion } from '../../../domain/catalogue/version.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import { objectsOf, textOf } from '../../document/values.ts';

/** What a claim is compared with. */
export type Published = Readonly<{ id: string; institution: string; achievements: readonly JsonObject[] }>;

/** As many as a course may have forms and a text languages. */
const maxAchievements = 200;

/**
 * A version as this software, here or elsewhere, publishes it; in words why one of its versions cannot be read; undefined
 * for whatever else stands at an address.
 */
export function readPublished(json: unknown): Published | string | undefined {
  if (!isObject(json) || json['type'] !== 'Microcredential') return undefined;
  const { formatVersion: format, institution, achievements } = json;
  if (format === undefined && !isObject(institution)) return undefined;
  if (format !== formatVersion)
    return `is written in format ${JSON.stringify(format ?? 1).slice(0, 20)}, and only format ${formatVersion} is read here`;
  const [id, by] = [textOf(json['id']), textOf(isObject(institution) ? institution['id'] : undefined)];
  const byForm = isObject(achievements) ? Object.values(achievements) : [];
  const all = byForm.flatMap((inForm) => (isObject(inForm) ? Object.values(inForm) : [inForm]));
  const isReadable = all.length > 0 && all.length <= maxAchievements && all.every(isObject);
  return id !== undefined && by !== undefined && isReadable
    ? { id, institution: by, achievements: all }
    : 'has no achievements that can be read';
}

/** The grades that pass on the scale of a published achievement. */
export const passingGrades = (achievement: JsonObject): readonly unknown[] =>
  objectsOf(achievement['gradingScheme'])
    .flatMap(({ grades }) => objectsOf(grades))
    .filter(({ passes }) => passes === true)
    .map(({ value }) => value);
