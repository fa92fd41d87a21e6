import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { SignerError } from '../../services/ports/remote-signing.ts';
import { ConfigError } from '../config.ts';
import { parseToken, type RemoteSignerSettings } from './settings.ts';

/** Gives the token. One in a file is read for each request, since an agent writes a new one there before the old ends. */
export function createToken(settings: RemoteSignerSettings): () => Promise<string> {
  if ('token' in settings) return async () => settings.token;
  const { tokenFile } = settings;
  demandToken(tokenFile);
  return async () => {
    try {
      return parseToken((await readFile(tokenFile, 'utf8')).trim());
    } catch {
      throw new SignerError('no-token');
    }
  };
}

/** Refused at the start, as every variable that is wrong. */
function demandToken(file: string): void {
  const fault = (text: string) => new ConfigError([`REMOTE_SIGNER_TOKEN_FILE: ${file} ${text}`]);
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw fault(`cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`);
  }
  try {
    parseToken(text);
  } catch (error) {
    throw fault((error as Error).message);
  }
}
