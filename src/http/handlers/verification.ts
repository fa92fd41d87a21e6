import type { Handler } from '../operation.ts';

export const verifyCredential: Handler<'verifyCredential'> = async ({ body }, { verifying, now }) => ({
  status: 200,
  body: await verifying.verify(body.credential, now()),
});
