import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { certificateOf } from '../../../src/domain/legal-form/certificate.ts';
import { legalFormCodes, legalForms } from '../../../src/domain/legal-form/index.ts';
import { intyg, kursbevis } from '../../../src/domain/legal-form/rule.ts';

const ruleOf = (code: keyof typeof legalForms) => legalForms[code].rules.at(-1)!;

describe('the paper of a legal form', () => {
  test.each([undefined, 'register'] as const)('is an intyg beside the kursbevis of the register (%s)', (policy) => {
    for (const code of ['se-regular', 'se-commissioned-credits'] as const)
      expect(certificateOf(ruleOf(code), policy)).toEqual({ name: intyg, onRequest: false, official: kursbevis });
  });

  test('is the kursbevis where the institution gives it here', () => {
    expect(certificateOf(ruleOf('se-regular'), 'here')).toEqual({ name: kursbevis, onRequest: true });
  });

  test('is what the law calls it where the law gives nothing on request, or no credits', () => {
    for (const code of ['se-open-no-credits', 'se-commissioned-no-credits', 'other'] as const)
      for (const policy of ['register', 'here'] as const)
        expect(certificateOf(ruleOf(code), policy)).toEqual({ name: intyg, onRequest: false });
  });

  test('is never called kursbevis unless the institution says so, and another is named beside an intyg alone', () => {
    const rules = legalFormCodes.flatMap((code) => legalForms[code].rules);
    fc.assert(
      fc.property(fc.constantFrom(...rules), fc.constantFrom('register', 'here', undefined), (rule, policy) => {
        const { name, official } = certificateOf(rule, policy);
        if (policy !== 'here') expect(name).toEqual(intyg);
        if (official) expect([policy ?? 'register', name]).toEqual(['register', intyg]);
      }),
    );
  });
});
