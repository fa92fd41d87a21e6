import type { LanguageCode, ModeCode } from '../../generated/vocab.ts';
import { isCalendarDate } from '../shared/dates.ts';
import type { Violation } from '../shared/errors.ts';
import type { LanguageMap } from '../shared/language.ts';
import { legalForms } from './legal-form.ts';
import type { CompleteContent } from './microcredential.ts';

export type OfferingInput = Readonly<{
  startDate: string;
  endDate: string;
  language: LanguageCode;
  mode: ModeCode;
  /** Share of full-time study in per cent. */
  pace?: number;
  places?: number;
  location?: LanguageMap;
  learningCentre?: string;
  /** What a natural person pays. */
  fee?: Readonly<{ amount: number; currency: 'SEK' | 'EUR' }>;
  application: 'individual' | 'client';
  applyBy?: string;
}>;

/** A dated run of one published version. */
export type Offering = OfferingInput &
  Readonly<{
    id: string;
    institutionId: string;
    microcredentialId: string;
    version: number;
    cancelledAt?: Date;
    createdAt: Date;
  }>;

/** What is impossible about an offering, given the version it runs. */
export function offeringFaults(input: OfferingInput, content: CompleteContent): Violation[] {
  const form = legalForms[content.legalForm];
  const faults: Violation[] = [];
  for (const [name, value] of [
    ['startDate', input.startDate],
    ['endDate', input.endDate],
    ['applyBy', input.applyBy],
  ] as const) {
    if (value !== undefined && !isCalendarDate(value))
      faults.push({ pointer: `#/${name}`, detail: 'Write a date that exists, as YYYY-MM-DD.' });
  }
  if (input.endDate < input.startDate)
    faults.push({ pointer: '#/endDate', detail: 'The offering ends before it starts.' });
  if (input.applyBy !== undefined && input.applyBy > input.endDate) {
    faults.push({ pointer: '#/applyBy', detail: 'The last day to apply is after the offering has ended.' });
  }
  if (!content.languages.includes(input.language)) {
    faults.push({
      pointer: '#/language',
      detail: `The published version is given in ${content.languages.join(', ')}.`,
    });
  }
  if (!content.participation.modes.includes(input.mode)) {
    faults.push({
      pointer: '#/mode',
      detail: `The published version is given as ${content.participation.modes.join(', ')}.`,
    });
  }
  if (input.fee && input.fee.amount > 0 && !form.feeToPersons) {
    faults.push({ pointer: '#/fee', detail: `The form “${form.label.en}” does not allow a fee to a natural person.` });
  }
  if (input.application === 'individual' && !form.individualApplication) {
    faults.push({
      pointer: '#/application',
      detail: `In the form “${form.label.en}” a client registers its people: write "client".`,
    });
  }
  return faults;
}
