import { DomainError } from '../domain/errors.ts';

/** The text of each file that a command names. */
export type Files = Readonly<Record<string, string>>;

export function readJson(file: string, files: Files): unknown {
  try {
    return JSON.parse(files[file] ?? '');
  } catch (cause) {
    throw new DomainError('import-unreadable', `${file} is not JSON: ${(cause as Error).message}.`, { cause });
  }
}

/** JSON, or the compact form of a signature around it, which is no JSON itself. */
export function readDocument(file: string, files: Files): unknown {
  const text = (files[file] ?? '').trim();
  return /^[\w-]+\.[\w-]+\.[\w-]*$/.test(text) ? text : readJson(file, files);
}
