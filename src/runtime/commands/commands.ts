import { DomainError } from '../../domain/shared/errors.ts';
import type { Services } from '../../services/index.ts';
import type { Answer, Commands } from './command.ts';
import type { Files } from './files.ts';
import { auditCommands } from './nouns/audit.ts';
import { databaseCommands } from './nouns/database.ts';
import { importCommands } from './nouns/import.ts';
import { institutionCommands } from './nouns/institution.ts';
import { keyCommands } from './nouns/key.ts';
import { learnerCommands } from './nouns/learner.ts';
import { retentionCommands } from './nouns/retention.ts';
import { signingKeyCommands } from './nouns/signing-key.ts';
import { sealCommands } from './nouns/seal.ts';
import { staffCommands } from './nouns/staff.ts';
import { themeCommands } from './nouns/theme.ts';
import { unitCommands } from './nouns/unit.ts';
import { verifyCommands } from './nouns/verify.ts';
import { explainWith, findIn, type Found } from './typed.ts';

/** What the operator can do. The contract for everyone else is the HTTP API. */
export const commands: Commands = {
  ...institutionCommands,
  ...unitCommands,
  ...themeCommands,
  ...staffCommands,
  ...keyCommands,
  ...signingKeyCommands,
  ...sealCommands,
  ...learnerCommands,
  ...retentionCommands,
  ...importCommands,
  ...verifyCommands,
  ...auditCommands,
  ...databaseCommands,
};

export const findCommand = (words: readonly string[]): Found | undefined => findIn(commands, words);
export const explain = (words: readonly string[]): string[] => explainWith(commands, words);

export async function runCommand(services: Services, words: readonly string[], files: Files): Promise<Answer> {
  const found = findCommand(words);
  if (!found) throw new DomainError('malformed-request', explain(words).join('\n'));
  const { command, ...typed } = found;
  const answer = await command.run(services, { ...typed, files });
  return 'lines' in answer ? answer : { lines: answer, exitCode: 0 };
}
