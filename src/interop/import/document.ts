import { isObject, type JsonObject } from '../../domain/shared/json.ts';
import { Notes } from './notes.ts';
import {
  absent,
  below,
  type Definition,
  hasType,
  identifying,
  idOf,
  isReference,
  keyOf,
  type Leftover,
  type Part,
  unique,
  type Value,
} from './parts.ts';

/** Bounds for documents made to exhaust a reader; real ones stay far below. */
const maxThings = 100_000;
const maxDescriptions = 8;
const maxValues = 1000;

/**
 * The plain JSON of a document, read member by member: one value or several, written in place or referred to by
 * id. It keeps count of what was read, so that everything else can be named as left out.
 */
export class ImportDocument<Kind extends string = string> {
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
  nodes(owners: readonly Part[], member: string): readonly Part[] {
    const values = owners.flatMap((owner) => this.values(owner, member));
    return unique(values.flatMap((value) => this.partOf(value) ?? []));
  }

  /**
   * Things whose every member is either read or named as left out. People are never among them. `chosen` says which
   * of them have a place at all.
   */
  parts(
    owners: readonly Part[],
    member: string,
    kind: Kind,
    chosen = (parts: readonly Part[]) => parts,
  ): readonly Part[] {
    const there = this.nodes(owners, member).filter((part) => {
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

  visited(): readonly Readonly<{ part: Part; kind: Kind }>[] {
    return [...this.#visited.values()];
  }

  /** Every member of a visited part that nobody read; of those in `unsaid` nothing need be said. */
  leftovers(unsaid: readonly string[] = [...identifying, '@context']): readonly Leftover<Kind>[] {
    return [...this.#visited].flatMap(([key, { part, kind }]) => {
      const seen = new Set([...unsaid, ...(this.#read.get(key) ?? [])]);
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

function describe(things: Map<string, Definition[]>, value: JsonObject, pointer: string): void {
  const id = idOf(value);
  if (id === undefined || isReference(value)) return;
  const before = things.get(id);
  if (!before) things.set(id, [{ value, pointer }]);
  else if (before.length < maxDescriptions) before.push({ value, pointer });
}
