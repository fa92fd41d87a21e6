import { DomainError } from '../../domain/shared/errors.ts';
import { type Role, roles } from '../../domain/institution/staff.ts';
import { importElm } from '../../interop/elm/import.ts';
import { importObv3 } from '../../interop/obv3/import.ts';
import type { Services } from '../../services/index.ts';
import { type Files, readJson } from './files.ts';
import { importDraft } from './import.ts';
import { readInstitution } from './institution-file.ts';
import { verifyFile } from './verify.ts';

export type Command = Readonly<{
  /** What follows the name; `FILE` is read where the command was typed, and what is in brackets may be left out. */
  parameters: readonly string[];
  purpose: string;
  /** Runs also where the key-encryption key does not open the signing keys: it is the way out of that. */
  needsNoKey?: true;
  /** May be the first thing that is done in an empty data folder. */
  begins?: true;
  /** Files are read as bytes and handed over in base64; `-` is what comes in through the pipe. */
  readsBytes?: true;
  /** Says something also where there is no database yet. */
  needsNoDatabase?: true;
  run: (services: Services, args: readonly string[], files: Files) => Promise<readonly string[] | Answer>;
}>;
/** What a command prints, and how it ends where that says more than that it is done. */
export type Answer = Readonly<{ lines: readonly string[]; exitCode: number }>;

/** What the operator can do. The contract for everyone else is the HTTP API. */
export const commands: Readonly<Record<string, Command>> = {
  'institution create': {
    parameters: ['FILE'],
    begins: true,
    purpose: 'create an institution from a JSON file (docs/operations.md shows one)',
    async run({ institutions, addresses }, [file = ''], files) {
      const institution = await institutions.create(readInstitution(readJson(file, files)));
      return [`created ${institution.slug}: ${addresses.did(institution.slug)}`];
    },
  },
  'staff add': {
    parameters: ['INSTITUTION', 'NAME', 'ROLES'],
    purpose: `add a member of staff; ROLES joined by commas: ${roles.join(',')}, or none`,
    async run({ institutions }, [slug = '', name = '', list = '']) {
      const { id } = await institutions.addStaff(slug, readName(name), readRoles(list));
      return [`added ${name}: ${id}`];
    },
  },
  'staff end': {
    parameters: ['INSTITUTION', 'STAFF_ID'],
    purpose: 'end a person’s service: their keys stop working at once',
    async run({ institutions }, [slug = '', staffId = '']) {
      await institutions.endStaff(slug, staffId);
      return [`ended ${staffId}`];
    },
  },
  'key add': {
    parameters: ['INSTITUTION', 'STAFF_ID'],
    purpose: 'make an API key for a member of staff; it is shown once',
    async run({ institutions }, [slug = '', staffId = '']) {
      const { id, key } = await institutions.addStaffKey(slug, staffId);
      return [`key ${id}`, key];
    },
  },
  'key add-machine': {
    parameters: ['INSTITUTION', 'NAME', 'ROLES'],
    purpose: 'make an API key for another system; it can register and record, never decide',
    async run({ institutions }, [slug = '', name = '', list = '']) {
      const { id, key } = await institutions.addMachineKey(slug, readName(name), readRoles(list));
      return [`key ${id}`, key];
    },
  },
  'key revoke': {
    parameters: ['INSTITUTION', 'KEY_ID'],
    purpose: 'end an API key at once',
    async run({ institutions }, [slug = '', keyId = '']) {
      await institutions.revokeKey(slug, keyId);
      return [`revoked ${keyId}`];
    },
  },
  'signing-key rotate': {
    parameters: ['INSTITUTION'],
    purpose: 'sign with a new key from now on; what the old ones signed stays verifiable',
    needsNoKey: true,
    async run({ institutions }, [slug = '']) {
      await institutions.rotateSigningKey(slug);
      return [`${slug} signs with a new key`];
    },
  },
  'import elm': {
    parameters: ['FILE', '[INSTITUTION]', '[SLUG]'],
    purpose: 'make a draft from a document of the European Learning Model, and say what it lacks',
    run: (services, args, files) => importDraft(importElm, services, args, files),
  },
  'import obv3': {
    parameters: ['FILE', '[INSTITUTION]', '[SLUG]'],
    purpose: 'make a draft from an Open Badges 3.0 credential or achievement, and say what it lacks',
    run: (services, args, files) => importDraft(importObv3, services, args, files),
  },
  verify: {
    parameters: ['FILE', '[--json]'],
    readsBytes: true,
    needsNoKey: true,
    needsNoDatabase: true,
    purpose: 'check a certificate in a file, or - for what comes in; ends with 0 where it is valid, with 2 where not',
    run: verifyFile,
  },
  'audit check': {
    parameters: ['INSTITUTION'],
    purpose: 'walk the chain of audit events and say whether it is whole',
    async run({ institutions }, [slug = '']) {
      const { events, since, firstBroken, lastHash } = await institutions.checkAudit(slug);
      if (firstBroken !== undefined)
        throw new DomainError(
          'state-forbids',
          `The chain is broken at event ${firstBroken}; the ${events} before it follow from one another.`,
        );
      return [
        `${events} events, the chain is whole`,
        ...(since > 0 ? [`${since} of them were written during the check`] : []),
        `hash of event ${events}: ${lastHash}`,
      ];
    },
  },
  resume: {
    parameters: [],
    purpose: 'sign what was prepared and never signed',
    async run({ issuing }) {
      return [`finished ${await issuing.resume()}`];
    },
  },
  migrate: {
    parameters: [],
    begins: true,
    purpose: 'bring the database up to date (the service does so at start)',
    run: async () => ['the database is up to date'],
  },
};

