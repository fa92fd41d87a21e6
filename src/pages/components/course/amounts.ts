import type { Locale } from '../../../domain/shared/language.ts';
import { creditsOf, creditUnitOf, type Facts, mayHaveCredits } from './facts.ts';
import { formatNumber } from '../text/formats.ts';
import type { View } from '../../shell/view.ts';

type Amount = Readonly<{ label: string; value: string }>;

/** Of our own versions, and of issuers in the two countries, ECTS has the country's name; elsewhere it keeps its own. */
const isCountedByCountry = ({ issuer }: Facts): boolean =>
  !issuer || issuer.country === 'SE' || issuer.country === 'FI';

/** Credits with the unit that the document gives, or with the word that it gives none. */
export function creditsAmount(facts: Facts, { m, locale }: View): Amount | undefined {
  const amount = amountOf(creditsOf(facts), mayHaveCredits(facts) ? facts.creditsSeveral : undefined, locale);
  if (amount === undefined) return undefined;
  if (creditUnitOf(facts) === undefined) return { label: m.said.points, value: m.said.pointsValue(amount) };
  return isCountedByCountry(facts)
    ? { label: m.strip.credits, value: m.creditsValue(amount) }
    : { label: m.said.points, value: `${amount} ECTS` };
}

export function hoursAmount({ hours, hoursSeveral }: Facts, { m, locale }: View): Amount | undefined {
  const amount = amountOf(hours, hoursSeveral, locale);
  return amount === undefined ? undefined : { label: m.strip.hours, value: m.hoursValue(amount) };
}

/** Whether the document gives different numbers of one thing; which of them holds is not ours to say. */
export const isContradictory = (facts: Facts): boolean =>
  facts.hoursSeveral !== undefined || (mayHaveCredits(facts) && facts.creditsSeveral !== undefined);

function amountOf(one: number | undefined, several: readonly number[] | undefined, locale: Locale): string | undefined {
  if (several) return several.map((number) => formatNumber(number, locale)).join(' / ');
  return one === undefined ? undefined : formatNumber(one, locale);
}
