import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { contract } from '../../src/generated/contract.ts';
import { handlers } from '../../src/http/handlers/index.ts';
import { importsOf, root, sourceFiles } from './imports.ts';

type Json = Readonly<Record<string, any>>;

const contractFile = 'openapi/index.yaml';
const schemaFiles = filesUnder('schemas', '.json').filter((file) => !/^schemas\/(?:vocab|words)\//.test(file));
const contractFiles = filesUnder('openapi', '.yaml');
const exampleFiles = contractFiles.filter((file) => posix.basename(file) === 'examples.yaml');
const documents = new Map<string, Json>(
  // YAML holds JSON.
  [...contractFiles, ...schemaFiles].map((file) => [file, parse(readFileSync(join(root, file), 'utf8'))] as const),
);
const operations = Object.entries<Json>(documents.get(contractFile)!['paths']).flatMap(([path, { $ref }]) => {
  const { file } = targetOf(contractFile, $ref);
  return Object.entries<Json>(documents.get(file) ?? {})
    .filter(([method]) => method !== 'parameters')
    .map(([method, operation]) => ({ ...operation, file, place: `${method.toUpperCase()} ${path}` }) as Json);
});

function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);
}

/** Every value under this key, at any depth. */
function valuesOf(key: string, value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === key && typeof member === 'string' ? [member] : valuesOf(key, member),
  );
}

/** The file and the JSON Pointer (RFC 6901) behind a `$ref` that stands in `file`. */
function targetOf(file: string, ref: string): Readonly<{ file: string; pointer: string }> {
  const [path, pointer = ''] = ref.split('#');
  return { file: path ? posix.join(posix.dirname(file), path) : file, pointer };
}

function valueAt({ file, pointer }: Readonly<{ file: string; pointer: string }>): any {
  const steps = pointer.split('/').slice(1);
  return steps.reduce<any>(
    (value, step) => value?.[step.replaceAll('~1', '/').replaceAll('~0', '~')],
    documents.get(file),
  );
}

describe('the contract', () => {
  test('names each operation once', () => {
    const names = operations.map(({ operationId }) => operationId);
    expect(names.filter((name, index) => !name || names.indexOf(name) !== index)).toEqual([]);
  });

  test('resolves every $ref', () => {
    const broken = [...documents].flatMap(([file, document]) =>
      valuesOf('$ref', document)
        .filter((ref) => valueAt(targetOf(file, ref)) === undefined)
        .map((ref) => `${file}: ${ref}`),
    );
    expect(broken).toEqual([]);
  });

  test('has one name space for the schemas of all subjects', () => {
    const names = schemaFiles.map((file) => posix.basename(file, '.json'));
    expect(names.filter((name, index) => !/^[A-Z][A-Za-z]+$/.test(name) || names.indexOf(name) !== index)).toEqual([]);
  });

  test('uses every file', () => {
    const used = new Set<string>();
    const follow = (file: string): void => {
      if (used.has(file)) return;
      used.add(file);
      for (const ref of valuesOf('$ref', documents.get(file))) follow(targetOf(file, ref).file);
    };
    // The contract, and what an operator writes, which the API knows nothing of.
    for (const file of [contractFile, ...schemaFiles.filter((each) => each.startsWith('schemas/files/'))]) follow(file);
    expect([...documents.keys()].filter((file) => !used.has(file))).toEqual([]);
  });

  test('uses every shared parameter, response and example', () => {
    const refs = new Set(
      [...documents].flatMap(([file, document]) =>
        valuesOf('$ref', document).map((ref) => Object.values(targetOf(file, ref)).join('#')),
      ),
    );
    const shared = ['openapi/parameters.yaml', 'openapi/responses.yaml', ...exampleFiles].flatMap((file) =>
      Object.keys(documents.get(file)!).map((name) => `${file}#/${name}`),
    );
    expect(shared.filter((ref) => !refs.has(ref))).toEqual([]);
  });

  test('has one name space for the examples of all subjects', () => {
    const names = exampleFiles.flatMap((file) => Object.keys(documents.get(file)!));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('answers every unforeseen fault with a problem document', () => {
    const without = operations.filter(({ file, responses }) => {
      const reply = responses['default'];
      const content = (reply?.$ref ? valueAt(targetOf(file, reply.$ref)) : reply)?.content;
      return !content?.['application/problem+json'];
    });
    expect(without.map(({ place }) => place)).toEqual([]);
  });

  test('has one handler for each operation, and no other', () => {
    expect(Object.keys(handlers).sort()).toEqual(operations.map(({ operationId }) => operationId).sort());
  });
});

describe('the code lists', () => {
  const named = new Set([...documents.values()].flatMap((document) => valuesOf('x-vocabulary', document)));
  const imported = new Set(
    sourceFiles()
      .flatMap(importsOf)
      .filter(({ from }) => from?.endsWith('/generated/vocab.ts'))
      .flatMap(({ names }) => names),
  );

  test.each(filesUnder('schemas/vocab', '.json').map((file) => posix.basename(file, '.json')))(
    '%s is in use',
    (list) => {
      // As scripts/generate.ts names them: `quality-assurance` → `qualityAssurance`, `QualityAssuranceCode`.
      const constant = list.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      const type = `${constant[0]!.toUpperCase()}${constant.slice(1).replace(/Code$/, '')}Code`;
      const isUsed = named.has(list) || imported.has(constant) || imported.has(type);
      expect(isUsed, 'named by a schema as x-vocabulary, or imported in src/').toBe(true);
    },
  );

  test('are spelt out wherever the contract names one', () => {
    const naming = (value: unknown): Json[] =>
      value === null || typeof value !== 'object'
        ? []
        : [...('x-vocabulary' in value ? [value] : []), ...Object.values(value).flatMap(naming)];
    const all = naming(contract);
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter(({ enum: codes }) => !Array.isArray(codes))).toEqual([]);
  });

  test('that schemas name exist', () => {
    expect([...named].filter((list) => !existsSync(join(root, `schemas/vocab/${list}.json`)))).toEqual([]);
  });
});
