import type { Context } from 'hono';
import { DomainError, type Violation } from '../domain/errors.ts';
import { operationTable } from '../generated/operations.ts';
import * as validators from '../generated/validators.js';
import type { Fault, Validator } from '../generated/validators.js';
import type { Env } from './env.ts';
import type { Input, OperationId } from './operation.ts';
import { escaped, unstorable, readJson } from './read-body.ts';

/** Reads and checks a request against the contract; the one place where `unknown` becomes a type. */
export async function readInput<Id extends OperationId>(id: Id, c: Context<Env>): Promise<Input<Id>> {
  const { audience, hasBody, query, headers } = operationTable[id];
  const { services } = c.env;
  const actor =
    audience === 'public' ? undefined : await services.access.authenticate(bearer(c.req.header('Authorization')));
  const given = {
    path: c.req.param(),
    query: pick(query, (name) => c.req.query(name)),
    headers: pick(headers, (name) => c.req.header(name)),
  };
  check(`${id}Parameters`, { ...given.path, ...given.query, ...given.headers });
  const body = hasBody ? check(`${id}Body`, await readJson(c.req.raw)) : undefined;
  // A credential to check is never stored; whatever stands in it is for the report to say.
  if (actor) demandStorable(body);
  return { ...given, body, actor } as unknown as Input<Id>;
}

function pick(names: readonly string[], read: (name: string) => string | undefined): Record<string, string> {
  const entries = names.map((name) => [name, read(name)] as const);
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function check(name: string, value: unknown): unknown {
  const validate = (validators as Record<string, Validator | undefined>)[name];
  if (!validate || validate(value)) return value;
  const violations = toViolations(validate.errors ?? []);
  throw new DomainError('malformed-request', `${violations.length} fault(s) in the request; see errors.`, {
    violations,
  });
}

function demandStorable(body: unknown): void {
  const violations = unstorable(body)
    .slice(0, maxViolations)
    .map((path) => ({
      pointer: `#${path}`.slice(0, 500),
      detail: 'Leave out U+0000 and surrogates that stand alone.',
    }));
  if (violations.length === 0) return;
  throw new DomainError('malformed-request', 'The text holds a character that cannot be stored.', { violations });
}

const maxViolations = 100;

function toViolations(errors: readonly Fault[]): Violation[] {
  const found = errors.filter(({ keyword }) => keyword !== 'if' && keyword !== 'propertyNames').map(toViolation);
  const seen = new Map(found.map((violation) => [`${violation.pointer} ${violation.detail}`, violation]));
  return [...seen.values()].slice(0, maxViolations);
}

function toViolation(error: Fault): Violation {
  const { instancePath, params, keyword, propertyName } = error;
  const member =
    keyword === 'additionalProperties'
      ? params['additionalProperty']
      : keyword === 'required'
        ? params['missingProperty']
        : propertyName;
  const pointer = `#${instancePath}${typeof member === 'string' ? `/${escaped(member)}` : ''}`;
  return { pointer: pointer.slice(0, 500), detail: inWords(error) };
}

/** What a person can act on; Ajv's own words where they are good enough. */
function inWords({ keyword, params, message = 'is not valid', propertyName }: Fault): string {
  if (propertyName !== undefined)
    return `“${propertyName.slice(0, 40)}” is no language code known here (ISO 639, such as sv, fi, en).`;
  switch (keyword) {
    case 'enum': {
      const values = params['allowedValues'] as readonly unknown[];
      const shown = values.slice(0, 12).join(', ');
      return `Must be one of: ${shown}${values.length > 12 ? ` … (${values.length} in all; see /openapi.json)` : ''}.`;
    }
    case 'additionalProperties':
      return 'There is no such member here.';
    case 'required':
      return 'This member is missing.';
    case 'format':
      return `Must be a ${String(params['format']).replace('web-address', 'web address beginning with http:// or https://')}.`;
    case 'oneOf':
      return 'Must have exactly one of the shapes in the contract.';
    default:
      return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
  }
}

const bearer = (header: string | undefined): string | undefined => /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
