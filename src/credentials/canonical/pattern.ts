import { isObject } from '../../domain/shared/json.ts';

/** A document as data, with its slots open: a number is the slot with that number. */
export type Pattern =
  | Readonly<{ slot: number }>
  | Readonly<{ list: readonly Pattern[] }>
  | Readonly<{ names: readonly string[]; members: readonly Pattern[] }>
  | Readonly<{ value: unknown }>;

export function patternOf(value: unknown, marks: ReadonlyMap<unknown, number>): Pattern {
  const slot = marks.get(value);
  if (slot !== undefined) return { slot };
  if (Array.isArray(value)) return { list: value.map((one) => patternOf(one, marks)) };
  if (!isObject(value)) return { value };
  const names = Object.keys(value);
  return { names, members: names.map((name) => patternOf(value[name], marks)) };
}

/** Puts into `values` what stands in the slots; false where anything else differs. Names have no order. */
export function matches(pattern: Pattern, value: unknown, values: string[]): boolean {
  if ('slot' in pattern) {
    if (typeof value !== 'string') return false;
    values[pattern.slot] = value;
    return true;
  }
  if ('value' in pattern) return Object.is(pattern.value, value);
  if ('list' in pattern)
    return (
      Array.isArray(value) &&
      value.length === pattern.list.length &&
      pattern.list.every((one, at) => matches(one, value[at], values))
    );
  return matchesMembers(pattern, value, values);
}

function matchesMembers(
  { names, members }: Readonly<{ names: readonly string[]; members: readonly Pattern[] }>,
  value: unknown,
  values: string[],
): boolean {
  if (!isObject(value) || Object.keys(value).length !== names.length) return false;
  return names.every((name, at) => {
    const member = members[at];
    return member !== undefined && Object.hasOwn(value, name) && matches(member, value[name], values);
  });
}
