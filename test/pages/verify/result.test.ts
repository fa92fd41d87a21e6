import { describe, expect, test } from 'vitest';
import { messagesFor } from '../../../src/pages/messages.ts';
import { reportOfKind, reports, reportWith, severalClaims, uncheckedKinds } from '../reports.ts';
import { all, boxOf, shown } from './shown.ts';

const mainOf = (html: string) => /<main.*<\/main>/s.exec(html)?.[0] ?? '';

describe.each(all)('in /%s', (prefix, locale) => {
  const m = messagesFor[locale];
  test.each(Object.entries(reports))('the result %s is whole', async (_, report) => {
    const { status, html } = await shown(report, prefix);
    expect(status).toBe(200);
    expect(html).not.toMatch(/undefined|\[object|NaN|<dl[^>]*><\/dl>/);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain(`<h2 class="verdict-word">`);
    expect(html.length).toBeLessThan(40_000);
  });

  test('who stands beside the issuer is told in the answer', async () => {
    const body = (name: string) => ({ name: { en: name, sv: name, fi: name }, decidedOn: '2026-01-12' });
    const beside = { awardingBodies: [body('Nordvik'), body('Sydvik')], givenBy: [body('Östvik')] };
    const valid = reports['valid']!;
    const { html } = await shown({ ...valid, summary: { ...valid.summary, ...beside } }, prefix);
    const who = /<dl class="verdict-who">(.*?)<\/dl>/s.exec(html)?.[1] ?? '';
    for (const name of ['Nordvik', 'Sydvik', 'Östvik']) expect(who).toContain(`<bdi>${name}</bdi>`);
  });

  test.each(uncheckedKinds)('%s is told as what it is, with what to ask for', async (kind) => {
    const { words } = await shown(reportOfKind(kind), prefix);
    expect(boxOf(words)).toContain(m.verdicts.undetermined.word);
    expect(boxOf(words)).toContain(m.kinds[kind]);
    expect(boxOf(words)).toContain(m.askFor[kind]);
    expect(words).not.toContain(m.verdicts.invalid.word);
    expect(words).not.toContain(m.tryAgain);
  });

  test.each(['not-utf8', 'not-json', 'duplicate-member'] as const)(
    'what cannot be read is not told to be something else than a certificate: %s',
    async (reason) => {
      for (const kind of ['json', 'text'] as const) {
        const report = reportOfKind(kind, { verdict: 'malformed' });
        const checks = report.checks.map((check) =>
          check.name === 'format' ? { ...check, outcome: 'failed' as const, reason } : check,
        );
        const { words } = await shown({ ...report, checks }, prefix);
        expect(boxOf(words)).toContain(m.unreadable[reason]);
        expect(words).not.toContain(m.kinds[kind]);
      }
    },
  );

  test('what is expired or revoked is no reason to call it not genuine', async () => {
    const problem = (name: string) => ({ type: `https://mikromerit.example/problems/${name}`, title: 'x' });
    const { words } = await shown(
      reportWith('invalid', {
        proof: { outcome: 'failed' },
        period: { outcome: 'failed', problem: problem('expired') },
        status: { outcome: 'failed', problem: problem('revoked') },
      }),
      prefix,
    );
    expect(boxOf(words)).toContain(m.invalidBecause.proof);
    expect(boxOf(words)).not.toContain(m.invalidBecause.period);
    expect(boxOf(words)).not.toContain(m.invalidBecause.status);
  });

  test('a presentation is told from the certificate in it', async () => {
    const { words } = await shown(reports['presentation']!, prefix);
    expect(boxOf(words)).toContain(m.kinds.presentation);
    expect(boxOf(words)).toContain(m.presented.unsigned);
    expect(words).toContain(m.presented.checks);
    const empty = await shown({ ...reports['presentation']!, verdict: 'undetermined', credentials: [] }, prefix);
    expect(boxOf(empty.words)).toContain(m.presented.none);
  });

  test('credits have a unit only where the document gives one', async () => {
    const unit = /(?<!\p{L})(hp|sp|op|ECTS)(?!\p{L})|poäng, hp|opintopist|högskolepoäng|studiepoäng/iu;
    const { words } = await shown(reports['foreign']!, prefix);
    expect(words).toContain(m.said.pointsValue('3'));
    expect(mainOf(words)).not.toMatch(unit);
    const european = reportWith('valid', {}, { summary: { ...reports['foreign']!.summary, creditUnit: 'ECTS' } });
    expect(mainOf((await shown(european, prefix)).words)).toContain('3 ECTS');
    expect(mainOf((await shown(reports['valid']!, prefix)).words)).toContain(
      locale === 'en' ? '3 ECTS' : locale === 'fi' ? '3 op' : '3 hp',
    );
  });

  test('several results, persons and levels are shown as several', async () => {
    const results = (await shown(reports['severalResults']!, prefix)).words;
    expect(results).toContain('Written examination: F');
    expect(results).toContain('Project: 87');
    expect(results).toContain(`Laboratory work: ${m.said.resultStatuses.InProgress}`);
    expect(results).not.toContain(`<dt>${m.record.grade}</dt>`);
    const claims = (await shown(reports['severalClaims']!, prefix)).words;
    expect(boxOf(claims)).toContain(m.said.several('3'));
    expect(boxOf(claims)).toContain('Ana First – Soil chemistry in practice');
    expect(boxOf(claims)).toContain('Ben Second – Soil physics in practice');
    expect(claims.match(/<section class="stack claim"><h3>/g)).toHaveLength(severalClaims.claims!.length);
    const levels = (await shown(reports['severalLevels']!, prefix)).words;
    expect(levels).toContain('<dd>EQF 5, EQF 6</dd>');
    const unclear = (await shown(reports['unclearLevel']!, prefix)).words;
    expect(unclear).toContain(m.said.unclearLevel);
    expect(unclear).toContain(`<dd>${m.said.unclear}</dd>`);
    expect(unclear).not.toContain('EQF 7:');
    for (const what of ['holder', 'result'] as const)
      expect(boxOf((await shown(reports['unread']!, prefix)).words)).toContain(m.said.unread[what]);
  });
});
