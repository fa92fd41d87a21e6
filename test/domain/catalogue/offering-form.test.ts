import { afterEach, describe, expect, test } from 'vitest';
import { type OfferingForm, offeringFormFaults, type Payer } from '../../../src/domain/catalogue/offering-form.ts';
import { type LegalFormCode, legalFormCodes, legalForms, ruleOn } from '../../../src/domain/legal-form/index.ts';
import { paragraphsOf, type Rule } from '../../../src/domain/legal-form/rule.ts';
import { completeContent, contentWith, finnishContent, runFormsOf, sharedContent } from '../../samples/content.ts';

const autumn = { startDate: '2026-09-01', endDate: '2026-10-31' };
const ofForm = (form: LegalFormCode, ects?: number) =>
  contentWith({ legalForms: [form], workload: { hours: 80, ...(ects !== undefined && { ects }) } });
const onlyForm = (form: LegalFormCode, more: Partial<OfferingForm> = {}): OfferingForm => ({
  ...runFormsOf({ legalForms: [form] })[0]!,
  ...more,
});
const faultsOf = (form: OfferingForm, run = autumn, content = ofForm(form.form, 3)) =>
  offeringFormFaults([form], run, content).map(({ pointer, detail }) => [pointer.replace('#/forms/0/', ''), detail]);
const pointersOf = (...given: Parameters<typeof faultsOf>) => faultsOf(...given).map(([pointer]) => pointer);
const priced = (amount: number, ...payers: Payer[]) => ({ price: { amount, currency: 'EUR', payers } }) as const;

describe('a run in one of its legal forms', () => {
  test.each(legalFormCodes)('%s takes people and applications as its row says', (form) => {
    const { audience, application } = ruleOn(form, autumn.startDate)!;
    expect(faultsOf(onlyForm(form))).toEqual([]);
    for (const way of ['individual', 'client'] as const)
      expect(pointersOf(onlyForm(form, { application: way }))).toEqual(
        application.is.includes(way) ? [] : ['application'],
      );
    const everyone = audience.is.includes('everyone');
    for (const one of ['everyone', 'fee-exempt', 'client-named', 'degree-students'] as const)
      expect(pointersOf(onlyForm(form, { audience: [one] }))).toEqual(
        everyone || audience.is.includes(one) ? [] : ['audience'],
      );
  });

  test.each(legalFormCodes)('%s charges whom its row lets pay', (form) => {
    const { fee } = ruleOn(form, autumn.startDate)!;
    const { persons, clients } = fee.is;
    const judge = (...payers: Payer[]) => pointersOf(onlyForm(form, priced(1, ...payers)));
    expect(judge('client')).toEqual(clients ? [] : ['price/payers']);
    for (const payer of ['fee-liable', 'fee-exempt', 'graduates'] as const)
      expect(judge(payer)).toEqual(persons.includes('everyone') || persons.includes(payer) ? [] : ['price/payers']);
    expect(judge('everyone')).toEqual(persons.includes('everyone') ? [] : ['price/payers']);
    expect(judge()).toEqual(['price/payers']);
  });

  test.each(legalFormCodes)('%s may cost nothing, whoever does not pay it', (form) => {
    expect(faultsOf(onlyForm(form, priced(0)))).toEqual([]);
    expect(faultsOf(onlyForm(form, priced(0, 'everyone')))).toEqual([]);
  });

  test.each(legalFormCodes)('%s: a refusal has the paragraph, where there is one', (form) => {
    const rule = ruleOn(form, autumn.startDate)!;
    const facts = { application: rule.application, audience: rule.audience, 'price/payers': rule.fee };
    const faults = [
      ...faultsOf(onlyForm(form, { application: 'individual' })),
      ...faultsOf(onlyForm(form, { application: 'client' })),
      ...faultsOf(onlyForm(form, { audience: ['everyone', 'client-named', 'fee-liable'] })),
      ...faultsOf(onlyForm(form, priced(1, 'client', 'everyone', 'fee-exempt'))),
    ];
    for (const [pointer, detail] of faults) {
      const law = paragraphsOf(facts[pointer as keyof typeof facts]);
      if (law !== undefined) expect(detail).toContain(`(${law})`);
    }
  });

  test.each([
    ['until no day', '2026-02-30', ['applyBy']],
    ['until its last day', '2026-10-31', []],
    ['after it has ended', '2026-11-01', ['applyBy']],
  ])('takes applications %s', (_, applyBy, pointers) => {
    expect(pointersOf(onlyForm('se-regular', { applyBy }))).toEqual(pointers);
  });

  test.each([
    ['from no day', { applyFrom: '2026-02-30' }, ['applyFrom']],
    ['from after it has ended', { applyFrom: '2026-11-01' }, ['applyFrom']],
    ['on one day', { applyFrom: '2026-05-01', applyBy: '2026-05-01' }, []],
    ['until before they begin', { applyFrom: '2026-05-02', applyBy: '2026-05-01' }, ['applyBy']],
    ['between no days', { applyFrom: '2026-02-30', applyBy: '2026-06-31' }, ['applyFrom', 'applyBy']],
  ])('takes applications %s', (_, dates, pointers) => {
    expect(pointersOf(onlyForm('se-regular', dates))).toEqual(pointers);
  });
});

