import { readFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { attendances, type Open, type StatisticsCode } from '../../src/domain/catalogue/run/attendance.ts';
import { replaceFile, root } from './files.ts';

type Cell = StatisticsCode | Open;
const rows = Object.entries(attendances).flatMap(([attendance, { mode, statistics }]) =>
  Object.entries<Cell>(statistics).map(([country, stated]) => ({ attendance, mode, country, stated })),
);

const codeOf = (stated: Cell): string => ('code' in stated ? `${stated.register}: \`${stated.code}\`` : '–');
function sourceOf(stated: Cell): string {
  if (!('code' in stated) || stated.source === 'to-be-confirmed') return '**to be confirmed**';
  return `[${stated.source.title}](${stated.source.url})`;
}

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (): string =>
  [
    row('Attendance', 'European mode', 'Country', 'Code', 'Source'),
    row('---', '---', '---', '---', '---'),
    ...rows.map(({ attendance, mode, country, stated }) =>
      row(`\`${attendance}\``, `\`${mode}\``, country, codeOf(stated), sourceOf(stated)),
    ),
  ].join('\n');

const questions = (): string =>
  rows
    .filter(({ stated }) => stated.question !== undefined)
    .map(({ attendance, country, stated }) => `- \`${attendance}\` (${country}): ${stated.question}`)
    .join('\n');

const page = new URL('docs/statistics-codes.md', root);
const mark = '## Attendance of a run';

/** docs/statistics-codes.md with everything below its mark made from the rows; the sentences above it stay. */
export async function statisticsCodesPage(): Promise<string> {
  const text = await readFile(page, 'utf8');
  const head = text.slice(0, text.indexOf(mark)).trimEnd();
  const made = [head, `${mark}\n\n${table()}`, `## To be confirmed\n\n${questions()}`].join('\n\n');
  return format(made, { ...(await resolveConfig(page)), parser: 'markdown' });
}

export const writeStatisticsCodesPage = async (): Promise<void> => replaceFile(page, await statisticsCodesPage());
