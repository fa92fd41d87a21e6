import { creditsOf, creditUnitOf, type Facts } from '../facts.ts';
import { formatNumber } from '../formats.ts';
import type { View } from '../view.ts';

type Amount = Readonly<{ label: string; value: string }>;

/** Of our own versions, and of issuers in the two countries, ECTS has the country's name; elsewhere it keeps its own. */
const isCountedByCountry = ({ issuer }: Facts): boolean =>
  !issuer || issuer.country === 'SE' || issuer.country === 'FI';

/** Credits with the unit that the document gives, or with the word that it gives none. */
export function creditsAmount(facts: Facts, { m, locale }: View): Amount | undefined {
  const credits = creditsOf(facts);
  if (credits === undefined) return undefined;
  const amount = formatNumber(credits, locale);
  if (creditUnitOf(facts) === undefined) return { label: m.said.points, value: m.said.pointsValue(amount) };
  return isCountedByCountry(facts)
    ? { label: m.strip.credits, value: m.creditsValue(amount) }
    : { label: m.said.points, value: `${amount} ECTS` };
}

export const hoursAmount = ({ hours }: Facts, { m, locale }: View): Amount | undefined =>
  hours === undefined ? undefined : { label: m.strip.hours, value: m.hoursValue(formatNumber(hours, locale)) };
