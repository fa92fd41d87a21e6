import type { Received } from '../../services/ports.ts';
import type { Handler, Input } from '../operation.ts';

function receivedIn(body: Input<'verifyCredential'>['body']): Received {
  if ('link' in body) return { link: body.link };
  const { credential } = body;
  return typeof credential === 'string' ? { text: credential } : { json: credential };
}

export const verifyCredential: Handler<'verifyCredential'> = async ({ body }, { verifying, now }) => ({
  status: 200,
  body: await verifying.verifyReceived(receivedIn(body), now()),
});
