import { DomainError } from '../../domain/shared/errors.ts';
import { duplicateMember } from '../../domain/shared/json-duplicates.ts';

/** The text of each file that a command names. */
export type Files = Readonly<Record<string, string>>;

export function readJson(file: string, files: Files): unknown {
  const text = files[file] ?? '';
  const json = parsed(file, text);
  const duplicate = duplicateMember(text);
  if (duplicate === undefined) return json;
  throw new DomainError('import-unreadable', `${file} has ${duplicate} twice, and only one of the two can be meant.`);
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DomainError('import-unreadable', `${file} is not JSON: ${(cause as Error).message}.`, { cause });
  }
}

/** JSON, or the compact form of a signature around it, which is no JSON itself. */
export function readDocument(file: string, files: Files): unknown {
  const text = (files[file] ?? '').trim();
  return /^[\w-]+\.[\w-]+\.[\w-]*$/.test(text) ? text : readJson(file, files);
}
