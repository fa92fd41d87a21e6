import { type LegalFormCode, legalForms } from '../../legal-form/index.ts';
import { isCalendarDate } from '../../shared/dates.ts';
import { DomainError, type Violation } from '../../shared/errors.ts';
import { cleanText, textFault } from '../../shared/names.ts';
import { present } from '../../shared/present.ts';

export const awardingParties = ['owner', 'host'] as const;
export type AwardingParty = (typeof awardingParties)[number];

/** What the owner of a course offers another institution. */
export type HostingTerms = Readonly<{
  /** The published version that it may give. */
  version: number;
  /** Who decides on the awards and signs them. */
  awardedBy: AwardingParty;
  /** No run starts after this day, `YYYY-MM-DD`. */
  startsUntil?: string;
  caseNumber?: string;
}>;

/**
 * The owner of a course lets a host give a version of it. The host opens runs, registers its own people and examines
 * them; the agreement says who awards.
 */
export type HostingAgreement = HostingTerms &
  Readonly<{
    id: string;
    /** The owner. */
    institutionId: string;
    hostId: string;
    microcredentialId: string;
    offeredAt: Date;
    acceptedAt?: Date;
    declinedAt?: Date;
    /** Nothing new starts after it; what was opened before goes on to its awards. */
    endedAt?: Date;
  }>;

export type HostingState = 'offered' | 'accepted' | 'declined' | 'ended';

export function hostingStateOf({
  acceptedAt,
  declinedAt,
  endedAt,
}: Pick<HostingAgreement, 'acceptedAt' | 'declinedAt' | 'endedAt'>): HostingState {
  if (endedAt) return 'ended';
  if (declinedAt) return 'declined';
  return acceptedAt ? 'accepted' : 'offered';
}

export type HostingAct = 'accept' | 'decline' | 'end';
type Party = 'owner' | 'host';

/** Who may do what, and when. The owner takes an offer back by ending it. */
const acts: Readonly<Record<HostingAct, Readonly<{ by: readonly Party[]; from: readonly HostingState[] }>>> = {
  accept: { by: ['host'], from: ['offered'] },
  decline: { by: ['host'], from: ['offered'] },
  end: { by: ['owner', 'host'], from: ['offered', 'accepted'] },
};

/** The agreement after the act, or why it cannot be done. */
export function actOn(agreement: HostingAgreement, act: HostingAct, party: Party, at: Date): HostingAgreement {
  const { by, from } = acts[act];
  if (!by.includes(party))
    throw new DomainError('state-forbids', `The ${by.join(' or the ')} of the course does this, not the ${party}.`);
  const state = hostingStateOf(agreement);
  if (!from.includes(state)) throw new DomainError('state-forbids', `The agreement is ${state} already.`);
  if (act === 'end' && party === 'host' && state === 'offered')
    throw new DomainError('state-forbids', 'The agreement is only offered. Decline it.');
  const done = { accept: { acceptedAt: at }, decline: { declinedAt: at }, end: { endedAt: at } } as const;
  return { ...agreement, ...done[act] };
}

/** Why a run cannot be opened under it on this day. */
export function demandOpenable(agreement: HostingAgreement, startDate: string): void {
  const state = hostingStateOf(agreement);
  if (state !== 'accepted')
    throw new DomainError(
      'state-forbids',
      state === 'offered'
        ? 'The agreement is not accepted yet. Accept it first.'
        : `The agreement is ${state}; nothing new starts under it.`,
    );
  const { startsUntil } = agreement;
  if (startsUntil === undefined || startDate <= startsUntil) return;
  throw new DomainError('offering-invalid', 'The offering cannot be given like this.', {
    violations: [{ pointer: '#/startDate', detail: `By the agreement a run starts on ${startsUntil} at the latest.` }],
  });
}

/** What is wrong with an offer. `today`: a day that is past lets nothing start. */
export function hostingFaults({ startsUntil, caseNumber }: HostingTerms, today: string): Violation[] {
  const faults: Violation[] = [];
  if (startsUntil !== undefined && !isCalendarDate(startsUntil))
    faults.push({ pointer: '#/startsUntil', detail: 'Write a date that exists, as YYYY-MM-DD.' });
  else if (startsUntil !== undefined && startsUntil < today)
    faults.push({ pointer: '#/startsUntil', detail: `The day is past, and nothing could start: it is ${today}.` });
  const detail = caseNumber === undefined ? undefined : textFault(caseNumber);
  if (detail !== undefined) faults.push({ pointer: '#/caseNumber', detail });
  return faults;
}

/** A host gives a course under the law of its own country; no run could be opened of a version that knows none of it. */
export function hostFormFaults(forms: readonly LegalFormCode[], country: string): Violation[] {
  const isOfCountry = (form: LegalFormCode) => (legalForms[form].country ?? country) === country;
  if (forms.some(isOfCountry)) return [];
  const detail = `The version may be given as ${forms.join(', ')}, and none of these is of the law of the host’s country (${country}).`;
  return [{ pointer: '#/host', detail: `${detail} Publish a version that “other” is a form of.` }];
}

/** As it is kept. */
export const keptTerms = ({ version, awardedBy, startsUntil, caseNumber }: HostingTerms): HostingTerms => ({
  version,
  awardedBy,
  ...present({ startsUntil, caseNumber: caseNumber === undefined ? undefined : cleanText(caseNumber) }),
});
