import { DomainError } from '../../domain/shared/errors.ts';
import { type Body, documentPointer, mediaTypeOf, readJson, readText } from './read-body.ts';

const isJwt = (type: string): boolean => /[/+]jwt$/.test(type);

/** Letters of a JWT, and of what is broken of one; no link, and no JSON. */
const jwtText = /^[\w.~=+/-]+$/;

async function readJwt(request: Request): Promise<string> {
  const text = (await readText(request)).trim();
  if (jwtText.test(text)) return text;
  throw new DomainError('malformed-request', text === '' ? 'The body is empty. Send a JWT.' : 'The body is no JWT.');
}

/** What it is where it is JSON, and what fetch and curl write of their own accord where nobody says. */
const json = ['application/json', '', 'text/plain', 'application/x-www-form-urlencoded'];

/**
 * A body of JSON, or one that is a document as it is, which stands then where a request in JSON has it. Where an operation
 * takes none of those `types`, nobody asks what the body is said to be; the rest is JSON in any case.
 */
export async function readJsonOrDocument(request: Request, types: readonly string[]): Promise<Body> {
  const type = mediaTypeOf(request);
  if (types.length === 0 || json.includes(type)) return readJson(request);
  if (!types.includes(type))
    throw new DomainError('media-type-unsupported', `Send application/json, or one of these: ${types.join(', ')}.`);
  if (isJwt(type)) return { json: { credential: await readJwt(request) } };
  const { json: document, duplicate } = await readJson(request);
  return {
    json: { credential: document },
    ...(duplicate !== undefined && { duplicate: `${documentPointer}${duplicate}` }),
  };
}
