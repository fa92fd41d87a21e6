import { describe, expect, test } from 'vitest';
import { verdicts } from '../../../src/domain/verification/verification.ts';
import { messagesFor } from '../../../src/pages/messages.ts';
import { isConfirmed } from '../../../src/pages/components/verdict/verdict-sentences.ts';
import { award } from '../fakes.ts';
import { reports, reportWith } from '../reports.ts';
import { get } from '../requests.ts';
import { all, boxOf, shown } from './shown.ts';

describe('the box of the verdict', () => {
  test('names person, course, issuer and day, whatever the verdict', async () => {
    for (const verdict of verdicts) {
      const box = boxOf((await shown(reportWith(verdict, {}))).words);
      for (const part of ['Märta Ålöf', 'Water treatment', 'Provsjö högskola', '5 November 2026'])
        expect(box).toContain(part);
    }
  });
  test('says of a name with a key alone that it proves nothing, and says where a link led', async () => {
    expect(boxOf((await shown(reports['foreign']!)).words)).toContain('The key by itself does not prove');
    const fetched = boxOf((await shown(reports['fetched']!)).words);
    expect(fetched).toContain('Fetched from <a href="https://university.example/certificates/abc"');
  });
  test('says of a link that led nowhere not that something was fetched', async () => {
    const box = boxOf((await shown(reports['link']!)).words);
    expect(box).toContain('The link: <a href="https://nowhere.example/certificates/1"');
    expect(box).not.toContain('Fetched from');
  });
  test('calls no day of validity the day of the award', async () => {
    const box = boxOf((await shown(reports['foreign']!)).words);
    expect(box).toContain('<dt>In force from</dt><dd>1 January 2026</dd>');
    expect(box).not.toContain('<dt>Awarded</dt>');
  });
});

describe('what is not confirmed', () => {
  const marks = [
    'class="unconfirmed-word"',
    'class="stack said unconfirmed"',
    'What the document says – not confirmed:',
  ];
  test.each(['invalid', 'malformed', 'unreachable', 'unsigned'])(
    'is marked by word and shape where it is %s',
    async (name) => {
      const { html } = await shown(reports[name]!);
      for (const mark of marks) expect(html).toContain(mark);
      expect(html).toMatch(/class="unconfirmed-word"><svg/);
      const certificate = await get('/en/certificates/t', { report: reports[name]! });
      expect(certificate.html.match(/class="unconfirmed-word"><svg.*?Not confirmed/g)).toHaveLength(2);
    },
  );
  test.each(['valid', 'revoked', 'suspended', 'expired'])('is not what is %s', async (name) => {
    const { html } = await shown(reports[name]!);
    for (const mark of marks) expect(html).not.toContain(mark);
  });
  test('is what was revoked without anybody knowing who wrote it', () => {
    for (const name of ['format', 'issuer', 'proof'] as const)
      for (const outcome of ['unknown', 'notApplicable', 'failed'] as const)
        expect(isConfirmed(reportWith('revoked', { [name]: { outcome } }))).toBe(false);
  });
});

describe('a revoked certificate', () => {
  const revoked = { report: reports['revoked']!, award: { ...award, revokedAt: new Date('2026-11-12T08:00:00Z') } };
  test.each(all)('is marked across with its day and has no copy to save, in /%s', async (prefix, locale) => {
    const m = messagesFor[locale];
    const { html } = await get(`/${prefix}/certificates/t`, revoked);
    const marks = [...html.matchAll(/class="across"><span><strong>([^<]*)<\/strong><small>([^<]*)<\/small>/g)];
    expect(marks.map(([, word]) => word)).toEqual([m.verdicts.revoked.word, m.verdicts.revoked.word]);
    for (const [, , day] of marks) expect(day).toMatch(/^12\.? (november|marraskuuta|November) 2026$/);
    expect(html).not.toContain(' download=');
    expect(html).not.toContain(m.certificate.download);
    expect(html).not.toContain('class="button"');
    expect(html).toContain(m.certificate.noCopy);
    expect(html).toContain(`href="/certificates/t?format=json">${m.certificate.evidence}</a>`);
    const checked = await shown(revoked.report, prefix);
    expect(checked.html).toContain(`<strong>${m.verdicts.revoked.word}</strong>`);
    expect(checked.html).toMatch(/class="across">.*12\.? (november|marraskuuta|November) 2026/);
  });
  test.each(['valid', 'suspended', 'expired', 'invalid'])('is not one that is %s', async (name) => {
    expect((await get('/en/certificates/t', { report: reports[name]! })).html).not.toContain('class="across"');
  });
});
