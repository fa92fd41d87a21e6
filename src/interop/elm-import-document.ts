import { Notes } from './elm-import-notes.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** A value with the place (JSON Pointer) where it stands. */
export type Value = Readonly<{ value: unknown; pointer: string }>;

/** What a part is in the model; the sentence about a member that is left out depends on it. */
export type Kind =
  | 'credential'
  | 'opportunity'
  | 'achievement'
  | 'specification'
  | 'awarding'
  | 'organisation'
  | 'place'
  | 'activity'
  | 'activitySpecification'
  | 'assessment'
  | 'assessmentSpecification'
  | 'gradingScheme'
  | 'outcome'
  | 'accreditation';

type Definition = Readonly<{ value: JsonObject; pointer: string }>;

/** One thing of the document. The same id may be described in several places; the nearest description comes first. */
export type Part = Readonly<{ id: string | undefined; pointer: string; definitions: readonly Definition[] }>;
/** Where something may stand. */
export type Place = readonly [part: Part, member: string];
export type Leftover = Readonly<{ kind: Kind; member: string; pointer: string }>;

/** Bounds for documents made to exhaust a reader; real ones stay far below. */
const maxThings = 100_000;
const maxDescriptions = 8;
const maxValues = 1000;

export const absent = 'This refers to something that the document does not contain.';

const identifying = ['id', '@id', 'type', '@type'];
/** Names that may stand in a pointer. Any other could be anything, an address of a person included. */
const plainName = /^@?[A-Za-z][\w:-]{0,63}$/;
export const isPlainName = (name: string): boolean => plainName.test(name);
export const below = (pointer: string, name: string): string => (isPlainName(name) ? `${pointer}/${name}` : pointer);

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isReference = (value: JsonObject) => Object.keys(value).every((name) => identifying.includes(name));

const ownMember = (value: JsonObject, member: string): unknown =>
  Object.hasOwn(value, member) ? value[member] : undefined;

function idOf(value: JsonObject): string | undefined {
  const id = ownMember(value, 'id') ?? ownMember(value, '@id');
  return typeof id === 'string' ? id : undefined;
}

/** `LearningAchievement` and its prefixed or full form are the same type. */
export const hasType = ({ definitions }: Part, name: string): boolean =>
  definitions.some(({ value }) =>
    [ownMember(value, 'type') ?? ownMember(value, '@type')]
      .flat()
      .some((type) => typeof type === 'string' && type.split(/[/#:]/).at(-1) === name),
  );

export const hasAnyType = ({ definitions }: Part): boolean =>
  definitions.some(({ value }) => Object.hasOwn(value, 'type') || Object.hasOwn(value, '@type'));

/**
 * The plain JSON of an ELM document, read member by member: one value or several, written in place or referred to by
 * id. It keeps count of what was read, so that everything else can be named as left out.
 */
export class ElmDocument {
  readonly notes = new Notes();
  readonly #things: ReadonlyMap<string, readonly Definition[]>;
  readonly #visited = new Map<string, Readonly<{ part: Part; kind: Kind }>>();
  readonly #read = new Map<string, Set<string>>();

  constructor(document: unknown) {
    this.#things = this.#thingsById(document);
  }

  /** Whether something of this id is described in the document. */
  describes(id: string): boolean {
    return this.#things.has(id);
  }

  partOf({ value, pointer }: Value): Part | undefined {
    if (typeof value === 'string') return { id: value, pointer, definitions: this.#things.get(value) ?? [] };
    if (!isObject(value)) {
      this.notes.add(pointer, 'This could not be read and was left out.');
      return undefined;
    }
    const id = idOf(value);
    const elsewhere = (id === undefined ? undefined : this.#things.get(id)) ?? [];
    const here = isReference(value) ? [] : [{ value, pointer }];
    return { id, pointer, definitions: [...here, ...elsewhere.filter((each) => each.value !== value)] };
  }

  /** The values of a member, which then counts as read. */
  values(part: Part, member: string): readonly Value[] {
    const read = this.#read.get(keyOf(part));
    if (read) read.add(member);
    else this.#read.set(keyOf(part), new Set([member]));
    return this.peek(part, member);
  }

  /** The values of a member, which does not count as read by this. */
  peek({ definitions }: Part, member: string): readonly Value[] {
    const definition = definitions.find(({ value }) => Object.hasOwn(value, member));
    const found = definition?.value[member];
    if (!definition || found === null) return [];
    const pointer = `${definition.pointer}/${member}`;
    if (!Array.isArray(found)) return [{ value: found, pointer }];
    const all: readonly unknown[] = found;
    if (all.length > maxValues) {
      this.notes.add(pointer, `Only the first ${maxValues} of ${all.length} were looked at.`);
    }
    return all
      .slice(0, maxValues)
      .map((value, index) => ({ value, pointer: `${pointer}/${index}` }))
      .filter(({ value }) => value !== null);
  }

  /** Things whose own members are of no interest beyond those asked for: concepts, notes, web addresses. */
  nodes(part: Part, member: string): readonly Part[] {
    return this.values(part, member).flatMap((value) => this.partOf(value) ?? []);
  }

  /**
   * Things whose every member is either read or named as left out. People are never among them. `chosen` says which
   * of them have a place at all.
   */
  parts(owner: Part, member: string, kind: Kind, chosen = (parts: readonly Part[]) => parts): readonly Part[] {
    const there = this.nodes(owner, member).filter((part) => {
      const isPerson = hasType(part, 'Person');
      if (isPerson) this.notes.add(part.pointer, 'This is a person; people are not imported.');
      else if (part.definitions.length === 0) this.notes.add(part.pointer, absent);
      return !isPerson && part.definitions.length > 0;
    });
    const parts = chosen(there);
    parts.forEach((part) => this.visit(part, kind));
    return parts;
  }

  visit(part: Part, kind: Kind): void {
    const key = keyOf(part);
    if (!this.#visited.has(key)) this.#visited.set(key, { part, kind });
  }

  /** Every member of a visited part that nobody read. */
  leftovers(): readonly Leftover[] {
    return [...this.#visited].flatMap(([key, { part, kind }]) => {
      const seen = new Set([...identifying, '@context', ...(this.#read.get(key) ?? [])]);
      return part.definitions.flatMap(({ value, pointer }) =>
        Object.keys(value)
          .filter((member) => !seen.has(member) && seen.add(member))
          .map((member) => ({ kind, member, pointer })),
      );
    });
  }

  #thingsById(document: unknown): Map<string, Definition[]> {
    const things = new Map<string, Definition[]>();
    const queue: Value[] = [{ value: document, pointer: '#' }];
    for (let next = 0; next < queue.length; next += 1) {
      const { value, pointer } = queue[next]!;
      if (isObject(value)) describe(things, value, pointer);
      for (const [name, inner] of Object.entries(value as object)) {
        if (typeof inner !== 'object' || inner === null) continue;
        if (queue.length === maxThings) {
          this.notes.add(
            '#',
            `The document has over ${maxThings} parts; references to the later ones were not followed.`,
          );
          return things;
        }
        queue.push({ value: inner, pointer: Array.isArray(value) ? `${pointer}/${name}` : below(pointer, name) });
      }
    }
    return things;
  }
}

const keyOf = ({ id, pointer }: Part): string => id ?? pointer;

function describe(things: Map<string, Definition[]>, value: JsonObject, pointer: string): void {
  const id = idOf(value);
  if (id === undefined || isReference(value)) return;
  const before = things.get(id);
  if (!before) things.set(id, [{ value, pointer }]);
  else if (before.length < maxDescriptions) before.push({ value, pointer });
}
