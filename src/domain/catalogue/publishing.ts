import { DomainError } from '../shared/errors.ts';
import type { Draft, DraftState, Microcredential } from './microcredential.ts';

/** The one state machine: draft → in review → approved → published → withdrawn. A return goes back to draft. */
export const steps = {
  submit: { from: ['draft'], to: 'in-review' },
  return: { from: ['in-review', 'approved'], to: 'draft' },
  approve: { from: ['in-review'], to: 'approved' },
} as const satisfies Record<string, { from: readonly DraftState[]; to: DraftState }>;
export type Step = keyof typeof steps;

const asWords: Record<DraftState, string> = { draft: 'a draft', 'in-review': 'in review', approved: 'approved' };

/** The working copy, or why there is none to work on. */
export function workingCopy(microcredential: Microcredential): Draft {
  if (microcredential.withdrawnAt) throw new DomainError('state-forbids', 'This micro-credential is withdrawn.');
  if (microcredential.draft) return microcredential.draft;
  throw new DomainError(
    'version-immutable',
    'A published version never changes. Start a draft of the next version and edit that.',
  );
}

export function take(step: Step, microcredential: Microcredential, personId: string): DraftState {
  const draft = workingCopy(microcredential);
  const { from, to } = steps[step];
  if (!(from as readonly DraftState[]).includes(draft.state)) {
    const wanted = from.map((state) => asWords[state]).join(' or ');
    throw new DomainError('state-forbids', `It is ${asWords[draft.state]}; to ${step} it, it must be ${wanted}.`);
  }
  if (step === 'approve' && draft.editors.includes(personId)) {
    throw new DomainError('own-draft', 'No one approves a draft that they wrote themselves. Ask a colleague.');
  }
  return to;
}

/** Throws unless this draft may be published now under the institution's policy. */
export function demandPublishable(microcredential: Microcredential, review: 'required' | 'waived'): Draft {
  const draft = workingCopy(microcredential);
  if (draft.state === 'approved' || review === 'waived') return draft;
  throw new DomainError(
    'state-forbids',
    `It is ${asWords[draft.state]}; this institution publishes only what a second person has approved.`,
  );
}

/** Throws unless the draft may be edited: not while it is reviewed, nor once it is approved. */
export function demandEditable(microcredential: Microcredential): Draft {
  const draft = workingCopy(microcredential);
  if (draft.state === 'draft') return draft;
  throw new DomainError('state-forbids', `It is ${asWords[draft.state]}. Return it first; then it can be edited.`);
}
