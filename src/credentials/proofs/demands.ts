import { failed, type Fault } from '../document/fault.ts';
import { asList } from '../document/values.ts';
import type { KeyPurpose } from '../keys/controller.ts';
import type { JsonObject } from '../../services/ports/index.ts';

/** What whoever asks for a check wants of each proof (Data Integrity 1.0 §4.4). */
export type Demands = Readonly<{
  purpose: KeyPurpose;
  /** What the proof must answer; not looked at where it is left out. */
  challenge?: string | undefined;
  /** Whom the proof must be for: one, or a set of which all and no others are named. */
  domain?: string | readonly string[] | undefined;
}>;

const made: Readonly<Record<KeyPurpose, string>> = {
  assertionMethod: 'to assert a credential',
  authentication: 'to show who presents',
};

/** In any order, and however often one is named. */
export const sameSet = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.every((value) => other.includes(value)) && other.every((value) => one.includes(value));

/** Where a proof is not of the kind that was asked for. Says nothing of whether it holds. */
export function demandFault(proof: JsonObject, { purpose, challenge, domain }: Demands): Fault | undefined {
  if (proof['proofPurpose'] !== purpose)
    return failed('proof', `The proof was made for another purpose than ${made[purpose]}.`);
  if (domain !== undefined && !sameSet(asList(proof['domain']), asList(domain)))
    return failed('domain', 'The domain of the proof is not the one that was asked for.');
  if (challenge !== undefined && proof['challenge'] !== challenge)
    return failed('challenge', 'The challenge of the proof is not the one that was asked for.');
  return undefined;
}
