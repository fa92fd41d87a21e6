import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded before the service (`node --import`): the first signature is made and never gets further than to its comparison,
 * so that the process can be killed just there. Nothing of this is in the service itself.
 */
const made = new Set<string>();
const hex = (bytes: ArrayBuffer | ArrayBufferView): string =>
  (ArrayBuffer.isView(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) : Buffer.from(bytes)).toString('hex'); // prettier-ignore

const { sign } = crypto;
crypto.sign = ((...asked: Parameters<typeof sign>) => {
  const signature = sign(...asked) as unknown as Buffer;
  made.add(hex(signature));
  return signature;
}) as unknown as typeof sign;
syncBuiltinESMExports();

/** The two halves of a key are compared with a signature over a sentence, when it is opened. */
const isTrial = (data: BufferSource): boolean =>
  hex(data).startsWith(Buffer.from('Whether the two halves').toString('hex'));

const { subtle } = globalThis.crypto;
const verify = subtle.verify.bind(subtle);
subtle.verify = async (algorithm, key, signature, data) => {
  const text = hex(signature);
  if (!made.has(text) || isTrial(data)) return verify(algorithm, key, signature, data);
  process.stdout.write(`a signature is made: ${text}\n`);
  return new Promise(() => undefined);
};
