import { expect } from 'vitest';
import { runCommand } from '../../../src/runtime/commands/commands.ts';
import type { Services } from '../../../src/services/index.ts';

/** Runs what is typed, words parted by blanks; a file that is called FILE has this in it. */
export const typing =
  (services: Services) =>
  async (line: string | readonly string[], file?: unknown): Promise<readonly string[]> => {
    const words = typeof line === 'string' ? line.split(' ') : line;
    const { lines, exitCode } = await runCommand(
      services,
      words,
      file === undefined ? {} : { FILE: JSON.stringify(file) },
    );
    expect(exitCode).toBe(0);
    return lines;
  };

/** The cells of a list, its headings aside. */
export const cellsOf = (lines: readonly string[]): string[][] => lines.slice(1).map((line) => line.split(/ {2,}/));
