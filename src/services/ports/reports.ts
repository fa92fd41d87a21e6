import type { Report } from '../../domain/verification/verification.ts';

/** A report, and the moments at which time alone changes its result. */
export type Made = Readonly<{ report: Report; turnsAt: readonly number[] }>;

export interface ReportCache {
  /** The report of this document on this basis: a digest of everything that it rests on. Made where there is none. */
  read(document: string, basis: string, now: () => Date, make: () => Promise<Made>): Promise<Report>;
}
