import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createKeyRing } from '../../../src/credentials/keys/key-ring.ts';
import type { Signer, SigningKey } from '../../../src/services/ports/index.ts';

type Asked = Readonly<{ id: number; key: SigningKey; data: string }>;
type Answered = Readonly<{ id: number; signature: string }>;

/** A signer in a process of its own, as one elsewhere would be: it can be stopped, and be killed. */
export type RemoteSigner = Readonly<{
  signer: Signer;
  process: ChildProcess;
  /** When it is asked for the next signature. */
  asked(): Promise<void>;
}>;

export function startSigner(keyEncryptionKey: string): RemoteSigner {
  const child = fork(fileURLToPath(import.meta.url), [], { env: { ...process.env, SIGNER_KEY: keyEncryptionKey } });
  const local = createKeyRing(Buffer.from(keyEncryptionKey, 'base64'));
  let asks = 0;
  let tellAsked: () => void = () => undefined;
  const sign: Signer['sign'] = (key, data) =>
    new Promise((resolve, reject) => {
      const id = (asks += 1);
      const hear = (answer: Answered) => {
        if (answer.id === id) resolve(new Uint8Array(Buffer.from(answer.signature, 'base64')));
      };
      child.on('message', hear);
      child.once('exit', () => reject(new Error('the signer is gone')));
      child.send({ id, key, data: Buffer.from(data).toString('base64') } satisfies Asked);
      tellAsked();
    });
  return {
    signer: { ...local, sign },
    process: child,
    asked: () => new Promise((resolve) => (tellAsked = resolve)),
  };
}

export async function endSigner({ process: child }: RemoteSigner): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

const wrappingKey = process.env['SIGNER_KEY'];
if (process.send && wrappingKey !== undefined) {
  const ring = createKeyRing(Buffer.from(wrappingKey, 'base64'));
  process.on('message', ({ id, key, data }: Asked) => {
    const bytes = new Uint8Array(Buffer.from(data, 'base64'));
    void ring
      .sign(key, bytes, new AbortController().signal)
      .then((signature) => process.send?.({ id, signature: Buffer.from(signature).toString('base64') }));
  });
}
