import { expect, expectTypeOf, test } from 'vitest';
import type { LanguageMap } from '../../../src/domain/shared/language.ts';
import { columnsOf, group, type Json, json, type MaybeJson } from '../../../src/store/connection/columns.ts';

type Course = Readonly<{
  id: string;
  name: LanguageMap;
  places?: number;
  place?: LanguageMap;
  fee?: Readonly<{ amount: number; currency?: string }>;
  madeAt: Date;
}>;
type CourseTable = {
  id: string;
  name: Json<LanguageMap>;
  places: number | null;
  place: MaybeJson<LanguageMap>;
  fee_amount: number | null;
  fee_currency: string | null;
  made_at: Date;
  secret: string;
};

const map = columnsOf<CourseTable, Course>()('course', {
  id: 'id',
  name: json('name'),
  places: 'places',
  place: json('place'),
  fee: group({ amount: 'fee_amount', currency: 'fee_currency' }),
  madeAt: 'made_at',
});
const madeAt = new Date(0);
const least: Course = { id: '1', name: { sv: 'Vatten' }, madeAt };
const nothing = { places: null, place: null, fee_amount: null, fee_currency: null };

test('names the columns that are mapped, with their table', () => {
  expect(map.columns).toEqual([
    'course.id',
    'course.name',
    'course.places',
    'course.place',
    'course.fee_amount',
    'course.fee_currency',
    'course.made_at',
  ]);
});

test('writes null for what is absent, and text for a jsonb column', () => {
  expect(map.toRow(least)).toEqual({ id: '1', name: '{"sv":"Vatten"}', made_at: madeAt, ...nothing });
  expect(map.toRow({ ...least, fee: { amount: 0 }, place: { sv: 'Umeå' } })).toMatchObject({
    fee_amount: 0,
    fee_currency: null,
    place: '{"sv":"Umeå"}',
  });
});

test('reads no member where the column is null', () => {
  const row = { id: '1', name: { sv: 'Vatten' }, made_at: madeAt, ...nothing };
  expect(map.toItem(row)).toStrictEqual(least);
  expect(map.toItem({ ...row, places: 0, fee_amount: 0 })).toStrictEqual({ ...least, places: 0, fee: { amount: 0 } });
});

test('does not read what else is in the row', () => {
  const row = { id: '1', name: { sv: 'Vatten' }, made_at: madeAt, ...nothing, secret: 'hidden' };
  expect(map.toItem(row)).toStrictEqual(least);
});

test('the compiler knows the columns and what they hold', () => {
  type Mapped = 'id' | 'name' | 'places' | 'place' | 'fee_amount' | 'fee_currency' | 'made_at';
  expectTypeOf(map.columns).toEqualTypeOf<readonly `course.${Mapped}`[]>();
  expectTypeOf(map.toItem).returns.toEqualTypeOf<Course>();
  expectTypeOf(map.toRow).returns.toEqualTypeOf<{
    id: string;
    name: string;
    places: number | null;
    place: string | null;
    fee_amount: number | null;
    fee_currency: string | null;
    made_at: Date;
  }>();
});

/** Never run: what is wrong here is wrong to the compiler, which `npm run check` asks. */
export function refused(): void {
  type Pair = Readonly<{ id: string; places?: number }>;
  const pair = columnsOf<CourseTable, Pair>();
  pair('course', { id: 'id', places: 'places' });
  // @ts-expect-error A member is missing.
  pair('course', { id: 'id' });
  // @ts-expect-error There is no such column.
  pair('course', { id: 'id', places: 'seats' });
  // @ts-expect-error The column holds something else.
  pair('course', { id: 'made_at', places: 'places' });
  // @ts-expect-error The column may be null, and the member is always there.
  pair('course', { id: 'fee_currency', places: 'places' });
  // @ts-expect-error There is no such member.
  pair('course', { id: 'id', places: 'places', name: json('name') });
  // @ts-expect-error The column is no jsonb.
  pair('course', { id: json('id'), places: 'places' });

  // @ts-expect-error A jsonb column is written as text.
  columnsOf<CourseTable, Pick<Course, 'name'>>()('course', { name: 'name' });
  // @ts-expect-error A member of the group is missing.
  columnsOf<CourseTable, Pick<Course, 'fee'>>()('course', { fee: group({ amount: 'fee_amount' }) });
  // @ts-expect-error A member may be absent, and its column is never null.
  columnsOf<CourseTable, Readonly<{ id?: string }>>()('course', { id: 'id' });
  // @ts-expect-error A row is read that lacks columns.
  map.toItem({ id: '1' });
}
