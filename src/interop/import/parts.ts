import type { JsonObject } from '../../domain/shared/json.ts';

/** A value with the place (JSON Pointer) where it stands. */
export type Value = Readonly<{ value: unknown; pointer: string }>;

export type Definition = Readonly<{ value: JsonObject; pointer: string }>;

/** One thing of the document. The same id may be described in several places; the nearest description comes first. */
export type Part = Readonly<{ id: string | undefined; pointer: string; definitions: readonly Definition[] }>;
/** Where something may stand. */
export type MemberOfPart = readonly [part: Part, member: string];
/** A member that nobody read; `kind` is what its part is in the model of the document. */
export type Leftover<Kind extends string> = Readonly<{ kind: Kind; member: string; pointer: string }>;

export const absent = 'This refers to something that the document does not contain.';

export const identifying = ['id', '@id', 'type', '@type'];
/** Names that may stand in a pointer. Any other could be anything, an address of a person included. */
const plainName = /^@?[A-Za-z][\w:-]{0,63}$/;
export const isPlainName = (name: string): boolean => plainName.test(name);
export const below = (pointer: string, name: string): string => (isPlainName(name) ? `${pointer}/${name}` : pointer);

export const isReference = (value: JsonObject) => Object.keys(value).every((name) => identifying.includes(name));

const ownMember = (value: JsonObject, member: string): unknown =>
  Object.hasOwn(value, member) ? value[member] : undefined;

export function idOf(value: JsonObject): string | undefined {
  const id = ownMember(value, 'id') ?? ownMember(value, '@id');
  return typeof id === 'string' ? id : undefined;
}

export const has = ({ definitions }: Part, member: string): boolean =>
  definitions.some(({ value }) => Object.hasOwn(value, member));

/** `LearningAchievement` and its prefixed or full form are the same type. */
export const hasType = ({ definitions }: Part, name: string): boolean =>
  definitions.some(({ value }) =>
    [ownMember(value, 'type') ?? ownMember(value, '@type')]
      .flat()
      .some((type) => typeof type === 'string' && type.split(/[/#:]/).at(-1) === name),
  );

export const hasAnyType = ({ definitions }: Part): boolean =>
  definitions.some(({ value }) => Object.hasOwn(value, 'type') || Object.hasOwn(value, '@type'));

/** The same thing may be found in several places; the first is kept. */
export function unique(parts: readonly Part[]): readonly Part[] {
  const seen = new Set<string>();
  return parts.filter((part) => !seen.has(keyOf(part)) && seen.add(keyOf(part)));
}
export const keyOf = ({ id, pointer }: Part): string => id ?? pointer;
