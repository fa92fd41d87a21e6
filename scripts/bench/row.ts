/** One figure beside what it is measured by; `must` and `aim` are bounds of `ratio`, as `≤ 3` or `≥ 15`. */
export type BenchRow = Readonly<{
  name: string;
  ours: number;
  reference: number | null;
  ratio: number;
  must: Bound | null;
  aim: Bound | null;
  /** Whether `must` was met in this run; a row without one always does. */
  holds: boolean;
}>;
export type Bound = `${'≤' | '≥'} ${number}`;

type Goal = Readonly<{ must?: Bound; aim?: Bound }>;
type Measured = Readonly<{ name: string; ours: number; reference?: number }>;

const rounded = (value: number): number => Number(value.toPrecision(4));
const meets = (ratio: number, bound: Bound): boolean => {
  const limit = Number(bound.slice(2));
  return bound.startsWith('≤') ? ratio <= limit : ratio >= limit;
};

/** `direction`: which of the two is above the other in the ratio; what has no reference is its own ratio. */
export function benchRow(
  { name, ours, reference }: Measured,
  { must, aim }: Goal = {},
  direction: 'ours ÷ reference' | 'reference ÷ ours' = 'ours ÷ reference',
): BenchRow {
  const quotient = direction === 'ours ÷ reference' ? ours / (reference ?? 1) : (reference ?? 1) / ours;
  return {
    name,
    ours: rounded(ours),
    reference: reference === undefined ? null : rounded(reference),
    ratio: rounded(quotient),
    must: must ?? null,
    aim: aim ?? null,
    holds: must === undefined || meets(quotient, must),
  };
}

export function toTable(rows: readonly BenchRow[]): string {
  const shown = rows.map(({ name, ours, reference, ratio, must, aim, holds }) =>
    ['', name, ours, reference ?? '–', ratio, must ?? '–', aim ?? '–', holds ? 'yes' : 'no', ''].join(' | ').trim(),
  );
  const head = '| what | ours | reference | ratio | must | aim | must is met |';
  return [head, '|---|---:|---:|---:|---:|---:|---|', ...shown].join('\n');
}
