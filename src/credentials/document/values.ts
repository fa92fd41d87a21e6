import { isObject, type JsonObject } from '../../domain/shared/json.ts';

/** Readers of untrusted JSON: each says what it found or undefined, and none throws. */
export const asList = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

/** The members of lists within lists, which are one set to JSON-LD; null is no member. */
export function flat(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) return value === undefined || value === null ? [] : [value];
  const found: unknown[] = [];
  const queue: unknown[] = [...(value as readonly unknown[])].reverse();
  while (queue.length > 0) {
    const one = queue.pop();
    if (Array.isArray(one)) for (let at = one.length - 1; at >= 0; at -= 1) queue.push(one[at]);
    else if (one !== null && one !== undefined) found.push(one);
  }
  return found;
}

export const objectsOf = (value: unknown): readonly JsonObject[] => asList(value).filter(isObject);

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** An absolute URL in the sense of VCDM 2.0 §4.4: a scheme and no white space. */
export const isUrl = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value);

/** Language tags have no case (BCP 47 §2.1.1), and JSON-LD writes them small. */
export const languageTag = (tag: string): string => tag.toLowerCase();

/** The id of a node, written as text or as an object. */
export const idOf = (value: unknown): string | undefined => textOf(isObject(value) ? value['id'] : value);

/** A blank node's label is a name within one document only: it says nothing, and no reader sees it. */
export const isBlank = (id: string): boolean => id.startsWith('_:');

export const typesOf = (node: JsonObject): readonly string[] =>
  asList(node['type']).filter((type) => typeof type === 'string');

const dateTime = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;

/** An XML Schema dateTimeStamp; one without offset is read as UTC (VCDM 2.0 §4.9). Undefined where it is no date. */
export function momentOf(value: unknown): Date | undefined {
  const parts = typeof value === 'string' ? dateTime.exec(value) : null;
  if (!parts) return undefined;
  const [text, , month, day, hour, minute, second, , offset] = parts;
  if (Number(month) > 12 || Number(hour) > 24 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const calendarDay = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(calendarDay.getTime()) || calendarDay.getUTCDate() !== Number(day)) return undefined;
  const moment = new Date(offset ? text : `${text}Z`);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
