import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Json, read, root } from './files.ts';
import type { Vocabularies } from './vocabularies.ts';

export type Schemas = ReadonlyMap<string, Json>;

/** `contract`: what goes over the API; `files`: what an operator writes for a command, which the API knows nothing of. */
type AllSchemas = Readonly<{ contract: Schemas; files: Schemas }>;

/** Schemas stand in a folder for each subject, and have one name space. */
export async function readSchemas(vocabularies: Vocabularies): Promise<AllSchemas> {
  const files = (await readdir(new URL('schemas/', root), { recursive: true }))
    .filter((file) => file.endsWith('.json') && !/^(?:vocab|words)\//.test(file))
    .sort((one, other) => (basename(one) < basename(other) ? -1 : 1));
  const isOfFiles = (file: string) => file.startsWith('files/');
  return {
    contract: await readAll(
      files.filter((file) => !isOfFiles(file)),
      vocabularies,
    ),
    files: await readAll(files.filter(isOfFiles), vocabularies),
  };
}

async function readAll(files: readonly string[], vocabularies: Vocabularies): Promise<Schemas> {
  const flat = (ref: string) => ref.replace(/^.*\/(?=\w+\.json)/, './');
  const entries = files.map(async (file) => {
    const schema = JSON.parse(await read(`schemas/${file}`));
    return [basename(file, '.json'), withRefs(withCodes(schema, vocabularies), flat)] as const;
  });
  return new Map(await Promise.all(entries));
}

/** `x-vocabulary` names a code list; its codes become the enumeration, so that they are listed once. */
export function withCodes(value: any, vocabularies: Vocabularies): any {
  if (Array.isArray(value)) return value.map((member) => withCodes(member, vocabularies));
  if (value === null || typeof value !== 'object') return value;
  const { 'x-vocabulary': name, ...rest } = value;
  const copy = Object.fromEntries(Object.entries(rest).map(([key, member]) => [key, withCodes(member, vocabularies)]));
  if (name === undefined) return copy;
  const list = vocabularies.get(name);
  if (!list) throw new Error(`schemas/vocab/ has no list called ${name}`);
  const codes = list['concepts'].map((concept: Json) => concept['code']);
  return { type: 'string', ...copy, 'x-vocabulary': name, enum: codes };
}

/** The same value with every `$ref` in it written anew. */
export function withRefs(value: any, rewrite: (ref: string) => string): any {
  if (Array.isArray(value)) return value.map((member) => withRefs(member, rewrite));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      key === '$ref' ? rewrite(String(member)) : withRefs(member, rewrite),
    ]),
  );
}
