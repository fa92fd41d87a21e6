import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { posix } from 'node:path';
import { parse } from 'yaml';
import { type Json, read, root, type Write } from './files.ts';
import { withRoles } from './roles.ts';
import { type Schemas, withCodes, withRefs } from './schemas.ts';
import type { Vocabularies } from './vocabularies.ts';

const readYaml = async (file: string): Promise<Json> => parse(await read(`openapi/${file}`));

/** Where the one document has what the files of openapi/ name beside and below themselves. */
const inside = (ref: string): string =>
  ref
    .replace(/^\.[./\w]*\/(\w+)\.json$/, '#/components/schemas/$1')
    .replace(/^\.[./\w]*\/responses\.yaml#/, '#/components/responses')
    .replace(/^\.[./\w]*\/examples\.yaml#/, '#/components/examples');

/** One self-contained OpenAPI document: schemas under components, path parameters with every operation. */
export async function readContract(schemas: Schemas, vocabularies: Vocabularies): Promise<Json> {
  const { components, paths, ...head } = await readYaml('index.yaml');
  const parameters = withCodes(await readYaml('parameters.yaml'), vocabularies);
  const items = Object.entries<Json>(paths).map(async ([path, { $ref }]) => {
    const item = withRefs(await readYaml(posix.normalize($ref)), inside);
    return [path, withParameters(item, parameters)] as const;
  });
  return {
    ...head,
    paths: Object.fromEntries(await Promise.all(items)),
    components: {
      ...components,
      examples: await readExamples(),
      responses: withRefs(await readYaml('responses.yaml'), inside),
      schemas: Object.fromEntries(
        [...schemas].map(([name, { $schema: _, ...schema }]) => [name, withRefs(schema, inside)]),
      ),
    },
  };
}

/** What several operations have for an example stands beside them, in a file for each folder. */
async function readExamples(): Promise<Json> {
  const files = (await readdir(new URL('openapi/', root), { recursive: true }))
    .filter((file) => posix.basename(file) === 'examples.yaml')
    .sort();
  return Object.assign({}, ...(await Promise.all(files.map(readYaml))));
}

/** A path item whose operations have its shared parameters each, and each parameter itself in place of its `$ref`. */
function withParameters({ parameters: shared = [], ...item }: Json, named: Json): Json {
  const itself = (parameter: Json) => (parameter['$ref'] ? named[posix.basename(parameter['$ref'])] : parameter);
  return Object.fromEntries(
    Object.entries<Json>(item).map(([method, operation]) => [
      method,
      { ...operation, parameters: [...shared, ...(operation['parameters'] ?? [])].map(itself) },
    ]),
  );
}

export const operationsOf = (contract: Json): Json[] =>
  Object.entries<Json>(contract['paths']).flatMap(([path, item]) =>
    Object.entries<Json>(item).map(([method, operation]) => ({ ...operation, method, path })),
  );

export async function writeContract(write: Write, contract: Json): Promise<void> {
  const text = JSON.stringify(withRoles(contract));
  const tag = createHash('sha256').update(text).digest('hex');
  await write(
    'contract.ts',
    `/** The contract as it is served at /openapi.json. */\nexport const contractText = ${JSON.stringify(text)};\n` +
      `export const contractTag = ${JSON.stringify(tag)};\n` +
      'export const contract: unknown = JSON.parse(contractText);\n',
  );
}