describe('the fee of the Finnish open university', () => {
  const before = { startDate: '2024-04-30', endDate: '2024-06-01' };
  const since = { startDate: '2024-05-01', endDate: '2024-06-01' };
  const judge = (amount: number, run: typeof autumn, ects: number, form: LegalFormCode = 'fi-open-university') =>
    faultsOf(onlyForm(form, priced(amount, 'everyone')), run, ofForm(form, ects));

  test.each([
    [45, before, 3, []],
    [45.01, before, 3, ['price/amount']],
    [135, before, 3, ['price/amount']],
    [135, since, 3, []],
    [135.01, since, 3, ['price/amount']],
    [225, since, 5, []],
    // 45 times 0.7 is a little less than 31.5 in binary.
    [31.5, since, 0.7, []],
    [31.51, since, 0.7, ['price/amount']],
  ])('of %d euros in a run %o of %d credits', (amount, run, ects, pointers) => {
    for (const form of ['fi-open-university', 'fi-open-uas', 'fi-separate-studies'] as const)
      expect(judge(amount, run, ects, form).map(([pointer]) => pointer)).toEqual(pointers);
  });

  test('is refused with the cap and its paragraph', () => {
    expect(judge(100, before, 3)).toEqual([
      ['price/amount', expect.stringMatching(/^It may be 45 EUR at most: 15 EUR a credit \(.*\(1082\/2009\) 2 §\)\.$/)],
    ]);
    expect(judge(200, since, 3)).toEqual([
      [
        'price/amount',
        expect.stringMatching(/^It may be 135 EUR at most: 45 EUR a credit \(.*\(1082\/2009\) 2 §\)\.$/),
      ],
    ]);
  });

  test('is in euros', () => {
    const form = onlyForm('fi-open-university', { price: { amount: 1, currency: 'SEK', payers: ['everyone'] } });
    expect(faultsOf(form, autumn, finnishContent)).toEqual([
      ['price/currency', expect.stringMatching(/^The fee is set in EUR \(.*2 §\)\.$/)],
    ]);
  });

  test('of specialisation education is 120 euros a credit', () => {
    const { form: _, ...terms } = onlyForm('fi-specialisation', priced(3600, 'graduates'));
    const judged = (amount: number) =>
      faultsOf(
        onlyForm('fi-specialisation', { ...terms, ...priced(amount, 'graduates') }),
        autumn,
        ofForm('fi-specialisation', 30),
      );
    expect(judged(3600)).toEqual([]);
    expect(judged(3600.5).map(([pointer]) => pointer)).toEqual(['price/amount']);
  });
});

describe('the tuition fee of Sweden', () => {
  const regular = (...payers: Payer[]) => faultsOf(onlyForm('se-regular', priced(9000, ...payers)));

  test('is asked of citizens of other countries, and of nobody else', () => {
    expect(regular('fee-liable')).toEqual([]);
    for (const payers of [['fee-exempt'], ['everyone'], ['fee-liable', 'fee-exempt'], ['client']] as const)
      expect(regular(...payers)).toEqual([
        ['price/payers', expect.stringMatching(/\(högskolelagen \(1992:1434\) 4 kap\. 4 §; .*5 §\)\.$/)],
      ]);
  });

  test('is never asked of who takes part in commissioned education: the client pays', () => {
    const commissioned = (payer: Payer) => pointersOf(onlyForm('se-commissioned-credits', priced(9000, payer)));
    expect(commissioned('client')).toEqual([]);
    expect(commissioned('client-named')).toEqual(['price/payers']);
  });
});

describe('a run in several forms', () => {
  const faults = (forms: readonly OfferingForm[], content = sharedContent) =>
    offeringFormFaults(forms, autumn, content).map(({ pointer }) => pointer);

  test('opens all that its version lists, or some', () => {
    const all = runFormsOf(sharedContent);
    expect(all).toHaveLength(3);
    expect(faults(all)).toEqual([]);
    expect(faults(all.slice(1))).toEqual([]);
  });

  test('opens none that its version does not list, and none twice', () => {
    const [regular, plain] = runFormsOf(sharedContent);
    expect(faults([regular!, onlyForm('se-ordered'), plain!, regular!])).toEqual(['#/forms/1/form', '#/forms/3/form']);
    expect(offeringFormFaults([onlyForm('se-ordered')], autumn, completeContent)).toEqual([
      { pointer: '#/forms/0/form', detail: 'The published version may be given as se-regular.' },
    ]);
  });
});

describe('a form that the law has not, or no more, when the run starts', () => {
  const [row] = legalForms['fi-tailored'].rules;
  const table = legalForms['fi-tailored'] as { rules: readonly [Rule, ...Rule[]] };
  afterEach(() => {
    table.rules = [row];
  });
  const starting = (startDate: string) =>
    faultsOf(onlyForm('fi-tailored'), { startDate, endDate: '2030-01-01' }, ofForm('fi-tailored'));

  test('is refused on the day after its last one, whatever day the run ends', () => {
    table.rules = [{ ...row, to: '2026-12-31' }];
    expect(starting('2026-12-31')).toEqual([]);
    expect(starting('2027-01-01')).toEqual([
      [
        'form',
        expect.stringMatching(/is not in force on 2027-01-01, when the run starts \(yliopistolaki .* 7 §;.*\)\.$/),
      ],
    ]);
  });

  test('is refused before its first day', () => {
    expect(starting('2014-12-31').map(([pointer]) => pointer)).toEqual(['form']);
    expect(starting('2015-01-01')).toEqual([]);
  });
});
