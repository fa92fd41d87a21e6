import type { Offering } from '../offering.ts';

/**
 * Where a run stands. `planned`: it has not begun and takes no applications, not yet or no longer; `open`: it takes them;
 * `full`: it has not begun and every place is taken, whatever the days of application; `running`, `ended`: by its dates,
 * both days included; `cancelled`: whatever the day.
 */
export const offeringStates = ['planned', 'open', 'full', 'running', 'ended', 'cancelled'] as const;
export type OfferingState = (typeof offeringStates)[number];

type Run = Pick<Offering, 'startDate' | 'endDate' | 'places' | 'forms' | 'cancelledAt'>;
/** `today` as the institution's calendar has it; `taken`: how many are registered. */
type Facts = Readonly<{ today: string; taken: number }>;

export function offeringStateOf(run: Run, { today, taken }: Facts): OfferingState {
  if (run.cancelledAt) return 'cancelled';
  if (today > run.endDate) return 'ended';
  if (today >= run.startDate) return 'running';
  if (isFull(run, taken)) return 'full';
  return run.forms.some((form) => takesApplications(form, today)) ? 'open' : 'planned';
}

/** Places are a ceiling; without a number of places there is none. */
export const isFull = ({ places }: Pick<Run, 'places'>, taken: number): boolean =>
  places !== undefined && taken >= places;

const takesApplications = ({ applyFrom, applyBy }: Run['forms'][number], today: string): boolean =>
  (applyFrom === undefined || applyFrom <= today) && (applyBy === undefined || today <= applyBy);
