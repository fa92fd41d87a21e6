import { DomainError } from '../../domain/shared/errors.ts';

/** `entity-tag` of RFC 9110 §8.8.3: a comma may stand inside the quotes, a quote may not. */
const entityTag = String.raw`(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"`;
/** A list may have empty elements (RFC 9110 §5.6.1.2). */
const tagList = new RegExp(String.raw`^[ \t,]*(?:${entityTag}[ \t]*(?:,[ \t,]*|$))*$`);

/**
 * What a change is based on, from If-Match (RFC 9110 §13.1.1): any state, or the tags that were sent, with their quotation
 * marks; undefined without one, 400 for what is none.
 */
export function tagsIn(ifMatch: string | undefined): '*' | readonly string[] | undefined {
  if (ifMatch === undefined) return undefined;
  if (ifMatch.trim() === '*') return '*';
  if (!tagList.test(ifMatch)) throw malformed();
  return ifMatch.match(new RegExp(entityTag, 'g')) ?? [];
}

/** `what` it is the tag of; where a change has to say what it is based on: 428 without If-Match (RFC 6585 §3). */
export function demandStated<T>(stated: T | undefined, what: string): T {
  if (stated !== undefined) return stated;
  throw new DomainError('precondition-required', `Send If-Match with the ETag of the ${what} that you read.`);
}

const malformed = (): DomainError =>
  new DomainError('malformed-request', 'The If-Match cannot be read.', {
    violations: [
      {
        pointer: '#/If-Match',
        detail: 'Send the ETag as you got it, with its quotation marks: one, several with commas between, or *.',
      },
    ],
  });
