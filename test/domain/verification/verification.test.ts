import { describe, expect, test } from 'vitest';
import {
  type CheckName,
  checkNames,
  type Findings,
  type Outcome,
  outcomes,
  type Verdict,
  verdictOf,
  verdicts,
} from '../../../src/domain/verification/verification.ts';

type Answer = Outcome | 'absent';
type Answers = Readonly<Record<CheckName, Answer>>;
const answers: readonly Answer[] = [...outcomes, 'absent'];
const nothingFound: Findings = { revoked: false, suspended: false, expired: false, notYetValid: false };
const allPassed = Object.fromEntries(checkNames.map((name) => [name, 'passed'])) as Answers;

const checksOf = (given: Answers) =>
  checkNames.flatMap((name) => {
    const outcome = given[name];
    return outcome === 'absent' ? [] : [{ name, outcome }];
  });
const verdict = (given: Partial<Answers>, findings: Partial<Findings> = {}): Verdict =>
  verdictOf(checksOf({ ...allPassed, ...given }), { ...nothingFound, ...findings });
/** The same, where every failure of these checks is one of form. */
const verdictByForm = (given: Answers, findings: Findings, byForm: readonly CheckName[]): Verdict =>
  verdictOf(
    checksOf(given).map((check) => ({ ...check, byForm: byForm.includes(check.name) })),
    findings,
  );

/** Every combination of answers to the six checks, and of findings. */
const everyAnswers: readonly Answers[] = checkNames.reduce<Answers[]>(
  (found, name) => found.flatMap((each) => answers.map((answer) => ({ ...each, [name]: answer }))),
  [allPassed],
);
const everyFindings: readonly Findings[] = Array.from({ length: 16 }, (_, bits) => ({
  revoked: (bits & 1) !== 0,
  suspended: (bits & 2) !== 0,
  expired: (bits & 4) !== 0,
  notYetValid: (bits & 8) !== 0,
}));

/** How bad a verdict is: 0 is the worst. */
const rank = (each: Verdict): number => verdicts.indexOf(each);

describe('the verdict', () => {
  test('is "valid" where every check passed and nothing was found', () => {
    expect(verdict({})).toBe('valid');
  });

  test.each([
    ['format', 'failed', {}, 'invalid'],
    ['issuer', 'failed', {}, 'invalid'],
    ['proof', 'failed', {}, 'invalid'],
    ['catalogue', 'failed', {}, 'invalid'],
    ['status', 'failed', {}, 'invalid'],
    ['status', 'failed', { revoked: true }, 'revoked'],
    ['status', 'failed', { suspended: true }, 'suspended'],
    ['status', 'failed', { revoked: true, suspended: true }, 'revoked'],
    ['status', 'unknown', {}, 'undetermined'],
    ['status', 'notApplicable', {}, 'valid'],
    ['period', 'failed', {}, 'invalid'],
    ['period', 'failed', { expired: true }, 'expired'],
    ['period', 'failed', { notYetValid: true }, 'notYetValid'],
    ['period', 'failed', { expired: true, notYetValid: true }, 'expired'],
    ['period', 'notApplicable', {}, 'valid'],
    ['catalogue', 'notApplicable', {}, 'valid'],
    ['proof', 'unknown', {}, 'undetermined'],
  ] as const)('where %s is %s and the findings are %o: %s', (name, outcome, findings, expected) => {
    expect(verdict({ [name]: outcome }, findings)).toBe(expected);
  });

  test.each([
    ['proof failed and revoked', { proof: 'failed', status: 'failed' }, { revoked: true }, 'invalid'],
    [
      'revoked and the issuer could not be found',
      { issuer: 'unknown', status: 'failed' },
      { revoked: true },
      'revoked',
    ],
    ['suspended and the issuer could not be found', { issuer: 'unknown' }, { suspended: true }, 'suspended'],
    ['status unknown and expired', { status: 'unknown', period: 'failed' }, { expired: true }, 'undetermined'],
    [
      'status unknown and not yet valid',
      { status: 'unknown', period: 'failed' },
      { notYetValid: true },
      'undetermined',
    ],
    ['expired and revoked', { status: 'failed', period: 'failed' }, { revoked: true, expired: true }, 'revoked'],
    [
      'a failed period does not excuse a failed status',
      { status: 'failed', period: 'failed' },
      { expired: true },
      'invalid',
    ],
    [
      'a revocation does not excuse a failed period',
      { status: 'failed', period: 'failed' },
      { revoked: true },
      'invalid',
    ],
  ] as const)('%s', (_, given, findings, expected) => {
    expect(verdict(given, findings)).toBe(expected);
  });

  test('of nothing at all is "undetermined"', () => {
    expect(verdictOf([], nothingFound)).toBe('undetermined');
  });

  test.each(checkNames)('without the check %s is not "valid"', (name) => {
    expect(verdict({ [name]: 'absent' })).toBe('undetermined');
  });

  test.each(['format', 'issuer', 'proof'] as const)('is not "valid" where %s did not apply: it always does', (name) => {
    expect(verdict({ [name]: 'notApplicable' })).toBe('undetermined');
  });

  test.each(checkNames)('looks at every answer to %s, and not only the first', (name) => {
    const passed = checksOf(allPassed);
    expect(verdictOf([...passed, { name, outcome: 'unknown' }], nothingFound)).toBe('undetermined');
    expect(verdictOf([...passed, { name, outcome: 'failed' }], nothingFound)).toBe('invalid');
  });
});

