import { DomainError } from '../../shared/errors.ts';
import { isSeen } from '../../shared/names.ts';
import { type Draft, type Microcredential } from '../microcredential.ts';
import { workingCopy } from '../publishing.ts';

export const partnerOutcomes = ['agreed', 'refused'] as const;
export type PartnerOutcome = (typeof partnerOutcomes)[number];

/** What a partner has decided, and on which text: the SHA-256 of the draft's content. */
export type PartnerDecision = Readonly<{
  outcome: PartnerOutcome;
  contentDigest: string;
  /** In the partner's own tenancy. */
  decisionId: string;
  note?: string;
}>;

/** An institution that another has invited to give a course together with it. */
export type Partnership = Readonly<{
  id: string;
  /** The partner. */
  institutionId: string;
  ownerId: string;
  microcredentialId: string;
  /** Whether its people may edit the draft. */
  mayEdit: boolean;
  invitedAt: Date;
  leftAt?: Date;
  /** The newest. */
  decision?: PartnerDecision;
}>;

/** `outdated`: it agreed to, or refused, a text that has been changed since. */
export const partnerStates = ['undecided', 'agreed', 'refused', 'outdated', 'left'] as const;
export type PartnerState = (typeof partnerStates)[number];

/** Where a partner stands to the text with this digest; undefined: there is no text to decide on. */
export function partnerState({ leftAt, decision }: Partnership, digest: string | undefined): PartnerState {
  if (leftAt) return 'left';
  if (!decision) return 'undecided';
  return digest === undefined || decision.contentDigest === digest ? decision.outcome : 'outdated';
}

/** The course as it is shared now; throws where the partner has left. */
export function demandPartner({ leftAt }: Partnership): void {
  if (leftAt) throw new DomainError('state-forbids', 'You have left this course. Its owner can invite you again.');
}

export function demandMayEdit(partnership: Partnership): void {
  demandPartner(partnership);
  if (!partnership.mayEdit)
    throw new DomainError('state-forbids', 'You are invited to decide, not to edit. Ask the owner of the course.');
}

/** The draft that a partner decides on: one that its authors have submitted, so that it stands still. */
export function demandDecidable(
  partnership: Partnership,
  microcredential: Microcredential,
  next: Omit<PartnerDecision, 'decisionId'>,
): Draft {
  demandPartner(partnership);
  const draft = workingCopy(microcredential);
  if (draft.state === 'draft')
    throw new DomainError('state-forbids', 'It is still being written. Decide when it has been submitted.');
  if (next.outcome === 'refused' && !isSeen(next.note ?? ''))
    throw new DomainError('content-invalid', 'A refusal says why.', {
      violations: [{ pointer: '#/note', detail: 'Write what would have to be different.' }],
    });
  const { decision } = partnership;
  if (decision?.outcome === next.outcome && decision.contentDigest === next.contentDigest)
    throw new DomainError('state-forbids', `You have ${next.outcome} already, and the text is the same.`);
  return draft;
}

/** Throws unless this institution may be invited: another one, to a course that is not withdrawn. */
export function demandInvitable(microcredential: Microcredential, partnerId: string): void {
  if (microcredential.institutionId === partnerId)
    throw new DomainError('state-forbids', 'The institution is the owner of the course, and no partner of its own.');
  if (microcredential.withdrawnAt) throw new DomainError('state-forbids', 'This micro-credential is withdrawn.');
}
