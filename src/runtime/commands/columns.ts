/** A stranger's text must not move about on the operator's screen (ECMA-48), nor begin a line of its own. */
export const withoutControls = (line: string): string => line.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\uFFFD');

/** Rows under their headings, each column as wide as its widest cell; JSON where a program reads it. */
export function listed(
  rows: readonly Readonly<Record<string, string>>[],
  none: string,
  options: Readonly<Record<string, string>> = {},
  items: readonly unknown[] = rows,
): readonly string[] {
  if ('--json' in options) return [JSON.stringify(items, null, 2)];
  const [first] = rows;
  if (!first) return [none];
  const headings = Object.keys(first);
  const cells = [headings, ...rows.map((row) => headings.map((heading) => withoutControls(row[heading] ?? '')))];
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  return cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Names and values of one thing, a line each. */
export function described(facts: Readonly<Record<string, string>>): readonly string[] {
  const width = Math.max(...Object.keys(facts).map((name) => name.length));
  return Object.entries(facts).map(([name, value]) => `${name.padEnd(width)}  ${withoutControls(value)}`.trimEnd());
}
