import { type OfferingState, offeringStates } from '../../../domain/catalogue/run/offering-state.ts';
import type { Precondition } from '../../../services/catalogue/offering-change.ts';
import { demandStated, tagsIn } from '../../input/if-match.ts';

/** Where the run stands changes by itself, with the day and with who is registered, and so is part of the tag. */
export const offeringTag = (digest: string, state: OfferingState): string => `${digest}-${state}`;

/** A change is based on what is said of the run, and not on where it stands: the digest alone counts. */
export function demandPrecondition(ifMatch: string | undefined): Precondition {
  const tags = demandStated(tagsIn(ifMatch), 'offering');
  return tags === '*' ? tags : tags.flatMap(digestIn);
}

const ours = new RegExp(`^"([0-9a-f]{64})-(?:${offeringStates.join('|')})"$`);

/** None in a weak tag or one that is not ours (RFC 9110 §8.8.3.2, strong). */
const digestIn = (tag: string): readonly string[] => ours.exec(tag)?.slice(1, 2) ?? [];
