import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { creditsIn } from '../../../src/domain/catalogue/credits.ts';
import { type OfferingForm, offeringFormFaults, type Payer } from '../../../src/domain/catalogue/offering-form.ts';
import { publishGate } from '../../../src/domain/catalogue/publish-gate.ts';
import { registrationFaults } from '../../../src/domain/enrolment/registration.ts';
import { type LegalFormCode, legalFormCodes, legalForms, ruleOn } from '../../../src/domain/legal-form/index.ts';
import { type Audience, audiences, type Rule } from '../../../src/domain/legal-form/rule.ts';
import { composeAchievements } from '../../../src/services/catalogue/new-version.ts';
import { addresses, institution, writer } from '../../credentials/fixture.ts';
import { contentWith } from '../../samples/content.ts';

const forms = fc.constantFrom(...legalFormCodes);
/** The days on which rules begin and end, those beside them, and others. */
const turns = legalFormCodes.flatMap((code) =>
  legalForms[code].rules.flatMap(({ from, to }) => (to ? [from, to] : [from])),
);
const beside = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
const dates = fc.oneof(
  fc.constantFrom(...new Set(turns)).chain((date) => fc.constantFrom(-1, 0, 1).map((days) => beside(date, days))),
  fc.constantFrom('2026-09-01', '2031-01-15'),
);
const credits = fc.option(fc.constantFrom(0.5, 0.7, 3, 7.5, 29.5, 30, 45), { nil: undefined });
const run = (startDate: string) => ({ startDate, endDate: '2040-12-31' });

/** Content of these forms that nothing but the law can find fault with. */
const contentOf = (codes: readonly LegalFormCode[], ects: number | undefined, hasSyllabus = true) =>
  contentWith({
    legalForms: codes,
    awardingBodies: [{ name: { sv: 'Provsjö högskola' }, country: 'SE' }],
    workload: { hours: 80, ...(ects !== undefined && { ects }) },
    otherFormReason: codes.includes('other') ? { sv: 'Ingen form passar.' } : undefined,
    cycle: undefined,
    depthCode: undefined,
    ...(hasSyllabus ? {} : { syllabus: undefined }),
  });

/** Both answers have to be seen, or one half of the promise was never looked at. */
function holds<T>(cases: fc.Arbitrary<T>, isAllowed: (one: T) => boolean, numRuns = 2000) {
  const seen = { allowed: 0, refused: 0 };
  const count = (one: T) => void (seen[isAllowed(one) ? 'allowed' : 'refused'] += 1);
  fc.assert(fc.property(cases, count), { numRuns });
  expect(seen.allowed).toBeGreaterThan(50);
  expect(seen.refused).toBeGreaterThan(50);
}

const suits = (rule: Rule, ects: number | undefined, hasSyllabus: boolean): boolean => {
  if (rule.syllabus.is && !hasSyllabus) return false;
  if (ects === undefined) return rule.credits.is !== 'required';
  if (rule.credits.is === 'forbidden') return false;
  const { least = 0, most = Infinity } = rule.size?.is ?? {};
  return least <= ects && ects <= most;
};
const isAmong = (one: Audience, groups: readonly Audience[]) => groups.includes('everyone') || groups.includes(one);

