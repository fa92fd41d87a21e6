import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { ConfigError } from '../config.ts';

const variable = 'PKCS12_PASSWORD';

/** From the environment, or typed without being shown. Never an argument: those are seen by everyone on the machine. */
export async function readPassword(env: Readonly<Record<string, string | undefined>> = process.env): Promise<string> {
  const given = env[variable];
  if (given !== undefined) return given;
  if (!process.stdin.isTTY)
    throw new ConfigError([`The password of the file is read from ${variable}, or typed where there is a terminal.`]);
  process.stderr.write('Password of the file: ');
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  const answer = await new Promise<string>((resolve) => lines.question('', resolve));
  lines.close();
  process.stderr.write('\n');
  return answer;
}
