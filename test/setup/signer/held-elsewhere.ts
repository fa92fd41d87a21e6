import { type Env, runCli } from '../../runtime/processes.ts';
import { type FakeSigner, signerToken } from './process.ts';

export const envOf = ({ url }: FakeSigner) => ({ REMOTE_SIGNER_URL: url, REMOTE_SIGNER_TOKEN: signerToken });

/** From now on the institution signs with a new key of this signer. Returns the id of the key. */
export async function holdElsewhere(env: Env, fake: FakeSigner, slug: string): Promise<string> {
  await fake.make(slug, 'ed25519');
  const words = ['signing-key', 'add', slug, '--algorithm', 'Ed25519', '--remote', slug];
  const { stdout, stderr } = await runCli(env, ...words);
  const [, id] = /^signing key (\S+)\n$/.exec(stdout) ?? [];
  if (id === undefined) throw new Error(`no key was added: ${stderr}`);
  return id;
}
