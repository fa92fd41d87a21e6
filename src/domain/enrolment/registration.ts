import type { Violation } from '../shared/errors.ts';
import { cleanText, textFault } from '../shared/names.ts';
import type { OfferingForm } from '../catalogue/offering-form.ts';
import { ruleFor } from '../catalogue/credits.ts';
import type { LearnerCategory } from '../legal-form/categories.ts';
import { type LegalFormCode, legalForms } from '../legal-form/index.ts';
import { paragraphsOf, type Rule } from '../legal-form/rule.ts';
import type { LearnerInput } from './learner.ts';

export type ClientOrganisation = Readonly<{ name: string; organisationNumber?: string }>;

export type RegistrationInput = Readonly<{
  /** One of the legal forms that the offering is open in. */
  form: LegalFormCode;
  client?: ClientOrganisation;
  /** The system it comes from and its id there; the pair is unique, so sending it again changes nothing. */
  source?: string;
  externalId?: string;
  /** Who it is: a person who is described, or one by an id of ours, or one by the id that another registration came with. */
  learner?: LearnerInput;
  learnerId?: string;
  sameLearnerAs?: ExternalId;
  /** Register also where every place is taken. */
  overbook?: boolean;
}>;

/** An id in another system. */
export type ExternalId = Readonly<{ source: string; externalId: string }>;

/** The id that a registration came with, if it did. */
export const externalIdOf = ({ source, externalId }: Partial<ExternalId>): ExternalId | undefined =>
  source === undefined || externalId === undefined ? undefined : { source, externalId };

/** As it is kept; it passes `registrationFaults`. */
export function keptRegistration(input: RegistrationInput): RegistrationInput {
  if (input.client === undefined) return input;
  const { name, organisationNumber } = input.client;
  const number = organisationNumber === undefined ? {} : { organisationNumber: cleanText(organisationNumber) };
  return { ...input, client: { name: cleanText(name), ...number } };
}

/** This person takes part in this offering, in this legal form. */
export type Registration = Readonly<{
  id: string;
  institutionId: string;
  offeringId: string;
  learnerId: string;
  form: LegalFormCode;
  /** As the law had it for the form when the offering began. */
  category: LearnerCategory;
  client?: ClientOrganisation;
  source?: string;
  externalId?: string;
  createdAt: Date;
}>;

type Run = Readonly<{ startDate: string; forms: readonly OfferingForm[] }>;

/** What is impossible about a registration for this run, by the law of its first day. */
export function registrationFaults(input: RegistrationInput, { startDate, forms }: Run): Violation[] {
  const faults: Violation[] = [];
  if ([input.learner, input.learnerId, input.sameLearnerAs].filter((each) => each !== undefined).length !== 1) {
    faults.push({
      pointer: '#/learner',
      detail: 'Say once who it is: learner describes the person; learnerId or sameLearnerAs names a known one.',
    });
  }
  if ((input.source === undefined) !== (input.externalId === undefined)) {
    faults.push({ pointer: '#/externalId', detail: 'source and externalId belong together.' });
  }
  const open = forms.find(({ form }) => form === input.form);
  if (!open) {
    const names = forms.map(({ form }) => form).join(', ');
    return [...faults, { pointer: '#/form', detail: `The offering is open in these forms: ${names}.` }];
  }
  return [...faults, ...clientFaults(input, open, ruleFor(input.form, startDate)), ...clientTextFaults(input)];
}

/** What is wrong with the texts about the client, wherever one may be named. */
function clientTextFaults({ client }: RegistrationInput): Violation[] {
  return (['name', 'organisationNumber'] as const).flatMap((member) => {
    const text = client?.[member];
    const detail = text === undefined ? undefined : textFault(text);
    return detail === undefined ? [] : [{ pointer: `#/client/${member}`, detail }];
  });
}

/** Who applies alone may still take part for a client, such as an employer, where the law lets clients pay. */
function clientFaults({ form, client }: RegistrationInput, { application }: OfferingForm, { fee }: Rule): Violation[] {
  const { en } = legalForms[form].label;
  const law = paragraphsOf(fee);
  if (application === 'client' && client === undefined)
    return [{ pointer: '#/client', detail: `In the form “${en}” everyone takes part for a client: name it.` }];
  if (application === 'client' || client === undefined || fee.is.clients) return [];
  const alone = `In the form “${en}” everyone takes part for themselves: leave it out`;
  return [{ pointer: '#/client', detail: law === undefined ? `${alone}.` : `${alone} (${law}).` }];
}
