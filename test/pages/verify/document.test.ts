import { describe, expect, test } from 'vitest';
import { reports, reportWith } from '../reports.ts';
import { summary } from '../summary.ts';
import { boxOf, shown } from './shown.ts';

describe('what the document says', () => {
  test('is all there', async () => {
    const { words } = await shown(reports['everything']!);
    for (const part of [
      'How raw water becomes drinking water',
      'Four assignments',
      '>https://university.example/criteria</a>',
      'Åsa Öhman / Å. Öhman-Järvinen',
      'The document gives several names.',
      '<dt>Described by</dt><dd><p><a href="https://company.example/"',
      '>Portfolio</a>',
      'Four reports',
      '80-1234',
      '(sourcedId)',
      'on site, identity checked',
      'Looked at by peers every year.',
      'lowest U, highest VG, required G',
    ])
      expect(words).toContain(part);
  });
  test('is in a language only where the document names one', async () => {
    const { html } = await shown(reports['unknownLanguage']!);
    expect(html).toContain('<bdi lang="">Soil chemistry</bdi>');
    expect(html).not.toMatch(/lang="(und|no tag)/);
    expect((await shown(reports['rightToLeft']!)).html).toContain('<bdi lang="ar">');
  });
  test('different numbers of one thing are all there, with a word on it', async () => {
    const { credits: _, hours: __, ...rest } = summary;
    const several = { ...rest, creditsSeveral: [3, 5], hoursSeveral: [80, 130] };
    const { words } = await shown(reportWith('valid', {}, { summary: several }));
    expect(words).toContain('80 / 130');
    expect(words).toContain('3 / 5');
    expect(words).toContain('the document gives different numbers');
  });

  test('what it is aligned with is told beside its framework and code, and is no outcome', async () => {
    const alignments = [
      { text: { en: 'Soil science' }, framework: 'National list', code: 'SOIL-1', url: 'https://list.example/1' },
    ];
    const { words } = await shown(reportWith('valid', {}, { summary: { ...summary, alignments } }));
    expect(words).toMatch(/Aligned with<.*>Soil science<.*\(National list\)<.*\(SOIL-1\)</);
  });

  test('who described it is not called the awarding body', async () => {
    const describedBy = [{ name: { en: 'A Learning Company' } }];
    const { words } = await shown(reportWith('valid', {}, { summary: { ...summary, describedBy } }));
    expect(words).toContain('<dt>Described by</dt><dd><p>A Learning Company</p>');
    expect(words).not.toContain('<dt>Awarding body</dt>');
  });
  test('a holder known by an address alone is shown by it', async () => {
    const { learner: _, ...rest } = summary;
    const { words } = await shown(reportWith('valid', {}, { summary: { ...rest, learnerEmail: 'asa@example.org' } }));
    expect(boxOf(words)).toContain('asa@example.org<span class="quiet note">Known by an e-mail address');
  });
  test.each([
    ['2026-01-01T00:30:00+09:00', '1 January 2026 at 00:30 UTC+09:00'],
    ['2025-12-31T23:30:00-11:00', '31 December 2025 at 23:30 UTC-11:00'],
    ['2026-01-01T00:00:00Z', '1 January 2026 at 00:00 UTC'],
    ['2026-01-01T00:00:00', '1 January 2026 at 00:00'],
    ['2026-01-01', '1 January 2026'],
    ['2026-02-30', '2026-02-30'],
    ['next year', 'next year'],
  ])('the time %s is shown as %s', async (validUntil, text) => {
    for (const day of ['validFrom', 'validUntil'] as const) {
      const { words } = await shown(reportWith('valid', {}, { summary: { ...summary, [day]: validUntil } }));
      expect(words).toContain(`<dd>${text}</dd>`);
    }
  });
});
