import type { LanguageMap } from '../../domain/shared/language.ts';
import type { Part, Value } from '../import/parts.ts';
import { readableText } from '../import/readable-text.ts';
import { literal } from '../import/values.ts';
import type { Source } from './source.ts';

/** What has no member of its own in a draft and belongs to the course: kept as lines of its further information. */
const kept: readonly (readonly [member: string, words: string])[] = [
  ['educationProgramIdentifier', 'Identifier of the education programme'],
  ['humanCode', 'Code'],
  ['fieldOfStudy', 'Field of study'],
  ['specialization', 'Specialisation'],
  ['tag', 'Keyword'],
];
const mostLines = 50;
const longestLine = 200;

/** In words of ours, therefore in English. */
export function furtherInformationOf(source: Source): LanguageMap | undefined {
  const { document, achievement } = source;
  const lines = kept.flatMap(([member, words]) =>
    document.values(achievement, member).flatMap((value) => lineOf(source, words, value, literal(value))),
  );
  const identifiers = document
    .parts([achievement], 'otherIdentifier', 'identifier')
    .flatMap((part) => identifierIn(source, part));
  const all = [...lines, ...identifiers];
  if (all.length > mostLines) {
    document.notes.add(achievement.pointer, `Only the first ${mostLines} lines of further information were taken.`);
  }
  return all.length > 0 ? { en: all.slice(0, mostLines).join('\n').slice(0, 5000) } : undefined;
}

function identifierIn(source: Source, part: Part): readonly string[] {
  const { document } = source;
  const [type] = document.values(part, 'identifierType');
  const [value] = document.values(part, 'identifier');
  const kind = type === undefined ? '' : ` (${literal(type) ?? ''})`;
  return value === undefined ? [] : lineOf(source, `Identifier${kind}`, value, literal(value));
}

function lineOf(
  { document }: Source,
  words: string,
  { pointer }: Value,
  written: string | undefined,
): readonly string[] {
  const text = readableText(`${words}: ${(written ?? '').replace(/\s+/g, ' ')}`).text ?? '';
  if (written === undefined || written === '' || text.length > longestLine) {
    document.notes.add(pointer, 'This is no short text and was left out.');
    return [];
  }
  document.notes.add(pointer, 'This was kept in the further information.');
  return [text];
}
