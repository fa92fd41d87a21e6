import type { BenchRow } from './row.ts';

export type Settings = Readonly<{
  /** In-process rounds; rounds over HTTP are a tenth of them. */
  rounds: number;
  /** How many awards there are before the last of the growth rows. */
  growth: number;
  say: (line: string) => void;
}>;

/** Some rows that are measured together, on one setting up. */
export type Family = Readonly<{ name: string; measure: (settings: Settings) => Promise<readonly BenchRow[]> }>;
