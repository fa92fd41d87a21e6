import type { Child, FC } from 'hono/jsx';

export type Row = Readonly<{ label: string; value: Child }>;

/** What is absent has no row. */
export const Rows: FC<Readonly<{ rows: readonly (Row | undefined | false | '')[] }>> = ({ rows }) => (
  <dl class="record">
    {rows.map(
      (row) =>
        row && (
          <div>
            <dt>{row.label}</dt>
            <dd>{row.value}</dd>
          </div>
        ),
    )}
  </dl>
);
