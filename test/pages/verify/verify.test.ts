import { describe, expect, test, vi } from 'vitest';
import { nestingDepth } from '../../../src/domain/shared/json-limits.ts';
import type { Verdict } from '../../../src/domain/verification/verification.ts';
import { messagesFor } from '../../../src/pages/messages.ts';
import { prefixes } from '../../../src/pages/shell/negotiation.ts';
import { report, type Fixture } from '../fakes.ts';
import { submit } from '../requests.ts';
import { summary } from '../summary.ts';

const nested = (depth: number) => `{"a":`.repeat(depth) + '1' + '}'.repeat(depth);

describe.each(Object.entries(prefixes))('the form in /%s', (prefix, locale) => {
  const { faults } = messagesFor[locale].verify;
  const path = `/${prefix}/verify`;
  test.each([
    ['nothing', '', 400, 'empty'],
    ['white space', '   ', 400, 'empty'],
    ['65 levels', nested(65), 400, 'tooDeep'],
  ] as const)('refuses %s in plain words and keeps the text', async (_, text, status, fault) => {
    const verify = vi.fn();
    const reply = await submit(path, { text }, { verify });
    expect(reply.status).toBe(status);
    expect(reply.html).toContain(faults[fault]);
    expect(reply.html).toContain('role="alert"');
    expect(reply.html).toContain(`${text.replaceAll('"', '&quot;')}</textarea>`);
    expect(verify).not.toHaveBeenCalled();
  });
  test('refuses what is too large, wherever it stands', async () => {
    const verify = vi.fn();
    for (const fields of [
      { file: `{"a":"${'x'.repeat(2_000_000)}"}` },
      { file: `{"a":"${'x'.repeat(1_000_001)}"}` },
      { text: `{"a":"${'å'.repeat(500_001)}"}` },
    ]) {
      const { status, html } = await submit(path, fields, { verify });
      expect(status).toBe(413);
      expect(html).toContain(faults.tooLarge);
      expect(html.length).toBeLessThan(10_000);
    }
    expect(verify).not.toHaveBeenCalled();
  });
});

describe('the form', () => {
  test('hands on the bytes of the file where there is one, otherwise the text, whatever it is', async () => {
    const verify = vi.fn();
    await submit('/sv/verify', { text: '{"from":"text"}', file: '\uFEFF{"from":"file"}' }, { verify });
    const texts = ['{"a": ', '[{}]', 'null', 'eyJhbGciOiJFZERTQSJ9.e30.', ' https://wallet.example/1 ', nested(64)];
    for (const text of texts) await submit('/sv/verify', { text }, { verify });
    const [[file] = [], ...pasted] = verify.mock.calls;
    expect(file).toEqual({ bytes: new TextEncoder().encode('\uFEFF{"from":"file"}') });
    expect(pasted.map(([received]) => received.text.trim())).toEqual(texts.map((text) => text.trim()));
  });
  test('answers before it gives the evidence, and says what the certificate says', async () => {
    const { status, html, headers } = await submit('/sv/verify', { text: '{}' }, { report: { ...report, summary } });
    expect(status).toBe(200);
    expect(headers.get('Cache-Control')).toBe('private, no-store');
    const order = ['verdict-word', 'Märta Ålöf', 'class="checks"', 'class="strip"', '<form'].map((part) =>
      html.indexOf(part),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(html).toContain('Källa: själva intyget');
  });
  test('counts as the issuer’s country does', async () => {
    const finnish = { ...summary, issuer: { id: 'did:web:x', country: 'FI' } };
    expect((await submit('/sv/verify', { text: '{}' }, { report: { ...report, summary: finnish } })).html).toContain(
      '3 sp',
    );
    expect((await submit('/sv-fi/verify', { text: '{}' }, { report: { ...report, summary } })).html).toContain('3 hp');
  });
  test('marks the field that was used', async () => {
    const marked = (html: string) =>
      [...html.matchAll(/id="(\w+)"[^>]*aria-describedby="\w+-hint fault"/g)].map(([, id]) => id);
    expect(marked((await submit('/sv/verify', { text: nested(65) })).html)).toEqual(['text']);
    expect(marked((await submit('/sv/verify', { file: nested(65) })).html)).toEqual(['file']);
    expect((await submit('/sv/verify', { file: nested(65) })).html.match(/aria-invalid/g)).toHaveLength(1);
  });
  test('has no section of what a document says that says nothing', async () => {
    const shown = async (fixture: Partial<Fixture>) => (await submit('/sv/verify', { text: '{"a":1}' }, fixture)).html;
    expect(await shown({ report })).not.toContain('Uppgifter i intyget');
    expect(await shown({ report: { ...report, summary } })).toContain('Uppgifter i intyget');
  });
  test('says of a certificate that is revoked or suspended just that, and hedges of a status that is wrong', async () => {
    const checks = report.checks.map((check) =>
      check.name === 'status' ? { ...check, outcome: 'failed' as const } : check,
    );
    const shown = async (verdict: Verdict) =>
      (await submit('/en/verify', { text: '{}' }, { report: { ...report, verdict, checks } })).html;
    expect(await shown('revoked')).toContain('<p>The issuer has revoked the certificate.</p>');
    expect(await shown('suspended')).toContain('<p>The issuer has suspended the certificate.</p>');
    expect(await shown('invalid')).toContain('or what it says about this is wrong');
  });
  test('says of a name what stands behind it: a domain, or only the document', async () => {
    const shown = async (id: string) => {
      const issuer = { id, name: { en: 'A University' } };
      return (await submit('/en/verify', { text: '{}' }, { report: { ...report, summary: { issuer } } })).words;
    };
    const web = await shown('did:web:example.edu%3A8080:institutions:a');
    expect(web).toContain('<strong>example.edu:8080</strong>');
    expect(web).not.toContain('The key by itself');
    for (const id of ['did:key:z6Mk', 'https://example.edu/issuer'])
      expect(await shown(id)).toContain('The name is as the document gives it. The key by itself does not prove who');
  });
  test('keeps the language of the page, whatever the issuer’s country', async () => {
    const finnish = { ...summary, issuer: { id: 'did:web:x', country: 'FI' } };
    const { html } = await submit('/sv/verify', { text: '{}' }, { report: { ...report, summary: finnish } });
    expect(html).toContain('<html lang="sv-SE"');
    expect(html).toContain('<dt>Vitsord</dt>');
  });
  test('survives what is no form', async () => {
    const { createPages } = await import('../../../src/pages/index.tsx');
    const { fakeServices } = await import('../fakes.ts');
    const reply = await createPages().request(
      '/sv/verify',
      { method: 'POST', body: 'x', headers: { 'Content-Type': 'multipart/form-data; boundary=y' } },
      { services: fakeServices() },
    );
    expect(reply.status).toBe(400);
  });
});

test.each([
  ['1', 0],
  ['{}', 1],
  ['[[],[[]]]', 3],
  ['{"[[[":"\\"[{"}', 1],
  ['"\\\\"[[', 2],
  [']]]][', 0],
])('%s nests %i deep', (text, depth) => {
  expect(nestingDepth(text)).toBe(depth);
});
