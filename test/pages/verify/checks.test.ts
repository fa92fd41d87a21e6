import { describe, expect, test } from 'vitest';
import {
  type Check,
  type FetchFault,
  fetchFaults,
  type Outcome,
  outcomes,
  verdictOf,
  verdicts,
} from '../../../src/domain/verification/verification.ts';
import { messagesFor } from '../../../src/pages/messages.ts';
import { foundBy, sentencesOf } from '../../../src/pages/components/verdict/verdict-sentences.ts';
import { reports, reportWith } from '../reports.ts';
import { all, boxOf, shown } from './shown.ts';

describe('the checks', () => {
  test.each(Object.entries(reports))('are folded only where none of them is a reason: %s', async (_, report) => {
    const { html } = await shown(report);
    const wereMade = report.kind === 'credential' || report.kind === 'presentation';
    const isPlain =
      report.checks.every(({ outcome }) => outcome === 'passed' || outcome === 'notApplicable') || !wereMade;
    expect(html.includes('<details class="evidence">')).toBe(isPlain);
    expect(html.includes('<details class="evidence" open="">')).toBe(!isPlain);
  });

  test('never say of one document that it was changed and that it was not', () => {
    const changed = /was changed|innehållet har ändrats|dokumentet har ändrats|on muutettu/i;
    const unchanged = /nothing has been changed|ingenting har ändrats|mitään ole muutettu/i;
    const nothing = { revoked: false, suspended: false, expired: false, notYetValid: false };
    for (const [first, second] of pairs(outcomes)) {
      for (const [format, catalogue] of pairs(outcomes)) {
        const base = reportWith('valid', {
          format: { outcome: format },
          catalogue: { outcome: catalogue },
          proof: { outcome: first },
        });
        const checks: readonly Check[] = [...base.checks, { ...base.checks[2]!, outcome: second }];
        const report = { ...base, checks, verdict: verdictOf(checks, nothing) };
        for (const m of Object.values(messagesFor)) {
          const text = [...sentencesOf(report, m), ...checks.map((check) => foundBy(check, report, m))].join(' ');
          expect(changed.test(text) && unchanged.test(text), text).toBe(false);
        }
      }
    }
  });

  const status = (outcome: Outcome, purposes?: readonly string[]) =>
    shown(reportWith('valid', { status: { outcome, ...(purposes && { purposes }) } }));
  test.each([
    [['revocation', 'suspension'], 'The issuer has neither revoked nor suspended the certificate.'],
    [['revocation'], 'The issuer has not revoked the certificate.'],
    [['revocation', 'message'], 'The issuer has not revoked the certificate.'],
    [['suspension'], 'The document does not say where a revocation would be seen.'],
    [['message'], 'they say nothing of whether it is revoked'],
    [['refresh', 'message'], 'they say nothing of whether it is revoked'],
    [undefined, 'The issuer’s list says nothing against the certificate.'],
  ])('of a status with the purposes %j say “%s”', async (purposes, sentence) => {
    const { words } = await status('passed', purposes);
    expect(words).toContain(sentence);
    if (!purposes?.includes('revocation')) expect(words).not.toMatch(/has not revoked|neither revoked/);
  });
  test('of a status that does not apply because it is a message say so', async () => {
    expect((await status('notApplicable', ['message'])).words).toContain('they say nothing of whether it is revoked');
    expect((await status('notApplicable')).words).toContain('refers to no list');
  });
  test('do not say that it is in force today where something else speaks against it', async () => {
    const inForce = 'The certificate is in force today.';
    expect((await shown(reportWith('valid', { period: { outcome: 'passed' } }))).words).toContain(inForce);
    for (const verdict of verdicts.filter((each) => each !== 'valid'))
      expect((await shown(reportWith(verdict, { period: { outcome: 'passed' } }))).words).not.toContain(inForce);
  });
});

describe('“try again” is said', () => {
  const helps: readonly FetchFault[] = ['timeout', 'unreachable', 'unavailable', 'too-many'];
  test.each(fetchFaults)('only where it can help: %s', async (reason) => {
    const { words } = await shown(reportWith('undetermined', { issuer: { outcome: 'unknown', reason } }));
    expect(boxOf(words)).toContain(messagesFor.en.fetchFaults[reason]);
    expect(words.includes(messagesFor.en.tryAgain)).toBe(helps.includes(reason));
  });
  test('by the reason alone, whatever number stands in the detail', async () => {
    const problem = { type: 'about:blank', title: 'x', detail: 'The server answered 503.' };
    const { words } = await shown(
      reportWith('undetermined', { issuer: { outcome: 'unknown', reason: 'bad-status', problem } }),
    );
    expect(words).not.toContain(messagesFor.en.tryAgain);
  });
  test.each(Object.keys(reports).filter((name) => !['unreachable', 'link'].includes(name)))(
    'not of %s',
    async (name) => {
      for (const [prefix, locale] of all)
        expect((await shown(reports[name]!, prefix)).words).not.toContain(messagesFor[locale].tryAgain);
    },
  );
  const unreachable = { outcome: 'unknown', reason: 'unreachable' } as const;
  const problem = (name: string) => ({ type: `https://mikromerit.example/problems/${name}`, title: 'x' });
  test.each<[string, Parameters<typeof reportWith>[1], boolean]>([
    ['all that is open may pass', { issuer: unreachable, proof: unreachable }, true],
    [
      'the issuer is open because the seal is',
      { issuer: { outcome: 'unknown', problem: problem('check-failed') }, proof: unreachable },
      true,
    ],
    [
      'there is no seal',
      { status: unreachable, proof: { outcome: 'notApplicable', problem: problem('unsigned') } },
      false,
    ],
    [
      'another check stays open',
      { issuer: unreachable, format: { outcome: 'unknown', problem: problem('unknown-context') } },
      false,
    ],
  ])('only where nothing else stays open: %s', async (_, checks, expected) => {
    const { words } = await shown(reportWith('undetermined', checks));
    expect(words.includes(messagesFor.en.tryAgain)).toBe(expected);
  });
  test('an unsigned document says that it is unsigned, not that it is false', async () => {
    const { words } = await shown(reports['unsigned']!);
    expect(boxOf(words)).toContain(messagesFor.en.unsigned);
    expect(words).not.toContain('Not genuine');
  });
});

function pairs<T>(list: readonly T[]): (readonly [T, T])[] {
  return list.flatMap((one) => list.map((other) => [one, other] as const));
}
