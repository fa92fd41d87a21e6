import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { operationsOf } from './contract.ts';
import { type Json, root, type Write } from './files.ts';
import type { Schemas } from './schemas.ts';

/** What Ajv's validators say of a value, without Ajv: it is there when the project is built and not when it runs. */
const validatorTypes = `export type Fault = Readonly<{
  keyword: string;
  instancePath: string;
  params: Readonly<Record<string, unknown>>;
  message?: string;
  propertyName?: string;
}>;
export type Validator = { (value: unknown): boolean; errors?: readonly Fault[] | null };
`;

const address = (name: string): string => `https://schemas.invalid/${name}.json`;

function createAjv(schemas: Schemas): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    code: { source: true, esm: true, lines: true },
  });
  addFormats.default(ajv);
  ajv.addKeyword('x-vocabulary');
  ajv.addFormat('web-address', /^https?:\/\/[^\s<>"{}|\\^`]+$/i);
  for (const [name, schema] of schemas) ajv.addSchema({ ...schema, $id: address(name) });
  return ajv;
}

/** The parameters of an operation as one object. */
const parametersSchema = ($id: string, parameters: readonly Json[]): Json => ({
  $id,
  type: 'object',
  required: parameters.filter((p) => p['required']).map((p) => p['name']),
  properties: Object.fromEntries(parameters.map((p) => [p['name'], p['schema']])),
});

/** One function per body and parameter set, with no eval in it. */
export async function writeValidators(write: Write, schemas: Schemas, contract: Json): Promise<void> {
  const ajv = createAjv(schemas);
  const exported: Record<string, string> = { Credential: address('Credential') };
  for (const { operationId, parameters, requestBody } of operationsOf(contract)) {
    const ref = requestBody?.content['application/json']?.schema.$ref;
    if (ref) exported[`${operationId}Body`] = address(ref.split('/').at(-1));
    if (parameters.length === 0) continue;
    const $id = `urn:operation:${operationId}:parameters`;
    ajv.addSchema(parametersSchema($id, parameters));
    exported[`${operationId}Parameters`] = $id;
  }
  // What comes in by another way than a body (imports, files of an operator) is held against a schema all the same.
  exported['microcredentialContent'] = address('MicrocredentialContent');
  exported['publishedContent'] = address('PublishedContent');
  exported['institutionFile'] = address('InstitutionFile');
  exported['institutionChange'] = address('InstitutionChange');
  exported['unit'] = address('Unit');
  exported['themeFile'] = address('ThemeFile');
  await write('validators.js', await withoutRequire(codeOf(ajv, exported)));
  const names = Object.keys(exported).map((name) => `export const ${name}: Validator;\n`);
  await write('validators.d.ts', `${validatorTypes}${names.join('')}`);
}

/** Ajv writes a function again for each name of it, so one that has several names is given the others afterwards. */
function codeOf(ajv: Ajv2020, exported: Readonly<Record<string, string>>): string {
  const firstOf = new Map<string, string>();
  const aliases: string[] = [];
  for (const [name, $id] of Object.entries(exported)) {
    const first = firstOf.get($id);
    if (first === undefined) firstOf.set($id, name);
    else aliases.push(`export { ${first} as ${name} };\n`);
  }
  const once = Object.fromEntries([...firstOf].map(([$id, name]) => [name, $id]));
  return standaloneCode.default(ajv, once) + aliases.join('');
}

/** Ajv emits `require` even in ESM mode, so esbuild folds its small runtime in. */
async function withoutRequire(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(root), loader: 'js' },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    minifySyntax: true,
    write: false,
  });
  return outputFiles[0]!.text;
}
