/**
 * Turns the contract, openapi/ and schemas/, into src/generated/:
 *
 *   vocab.ts        the code lists of schemas/vocab/ as data and as types
 *   openapi.d.ts    the types of every request and response
 *   operations.ts   method, path, audience, permissions and parameter places of every operation
 *   validators.js   one function per body and parameter set, with no eval in it
 *   words.ts        what a fault of form is called: patterns and formats in words, and the keywords in use
 *   contract.ts     the whole contract as one document, for /openapi.json and /docs
 *   assets.ts       style sheets, script and fonts of the pages, so that Node, Worker and tests read them alike
 *
 * and the tables of docs/addresses.md, docs/legal-forms.md and docs/statistics-codes.md.
 *
 * Run by `npm run generate`; `npm run check` fails when the committed files differ.
 */
import { mkdir } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import { writeAddressesPage } from './generate/addresses.ts';
import { writeAssets } from './generate/assets.ts';
import { readContract, writeContract } from './generate/contract.ts';
import { root, writeInto } from './generate/files.ts';
import { writeLegalFormsPage } from './generate/legal-forms.ts';
import { writeOperations } from './generate/operations.ts';
import { readSchemas } from './generate/schemas.ts';
import { writeStatisticsCodesPage } from './generate/statistics-codes.ts';
import { writeValidators } from './generate/validators.ts';
import { readVocabularies, writeVocabularies } from './generate/vocabularies.ts';
import { writeWords } from './generate/words.ts';

const out = new URL(process.argv[2] ? `file://${process.argv[2]}/` : 'src/generated/', root);
const write = writeInto(out);
const vocabularies = await readVocabularies();
const schemas = await readSchemas(vocabularies);
const contract = await readContract(schemas.contract, vocabularies);
/** What checks a value knows all of them. */
const all = new Map([...schemas.contract, ...schemas.files]);

await mkdir(out, { recursive: true });
await Promise.all([
  writeVocabularies(write, vocabularies),
  write('openapi.d.ts', astToString(await openapiTS(contract as never, { immutable: true }))),
  writeOperations(write, contract),
  writeValidators(write, all, contract),
  writeWords(write, all, contract),
  writeContract(write, contract),
  writeAssets(write),
  // Beside the code, and so only where that is written too.
  ...(process.argv[2] ? [] : [writeAddressesPage(), writeLegalFormsPage(), writeStatisticsCodesPage()]),
]);
