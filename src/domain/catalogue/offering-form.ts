import { isCalendarDate } from '../shared/dates.ts';
import type { Violation } from '../shared/errors.ts';
import { type LegalFormCode, legalForms, ruleOn } from '../legal-form/index.ts';
import { type Audience, lawOf, paragraphsOf, type Rule, type Sourced } from '../legal-form/rule.ts';
import { creditsOf, ruleFor } from './credits.ts';
import type { CompleteContent } from './microcredential.ts';

/** Who pays: persons of an audience, or the client. */
export type Payer = Audience | 'client';
export type Price = Readonly<{ amount: number; currency: 'SEK' | 'EUR'; payers: readonly Payer[] }>;

/** One of the legal forms in which a run is open. */
export type OfferingForm = Readonly<{
  form: LegalFormCode;
  audience: readonly Audience[];
  /** Whether persons apply themselves, or a client registers its people. */
  application: 'individual' | 'client';
  price?: Price;
  /** The first and the last day on which a person can apply. */
  applyFrom?: string;
  applyBy?: string;
  /** The address at which a person applies. */
  applyAt?: string;
  /** What the run is called where one applies (antagning.se, opintopolku.fi), and the term of that application. */
  applicationCode?: string;
  applicationTerm?: string;
}>;

/** `country`: of the institution that gives it; absent: that of the course. */
type Run = Readonly<{ startDate: string; endDate: string; country?: string }>;

/** What is impossible about the forms in which a run is open, given the version that it runs and the law of its first day. */
export function offeringFormFaults(forms: readonly OfferingForm[], run: Run, content: CompleteContent): Violation[] {
  if (forms.length === 0)
    return [{ pointer: '#/forms', detail: `Say in which form it is given: ${content.legalForms.join(', ')}.` }];
  return forms.flatMap((one, index) => {
    const fault = (member: string, detail: string): Violation => ({ pointer: `#/forms/${index}/${member}`, detail });
    if (!content.legalForms.includes(one.form))
      return [fault('form', `The published version may be given as ${content.legalForms.join(', ')}.`)];
    if (forms.findIndex(({ form }) => form === one.form) !== index) return [fault('form', 'This form stands twice.')];
    const rule = ruleOn(one.form, run.startDate);
    const { country, label } = legalForms[one.form];
    const { en } = label;
    if (country !== undefined && run.country !== undefined && country !== run.country)
      return [fault('form', `The form “${en}” is one of the law of another country (${country}).`)];
    if (!rule) return [fault('form', lapsedText(one.form, run.startDate))];
    return [
      ...audienceFaults(one, rule, en),
      ...dateFaults(one, run),
      ...(one.price && one.price.amount > 0 ? priceFaults(one.price, rule, creditsOf(content, rule), en) : []),
    ].map(([member, detail]) => fault(member, detail));
  });
}

function lapsedText(form: LegalFormCode, on: string): string {
  const law = lawOf(ruleFor(form, on));
  const { en } = legalForms[form].label;
  return `The form “${en}” is not in force on ${on}, when the run starts${law === undefined ? '' : ` (${law})`}.`;
}

type Fault = readonly [member: string, detail: string];

/** With the paragraph, where there is one. */
const byLaw = (text: string, fact: Sourced<unknown>): string => {
  const law = paragraphsOf(fact);
  return law === undefined ? `${text}.` : `${text} (${law}).`;
};

function audienceFaults({ audience, application }: OfferingForm, rule: Rule, form: string): Fault[] {
  const stranger = audience.find((one) => !rule.audience.is.includes(one) && !rule.audience.is.includes('everyone'));
  const faults: Fault[] = [];
  if (stranger !== undefined)
    faults.push([
      'audience',
      byLaw(`In the form “${form}” these may take part: ${rule.audience.is.join(', ')}`, rule.audience),
    ]);
  if (!rule.application.is.includes(application)) {
    const way = application === 'individual' ? 'a client registers its people: write "client"' : 'each person applies';
    faults.push(['application', byLaw(`In the form “${form}” ${way}`, rule.application)]);
  }
  return faults;
}

function dateFaults({ applyFrom, applyBy }: OfferingForm, { endDate }: Run): Fault[] {
  const faults: Fault[] = [];
  for (const [member, value] of [
    ['applyFrom', applyFrom],
    ['applyBy', applyBy],
  ] as const) {
    if (value === undefined) continue;
    if (!isCalendarDate(value)) faults.push([member, 'Write a date that exists, as YYYY-MM-DD.']);
    else if (value > endDate) faults.push([member, 'One cannot apply after the offering has ended.']);
  }
  if (faults.length > 0 || applyFrom === undefined || applyBy === undefined || applyFrom <= applyBy) return faults;
  return [['applyBy', 'The last day to apply is before the first.']];
}

function priceFaults(
  { amount, currency, payers }: Price,
  rule: Rule,
  credits: number | undefined,
  form: string,
): Fault[] {
  const { persons, clients, capPerCredit: cap } = rule.fee.is;
  if (payers.length === 0) return [['price/payers', 'Say who pays this price.']];
  const spared = payers.find((payer) => (payer === 'client' ? !clients : !isIn(payer, persons)));
  if (spared !== undefined) return [['price/payers', byLaw(sparedText(spared, persons, form), rule.fee)]];
  if (!cap) return [];
  if (currency !== cap.currency) return [['price/currency', byLaw(`The fee is set in ${cap.currency}`, rule.fee)]];
  if (credits === undefined) return [['price', byLaw('The fee is set by the credit, and this gives none', rule.fee)]];
  const most = Math.round(cap.amount * credits * 100) / 100;
  return amount > most
    ? [['price/amount', byLaw(`It may be ${most} ${currency} at most: ${cap.amount} ${currency} a credit`, rule.fee)]]
    : [];
}

const isIn = (audience: Audience, groups: readonly Audience[]): boolean =>
  groups.includes('everyone') || groups.includes(audience);

function sparedText(payer: Payer, persons: readonly Audience[], form: string): string {
  if (payer === 'client') return `In the form “${form}” no client pays`;
  const mayPay = persons.length === 0 ? 'no person may be charged' : `only these may be charged: ${persons.join(', ')}`;
  return `In the form “${form}” ${mayPay}`;
}
