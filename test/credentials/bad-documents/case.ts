import type { CheckName, Outcome, Verdict } from '../../../src/domain/verification/verification.ts';
import type { JsonObject } from '../../../src/services/ports/index.ts';
import type { copy, World } from '../world.ts';

export type Case = Readonly<{
  what: string;
  check: CheckName;
  outcome: Outcome;
  verdict: Verdict;
  problem: string;
  /** The bad document, in a world where everything else is in order. */
  make(world: World): Promise<JsonObject> | JsonObject;
  at?: Date;
}>;

export type Change = Readonly<[what: string, change: (document: ReturnType<typeof copy>) => void]>;