describe('a failure of form', () => {
  test.each(checkNames)('of the check %s makes the document malformed, whatever else was found', (name) => {
    for (const findings of everyFindings)
      for (const other of checkNames)
        expect(verdictByForm({ ...allPassed, [other]: 'failed', [name]: 'failed' }, findings, [name])).toBe(
          'malformed',
        );
  });

  test.each(checkNames)('counts only where the check %s failed', (name) => {
    for (const outcome of ['passed', 'unknown', 'notApplicable', 'absent'] as const)
      expect(verdictByForm({ ...allPassed, [name]: outcome }, nothingFound, [name])).not.toBe('malformed');
  });
});

describe('over every combination of answers and findings', () => {
  const all = everyAnswers.flatMap((given) =>
    everyFindings.map((findings) => ({ given, findings, verdict: verdictOf(checksOf(given), findings) })),
  );
  const those = (wanted: Verdict) => all.filter((each) => each.verdict === wanted);

  const isUnexplained = (given: Answers, findings: Findings) =>
    checkNames.some(
      (name) =>
        given[name] === 'failed' &&
        !(name === 'status' && (findings.revoked || findings.suspended)) &&
        !(name === 'period' && (findings.expired || findings.notYetValid)),
    );
  const isOpen = (given: Answers) =>
    checkNames.some(
      (name) =>
        given[name] === 'unknown' ||
        given[name] === 'absent' ||
        (given[name] === 'notApplicable' && ['format', 'issuer', 'proof'].includes(name)),
    );

  test('there are 250 000 of them, and each of the seven verdicts that are not about form is among the answers', () => {
    expect(all).toHaveLength(5 ** 6 * 16);
    for (const each of verdicts.filter((one) => one !== 'malformed')) expect(those(each).length).toBeGreaterThan(0);
    expect(those('malformed')).toEqual([]);
  });

  test('where failures are faults of form, the same without them holds: malformed, or what it was', () => {
    const wrong = all.filter(({ given, findings, verdict: answer }) =>
      checkNames.some((name) => {
        const next = verdictByForm(given, findings, [name]);
        return next !== (given[name] === 'failed' ? 'malformed' : answer);
      }),
    );
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  test('"valid" means: no check failed, is unknown or absent, and nothing was found', () => {
    const wrong = those('valid').filter(
      ({ given, findings }) =>
        Object.values(given).some((answer) => answer === 'failed' || answer === 'unknown' || answer === 'absent') ||
        Object.values(findings).some(Boolean),
    );
    expect(wrong).toEqual([]);
    // format, issuer and proof passed; period, status and catalogue passed or did not apply.
    expect(those('valid')).toHaveLength(2 ** 3);
  });

  test('the first that applies is the answer: invalid, revoked, suspended, undetermined, expired, not yet valid', () => {
    const wrong = all.filter(({ given, findings, verdict: answer }) => {
      const applies: readonly [boolean, Verdict][] = [
        [isUnexplained(given, findings), 'invalid'],
        [findings.revoked, 'revoked'],
        [findings.suspended, 'suspended'],
        [isOpen(given), 'undetermined'],
        [findings.expired, 'expired'],
        [findings.notYetValid, 'notYetValid'],
        [true, 'valid'],
      ];
      return applies.find(([holds]) => holds)?.[1] !== answer;
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  test('to know less never makes a verdict better', () => {
    const improved = all.flatMap(({ given, findings, verdict: answer }) =>
      checkNames
        .filter((name) => given[name] === 'passed')
        .flatMap((name) => (['unknown', 'absent', 'failed'] as const).map((worse) => ({ ...given, [name]: worse })))
        .filter((less) => rank(verdictOf(checksOf(less), findings)) > rank(answer)),
    );
    expect(improved.slice(0, 3)).toEqual([]);
  });

  test('to find more never makes a verdict better, unless what was found explains a failure', () => {
    const improved = all
      .filter(({ verdict: answer }) => answer !== 'invalid')
      .flatMap(({ given, findings, verdict: answer }) =>
        (Object.keys(findings) as (keyof Findings)[])
          .map((finding) => verdictOf(checksOf(given), { ...findings, [finding]: true }))
          .filter((next) => rank(next) > rank(answer)),
      );
    expect(improved).toEqual([]);
  });
});
