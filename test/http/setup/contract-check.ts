import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { contract as served } from '../../../src/generated/contract.ts';
import type { OperationId } from '../../../src/http/operation.ts';
import type { Exchange } from './client.ts';

type Json = Readonly<Record<string, any>>;

const contract = served as Json;

/** Compiled from the contract as it is served, not from the validators that the service itself uses. */
const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats.default(ajv);
ajv.addFormat('web-address', /^https?:\/\/[^\s<>"{}|\\^`]+$/i);
ajv.addSchema({ ...contract, $id: 'contract' });

const compiled = new Map<string, ValidateFunction>();
/** Of a part of the contract, by its `$ref`. */
export function validatorOf(ref: string): ValidateFunction {
  const known = compiled.get(ref) ?? ajv.compile({ $ref: `contract${ref}` });
  compiled.set(ref, known);
  return known;
}

type Operation = Readonly<{ id: OperationId; method: string; pattern: RegExp; responses: Json }>;
const operations: readonly Operation[] = Object.entries<Json>(contract['paths']).flatMap(([path, item]) =>
  Object.entries<Json>(item).map(([method, operation]) => ({
    id: operation['operationId'],
    method: method.toUpperCase(),
    pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    responses: operation['responses'],
  })),
);

export function operationOf(method: string, path: string): Operation | undefined {
  const { pathname } = new URL(path, 'https://any.example');
  return operations.find((operation) => operation.method === method && operation.pattern.test(pathname));
}

const resolved = (response: Json): Json =>
  response['$ref'] ? contract['components'].responses[response['$ref'].split('/').at(-1)] : response;

/** What a response has that the contract does not promise; empty for what is no operation of the contract. */
export function contractFaults({ method, path, status, headers, text }: Exchange): string[] {
  const operation = operationOf(method, path);
  if (!operation) return [];
  const named = operation.responses[String(status)];
  const response = resolved(named ?? operation.responses['default']);
  const where = `${operation.id} ${status}`;
  if (!named && status < 400) return [`${where}: the contract knows no such success`];
  const content: Json | undefined = response['content'];
  if (!content) return text === '' ? [] : [`${where}: a body where there is none in the contract`];
  const type = headers.get('Content-Type') ?? '';
  // Of an image the contract says the type alone.
  if (type.startsWith('image/')) return content[type] ? [] : [`${where}: Content-Type ${type}`];
  const schema = content[type]?.schema;
  if (!schema) return [`${where}: Content-Type ${type}`];
  const validate = validatorOf(schema['$ref']);
  if (validate(JSON.parse(text))) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${where}: ${instancePath} ${message}`);
}