/** The command that these words begin with, and what follows it. */
export function findCommand(
  words: readonly string[],
): Readonly<{ command: Command; args: readonly string[] }> | undefined {
  if (words.includes('--help')) return undefined;
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ');
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    const args = command ? optionsLast(command, words.slice(length)) : [];
    if (command && takes(command, args)) return { command, args };
  }
  return undefined;
}

/** Where a command has no option, a word is a word: somebody may be called so. */
const isOption = ({ parameters }: Command, word: string): boolean =>
  word.startsWith('--') && parameters.some((parameter) => parameter.startsWith('[--'));

/** An option may be typed before the file, too. */
const optionsLast = (command: Command, words: readonly string[]): readonly string[] => [
  ...words.filter((word) => !isOption(command, word)),
  ...words.filter((word) => isOption(command, word)),
];

const takes = (command: Command, args: readonly string[]): boolean =>
  args.length <= command.parameters.length &&
  args.filter((word) => !isOption(command, word)).length >=
    command.parameters.filter((parameter) => !parameter.startsWith('[')).length;

/** What was wrong with words that are no command as they stand, and what there is. */
export function explain(words: readonly string[]): string[] {
  const named = Object.entries(commands).find(([name]) => words.join(' ').startsWith(name));
  if (!named) return [...(words.length > 0 ? [`There is no command "${words.join(' ')}".`] : []), ...usage()];
  const [name, { parameters, purpose }] = named;
  return [`"${name}" takes: ${parameters.join(' ') || 'nothing'}`, `  ${purpose}`];
}

const usage = (): string[] => [
  'npm run cli -- COMMAND …',
  ...Object.entries(commands).map(
    ([name, { parameters, purpose }]) => `  ${[name, ...parameters].join(' ')}\n      ${purpose}`,
  ),
];

export async function runCommand(services: Services, words: readonly string[], files: Files): Promise<Answer> {
  const found = findCommand(words);
  if (!found) throw new DomainError('malformed-request', explain(words).join('\n'));
  const answer = await found.command.run(services, found.args, files);
  return 'lines' in answer ? answer : { lines: answer, exitCode: 0 };
}

function readName(name: string): string {
  if (name.trim() === '') throw new DomainError('malformed-request', 'NAME is empty.');
  return name.trim();
}

function readRoles(list: string): Role[] {
  const names = list === 'none' ? [] : list.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !(roles as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new DomainError('malformed-request', `There is no role ${unknown}; roles are ${roles.join(', ')}.`);
  return names as Role[];
}
