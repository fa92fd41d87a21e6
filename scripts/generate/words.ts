import { operationsOf } from './contract.ts';
import { type Json, read, type Write } from './files.ts';
import type { Schemas } from './schemas.ts';

/** Keywords of JSON Schema that describe or hold others: no value is ever refused by one of these alone. */
const silentKeywords = ['$schema', '$ref', 'title', 'description', 'properties', 'items', 'allOf', 'x-vocabulary'];

/** Every schema within this one, itself first. */
function schemasIn(schema: Json): Json[] {
  const { properties = {}, items, additionalProperties, propertyNames, allOf = [], anyOf = [], oneOf = [] } = schema;
  const parts = [
    ...Object.values(properties),
    items,
    additionalProperties,
    propertyNames,
    ...allOf,
    ...anyOf,
    ...oneOf,
  ];
  return [schema, ...parts.filter((part) => part !== null && typeof part === 'object').flatMap(schemasIn)];
}

/** What each pattern or format is in words; without words for one, or with words for none, nothing is generated. */
async function wordsFor(keyword: 'pattern' | 'format', all: readonly Json[]): Promise<Json> {
  const words: Json = JSON.parse(await read(`schemas/words/${keyword}.json`));
  const used = new Set(all.flatMap((schema) => schema[keyword] ?? []));
  const odd = [...new Set([...used, ...Object.keys(words)])].filter((each) => !(used.has(each) && words[each]));
  if (odd.length > 0) throw new Error(`schemas/words/${keyword}.json and the schemas differ: ${odd.join(' ')}`);
  const filled = Object.entries<Json>(words).map(([each, said]) => {
    const withIt = all.filter((schema) => schema[keyword] === each);
    return [each, withLengths(each, said, withIt)] as const;
  });
  return Object.fromEntries(filled);
}

/** The words with the lengths that the schemas give, which must be the same in all of them. */
function withLengths(name: string, words: Json, schemas: readonly Json[]): Json {
  const lengths = new Set(schemas.map(({ minLength, maxLength }) => `${minLength} ${maxLength}`));
  const [min, max] = [...lengths][0]!.split(' ') as [string, string];
  const told = Object.entries<string>(words).map(([language, text]) => {
    if (text.includes('{') && lengths.size > 1) throw new Error(`${name} is used with several lengths`);
    return [language, text.replace('{min}', min).replace('{max}', max)];
  });
  return Object.fromEntries(told);
}

/** What a fault of form is called: patterns and formats in words, and the keywords in use. */
export async function writeWords(write: Write, schemas: Schemas, contract: Json): Promise<void> {
  const parameters = operationsOf(contract).flatMap((operation) => operation['parameters']);
  const all = [...schemas.values(), ...parameters.map((parameter: Json) => parameter['schema'])].flatMap(schemasIn);
  const keywords = [...new Set(all.flatMap(Object.keys))].filter((name) => !silentKeywords.includes(name)).sort();
  const table = (name: string, words: Json) =>
    `export const ${name}: Readonly<Record<string, Words>> = ${JSON.stringify(words, null, 2)};\n`;
  await write(
    'words.ts',
    "export type Words = Readonly<Record<'en' | 'sv' | 'fi', string>>;\n" +
      table('patternWords', await wordsFor('pattern', all)) +
      table('formatWords', await wordsFor('format', all)) +
      '/** Every keyword by which a value can be refused. */\n' +
      `export const keywords = ${JSON.stringify(keywords)} as const;\n` +
      'export type Keyword = (typeof keywords)[number];\n',
  );
}
