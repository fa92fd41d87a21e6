import type { Services } from '../../services/index.ts';
import type { Files } from './files.ts';

/** What a command prints, and how it ends where that says more than that it is done. */
export type Answer = Readonly<{ lines: readonly string[]; exitCode: number }>;

/** What was typed after the name of a command. */
export type Typed = Readonly<{
  args: readonly string[];
  /** The value of an option, or an empty text where it takes none. */
  options: Readonly<Record<string, string>>;
  files: Files;
}>;

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
  /** Where this option is given, a password is asked for. */
  readsPasswordFor?: string;
  /** Says something also where there is no database yet. */
  needsNoDatabase?: true;
  run: (services: Services, typed: Typed) => Promise<readonly string[] | Answer>;
}>;

/** The commands of one noun, by their whole names. */
export type Commands = Readonly<Record<string, Command>>;
