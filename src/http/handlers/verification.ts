import { DomainError } from '../../domain/shared/errors.ts';
import { inputFault } from '../../domain/verification/received.ts';
import type { Received } from '../../services/ports/index.ts';
import type { Handler, Input } from '../operation.ts';
import { documentPointer, tooDeep } from '../input/read-body.ts';

function receivedIn({ body, duplicate }: Input<'verifyCredential'>): Received {
  const { credential, link, options } = body;
  if (link !== undefined) return { link, options };
  if (typeof credential === 'string') return { ...textIn(credential), options };
  if (duplicate === undefined) return { json: credential, options };
  return { json: credential, duplicate: duplicate.slice(documentPointer.length), options };
}

/** A document that is sent as text has nesting of its own, which was not counted when the body was read. */
function textIn(text: string): Received {
  const fault = inputFault(text);
  if (fault === 'tooDeep') throw tooDeep();
  if (fault === 'empty') throw new DomainError('malformed-request', 'The text to check is empty.');
  return { text };
}

export const verifyCredential: Handler<'verifyCredential'> = async (input, { verifying, now }) => ({
  status: 200,
  body: await verifying.verifyReceived(receivedIn(input), now()),
});