describe('whatever the form, the day, the price and the people, the table is held to by', () => {
  test('the publish gate', () => {
    holds(
      fc.tuple(forms, dates, fc.constantFrom('SE', 'FI', 'NO'), credits, fc.boolean()),
      ([form, on, country, ects, hasSyllabus]) => {
        const { faults } = publishGate(contentOf([form], ects, hasSyllabus), { country, on });
        const rule = ruleOn(form, on);
        const isOwn = [undefined, country].includes(legalForms[form].country);
        const isAllowed = isOwn && rule !== undefined && suits(rule, ects, hasSyllabus);
        expect(faults.length === 0).toBe(isAllowed);
        return isAllowed;
      },
    );
  });

  const payers = fc.uniqueArray(fc.constantFrom<Payer>(...audiences, 'client'), { maxLength: 2 });
  const amounts = fc.constantFrom(0, 7.5, 10.5, 31.5, 45, 45.5, 135, 3600, 3601);
  const groups = fc.uniqueArray(fc.constantFrom(...audiences), { minLength: 1, maxLength: 2 });
  const ways = fc.constantFrom('individual', 'client');

  test('a run: whom it is for and how one applies', () => {
    holds(fc.tuple(forms, dates, groups, ways), ([form, on, audience, application]) => {
      const faults = offeringFormFaults([{ form, audience, application }], run(on), contentOf([form], 3));
      const rule = ruleOn(form, on);
      const isAllowed =
        rule !== undefined &&
        audience.every((one) => isAmong(one, rule.audience.is)) &&
        rule.application.is.includes(application);
      expect(faults.length === 0).toBe(isAllowed);
      return isAllowed;
    });
  });

  test('a run: what it costs, and whom', () => {
    const currencies = fc.constantFrom('SEK', 'EUR');
    holds(fc.tuple(forms, dates, amounts, currencies, payers, credits), ([form, on, amount, currency, by, ects]) => {
      const rule = ruleOn(form, on);
      if (!rule) return false;
      const one: OfferingForm = {
        form,
        audience: rule.audience.is,
        application: rule.application.is[0]!,
        price: { amount, currency, payers: by },
      };
      const faults = offeringFormFaults([one], run(on), contentOf([form], ects));
      const { persons, clients, capPerCredit: cap } = rule.fee.is;
      const mayPay = by.length > 0 && by.every((each) => (each === 'client' ? clients : isAmong(each, persons)));
      // In cents, so that 45 times 0.7 is what it is on paper.
      const isWithin =
        !cap || (currency === cap.currency && Math.round(amount * 100) <= Math.round(cap.amount * (ects ?? 0) * 100));
      const isAllowed = amount === 0 || (mayPay && isWithin);
      expect(faults.length === 0).toBe(isAllowed);
      for (const { pointer } of faults) expect(pointer).toMatch(/^#\/forms\/0\/price(\/|$)/);
      return isAllowed;
    });
  });

  test('a registration', () => {
    holds(fc.tuple(forms, forms, dates, ways, fc.boolean()), ([opened, asked, startDate, application, hasClient]) => {
      const open: OfferingForm = { form: opened, audience: ['everyone'], application };
      const person = { form: asked, learner: { nameAsAwarded: 'Lo' } };
      const input = hasClient ? { ...person, client: { name: 'Bruket' } } : person;
      const faults = registrationFaults(input, { startDate, forms: [open] });
      const clientsPay = (ruleOn(asked, startDate) ?? legalForms[asked].rules[0]).fee.is.clients;
      const isAllowed = opened === asked && (application === 'client' ? hasClient : !hasClient || clientsPay);
      expect(faults.length === 0).toBe(isAllowed);
      return isAllowed;
    });
  });

  test('what an award says: its noun and its credits are those of its own form, on the day of publication', () => {
    const several = fc.uniqueArray(forms, { minLength: 1, maxLength: 4 });
    holds(
      fc.tuple(several, dates, credits, fc.constantFrom('here' as const, 'register' as const)),
      ([codes, on, ects, courseCertificate]) => {
        const content = { ...contentOf(codes, ects), courseCertificate };
        const version = addresses.version(institution.slug, 'vatten', 1);
        const achievements = composeAchievements(writer, { version, content, institution, on });
        expect(Object.keys(achievements)).toEqual(codes);
        let gives = false;
        for (const form of codes) {
          const rule = ruleOn(form, on);
          if (!rule) continue;
          const given = rule.credits.is === 'forbidden' ? undefined : ects;
          gives ||= given !== undefined;
          expect(creditsIn({ content, publishedAt: new Date(`${on}T12:00:00Z`) }, form)).toBe(given);
          for (const achievement of Object.values(achievements[form] ?? {})) {
            expect(achievement['creditsAvailable']).toBe(given);
            // What the study register gives is called so there alone.
            const noun = courseCertificate === 'here' ? rule.certificate.is.name.sv : 'intyg';
            expect(achievement['certificateName']).toMatchObject({ sv: noun });
          }
        }
        return gives;
      },
      400,
    );
  });
});
