import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/domain/verification/verification.ts';
import { messagesFor } from '../../../src/pages/messages.ts';
import { prefixes } from '../../../src/pages/shell/negotiation.ts';
import { sentencesOf } from '../../../src/pages/components/verdict/verdict-sentences.ts';
import { reports, reportWith } from '../reports.ts';
import { submit } from '../requests.ts';

const shown = async (report: Report, prefix: string) => submit(`/${prefix}/verify`, { text: '{}' }, { report });

describe.each(Object.entries(prefixes))('why it could not be checked, in /%s', (prefix, locale) => {
  const m = messagesFor[locale];

  test('an unsigned document is told by that alone: no waiting would give it a seal', async () => {
    const unreachable = reportWith('undetermined', {
      issuer: { outcome: 'unknown', reason: 'unreachable' },
      proof: reports['unsigned']!.checks.find(({ name }) => name === 'proof')!,
    });
    for (const report of [reports['unsigned']!, unreachable]) expect(sentencesOf(report, m)).toEqual([m.unsigned]);
    expect((await shown(unreachable, prefix)).words).not.toContain(m.tryAgain);
  });

  test('checks stand open wherever the verdict is not genuine and in force', async () => {
    const none = { outcome: 'notApplicable' } as const;
    const unsigned = reportWith('undetermined', { issuer: none, proof: none });
    expect((await shown(unsigned, prefix)).html).toMatch(/<details class="evidence" open/);
    expect((await shown(reports['valid']!, prefix)).html).toMatch(/<details class="evidence">/);
  });

  test('but folded where it is no document that is checked: the verdict has said so', async () => {
    const pdf = reportWith('undetermined', { format: { outcome: 'unknown' } }, { kind: 'pdf', summary: {} });
    expect((await shown(pdf, prefix)).html).toMatch(/<details class="evidence">/);
  });

  test('what cannot be read is called neither a certificate nor something else', async () => {
    for (const kind of ['text', 'json', 'credential'] as const) {
      for (const reason of ['not-utf8', 'not-json', 'duplicate-member'] as const) {
        const report = reportWith('malformed', { format: { outcome: 'failed', reason } }, { kind, summary: {} });
        expect(sentencesOf(report, m)).toEqual([m.unreadable[reason], m.askForWhole]);
      }
    }
  });

  test('of an issuer that is known by a urn no key is spoken of', async () => {
    const by = (id: string) =>
      reportWith('valid', {}, { summary: { title: { en: 'Soil' }, issuer: { id, name: { en: 'North' } } } });
    const key = await shown(by('did:key:z6MkuDdrmrT1sVyek6DYkLrbB5ioayrXNdNobXW5PfBk2jx1'), prefix);
    expect(key.words).toContain(m.said.keyAlone);
    const urn = await shown(by('urn:epass:org:1'), prefix);
    expect(urn.words).toContain(m.said.nameAsGiven);
    expect(urn.words).not.toContain(m.said.keyAlone);
  });

  test('credits alone are not called a workload', async () => {
    const { html } = await shown(reports['foreign']!, prefix);
    expect(html).not.toContain(`<dt>${m.record.workload}</dt>`);
    expect(html).toContain(`<dt>${m.said.points}</dt>`);
  });
});
