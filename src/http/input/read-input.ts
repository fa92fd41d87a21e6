import type { Context } from 'hono';
import { DomainError } from '../../domain/shared/errors.ts';
import { operationTable } from '../../generated/operations.ts';
import * as validators from '../../generated/validators.js';
import type { Fault, Validator } from '../../generated/validators.js';
import { type BadRows, contractFaults, noBadRows, unstorableRows } from './batch-rows.ts';
import { ContractFault } from './contract-fault.ts';
import type { Env } from '../env.ts';
import type { Input, OperationId } from '../operation.ts';
import { queryFaults } from './query-faults.ts';
import { readImage } from './read-image.ts';
import { documentPointer, unstorable } from './read-body.ts';
import { readJsonOrDocument } from './read-document.ts';

/** Reads and checks a request against the contract; the one place where `unknown` becomes a type. */
export async function readInput<Id extends OperationId>(id: Id, c: Context<Env>): Promise<Input<Id>> {
  const { audience, hasBody, images, documents, query, headers } = operationTable[id];
  const { services } = c.env;
  const actor =
    audience === 'public' ? undefined : await services.access.authenticate(bearer(c.req.header('Authorization')));
  demandKnown(new URL(c.req.url).searchParams, query);
  const given = {
    path: c.req.param(),
    query: pick(query, (name) => c.req.query(name)),
    headers: pick(headers, (name) => c.req.header(name)),
  };
  const faults = faultsOf(`${id}Parameters`, { ...given.path, ...given.query, ...given.headers });
  if (faults.length > 0) throw new ContractFault(faults);
  if (images.length > 0)
    return { ...given, body: await readImage(c.req.raw, images), actor, badRows: noBadRows } as unknown as Input<Id>;
  const { json, duplicate } = hasBody ? await readJsonOrDocument(c.req.raw, documents) : {};
  if (duplicate !== undefined && !isDocument(id, duplicate)) throw twice(duplicate);
  const body = hasBody ? json : undefined;
  const badRows = hasBody ? badRowsOf(id, body, actor !== undefined) : noBadRows;
  return { ...given, body, actor, duplicate, badRows } as unknown as Input<Id>;
}

/** What stands in a document to check is for the report to say. */
const isDocument = (id: OperationId, pointer: string): boolean =>
  id === 'verifyCredential' && pointer.startsWith(`${documentPointer}/`);

/** RFC 8259 §4 leaves open which of the two counts. */
const twice = (pointer: string): DomainError =>
  new DomainError('malformed-request', 'The request has a member twice; see errors.', {
    violations: [
      { pointer: `#${pointer}`.slice(0, 500), detail: 'This member stands here twice. Leave one of them out.' },
    ],
  });

function pick(names: readonly string[], read: (name: string) => string | undefined): Record<string, string> {
  const entries = names.map((name) => [name, read(name)] as const);
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function demandKnown(query: URLSearchParams, names: readonly string[]): void {
  const faults = queryFaults(query, names);
  if (faults.length > 0) throw new ContractFault(faults);
}

function faultsOf(name: string, value: unknown): readonly Fault[] {
  const validate = (validators as Record<string, Validator | undefined>)[name];
  return !validate || validate(value) ? [] : (validate.errors ?? []);
}

/** Throws where more than rows of a batch are bad. */
function badRowsOf(id: OperationId, body: unknown, isStored: boolean): BadRows {
  const badRows = contractFaults(id, faultsOf(`${id}Body`, body));
  // A credential to check is never stored; whatever stands in it is for the report to say.
  return isStored ? new Map([...unstorableRows(id, unstorable(body)), ...badRows]) : badRows;
}

/** The key that a request carries. */
export const bearer = (header: string | undefined): string | undefined => /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
