import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import { type Json, read, type Write } from './files.ts';
import { type Schemas, withRefs } from './schemas.ts';

/** One self-contained OpenAPI document: schemas under components, path parameters with every operation. */
export async function readContract(schemas: Schemas): Promise<Json> {
  const inside = (ref: string) => ref.replace(/^\.[./\w]*\/(\w+)\.json$/, '#/components/schemas/$1');
  const api = withRefs(parse(await read('openapi/index.yaml')), inside);
  for (const item of Object.values<Json>(api.paths)) {
    const shared = item['parameters'] ?? [];
    delete item['parameters'];
    for (const operation of Object.values<Json>(item)) {
      operation['parameters'] = [...shared, ...(operation['parameters'] ?? [])].map((parameter: Json) =>
        parameter['$ref'] ? api.components.parameters[parameter['$ref'].split('/').at(-1)] : parameter,
      );
    }
  }
  delete api.components.parameters;
  api.components.schemas = Object.fromEntries(
    [...schemas].map(([name, { $schema: _, ...schema }]) => [name, withRefs(schema, inside)]),
  );
  return api;
}

export const operationsOf = (contract: Json): Json[] =>
  Object.entries<Json>(contract['paths']).flatMap(([path, item]) =>
    Object.entries<Json>(item).map(([method, operation]) => ({ ...operation, method, path })),
  );

export async function writeContract(write: Write, contract: Json): Promise<void> {
  const text = JSON.stringify(contract);
  const tag = createHash('sha256').update(text).digest('hex');
  await write(
    'contract.ts',
    `/** The contract as it is served at /openapi.json. */\nexport const contractText = ${JSON.stringify(text)};\n` +
      `export const contractTag = ${JSON.stringify(tag)};\n` +
      'export const contract: unknown = JSON.parse(contractText);\n',
  );
}
