import type { ColumnType, InsertType, SelectType } from 'kysely';

/** Written as text: of the two drivers, one would make an SQL array of a JavaScript one. */
export type Json<T> = ColumnType<T, string, string>;
export type MaybeJson<T> = ColumnType<T | null, string | null, string | null>;

type JsonColumn<Column extends string = string> = Readonly<{ json: Column }>;
type Source = string | JsonColumn;
type Group<Members = Readonly<Record<string, Source>>> = Readonly<{ group: Members }>;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
/** Null is stored where the member may be absent, or the whole that it belongs to. */
type Absence<Item, Member extends keyof Item> = Record<never, never> extends Pick<Item, Member> ? null : never;

type PlainFor<Table, Value> = {
  [C in keyof Table & string]: Same<SelectType<Table[C]>, Value> extends true
    ? [Value] extends [InsertType<Table[C]>]
      ? C
      : never
    : never;
}[keyof Table & string];
type JsonFor<Table, Value> = {
  [C in keyof Table & string]: Same<SelectType<Table[C]>, Value> extends true
    ? [Value] extends [InsertType<Table[C]>]
      ? never
      : C
    : never;
}[keyof Table & string];
type SourceFor<Table, Value> = PlainFor<Table, Value> | JsonColumn<JsonFor<Table, Value>>;

type GroupFor<Table, Whole, Absent> = Group<{
  readonly [M in keyof Whole]-?: SourceFor<Table, Required<Whole>[M] | Absence<Whole, M> | Absent>;
}>;
type Sources<Table, Item> = {
  readonly [M in keyof Item]-?:
    | SourceFor<Table, Required<Item>[M] | Absence<Item, M>>
    | (Required<Item>[M] extends Date | string | number | boolean | readonly unknown[]
        ? never
        : GroupFor<Table, Required<Item>[M], Absence<Item, M>>);
};
/** A member that the domain's type does not have. */
type Unknown<Item, Map> = Readonly<Record<Exclude<keyof Map, keyof Item>, never>>;

type ColumnOf<S> = S extends string ? S : S extends JsonColumn<infer C> ? C : never;
type ColumnsIn<Map> = {
  [M in keyof Map]: Map[M] extends Group<infer Members>
    ? { [N in keyof Members]: ColumnOf<Members[N]> }[keyof Members]
    : ColumnOf<Map[M]>;
}[keyof Map];

type Mapping<Name extends string, Table, Item, Column extends keyof Table & string> = Readonly<{
  /** With the name of the table, as a query selects them. */
  columns: readonly `${Name}.${Column}`[];
  /** Without it, as an insert names them. */
  names: readonly Column[];
  toItem(this: void, row: Readonly<{ [C in Column]: SelectType<Table[C]> }>): Item;
  toRow(this: void, item: Item): { [C in Column]: InsertType<Table[C]> };
}>;

/** A jsonb column. */
export const json = <const Column extends string>(column: Column): JsonColumn<Column> => ({ json: column });

/** A member that is an object of its own, kept in several columns; it is absent where all of them are null. */
export const group = <const Members extends Readonly<Record<string, Source>>>(members: Members): Group<Members> => ({
  group: members,
});

/**
 * Says once in which column each member of the domain's type is kept. A member that is left out, one too many, or a
 * column of another type does not compile. `name` is the table, or the alias under which it is asked.
 */
export const columnsOf =
  <Table, Item extends object>() =>
  <const Name extends string, const Map extends Sources<Table, Item>>(
    name: Name,
    map: Map & Unknown<Item, Map>,
  ): Mapping<Name, Table, Item, ColumnsIn<Map> & keyof Table & string> => {
    const sources = Object.entries<Source | Group>(map);
    const names = sources.flatMap(([, source]) => columnsIn(source));
    return {
      columns: names.map((column) => `${name}.${column}` as never),
      names: names as never,
      toItem: (row) => read(row, sources) as Item,
      toRow: (item) => write({}, item as Values, sources) as never,
    };
  };

type Values = Readonly<Record<string, unknown>>;
type Entries = readonly (readonly [member: string, source: Source | Group])[];

const isGroup = (source: Source | Group): source is Group => typeof source === 'object' && 'group' in source;
const nameOf = (source: Source): string => (typeof source === 'string' ? source : source.json);
const columnsIn = (source: Source | Group): string[] =>
  isGroup(source) ? Object.values(source.group).map(nameOf) : [nameOf(source)];

function read(row: Values, sources: Entries): Values {
  const item: Record<string, unknown> = {};
  for (const [member, source] of sources) {
    const value = isGroup(source) ? readGroup(row, source) : row[nameOf(source)];
    if (value !== null) item[member] = value;
  }
  return item;
}

function readGroup(row: Values, { group: members }: Group): Values | null {
  const whole = read(row, Object.entries(members));
  return Object.keys(whole).length === 0 ? null : whole;
}

function write(row: Record<string, unknown>, item: Values | undefined, sources: Entries): Values {
  for (const [member, source] of sources) {
    const value = item?.[member];
    if (isGroup(source)) write(row, value as Values | undefined, Object.entries(source.group));
    else row[nameOf(source)] = value === undefined ? null : typeof source === 'string' ? value : JSON.stringify(value);
  }
  return row;
}
