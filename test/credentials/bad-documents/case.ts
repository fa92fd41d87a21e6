import type { CheckName, Outcome, Verdict } from '../../../src/domain/verification/verification.ts';
import type { JsonObject } from '../../../src/services/ports/index.ts';
import type { copy, Fixture } from '../fixture.ts';

export type Case = Readonly<{
  what: string;
  check: CheckName;
  outcome: Outcome;
  verdict: Verdict;
  problem: string;
  /** The bad document, where everything else is in order. */
  make(fixture: Fixture): Promise<JsonObject> | JsonObject;
  at?: Date;
}>;

export type Change = Readonly<[what: string, change: (document: ReturnType<typeof copy>) => void]>;
