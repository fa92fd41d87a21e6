import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelFor, locales } from '../../src/domain/shared/language.ts';
import { permissions } from '../../src/domain/institution/staff.ts';
import { contract as served } from '../../src/generated/contract.ts';
import { operationTable } from '../../src/generated/operations.ts';
import { problems } from '../../src/http/output/problem.ts';
import { createReference } from '../../src/pages/public/reference/index.tsx';
import { createSearch, type Entry, longestQuery } from '../../src/pages/public/reference/search/search.ts';
import { root } from '../architecture/imports.ts';
import { get } from './requests.ts';

type Json = Readonly<Record<string, any>>;

const reference = createReference(problems);
const read = async (query = '') => (await reference.request(`/${query}`)).text();
const page = await read();
const entries = (await (await reference.request('/entries.json')).json()) as Entry[];
const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
/** What stands between a place and the end of its section. */
const sectionOf = (id: string) => page.split(`<section id="${id}">`)[1]?.split('</section>')[0] ?? '';

const operations = Object.values<Json>((served as Json)['paths']).flatMap((item) => Object.values<Json>(item)) as {
  operationId: string;
  description?: string;
  requestBody?: unknown;
}[];
/** They take or give an image, of which there is no example. */
const ofImages: readonly string[] = ['addEmblem', 'readEmblem'];

describe('the reference', () => {
  test.each(ofImages)('names the types of image of %s', (id) => {
    expect(sectionOf(id)).toContain('image/png, image/jpeg, image/webp');
  });

  test.each(Object.entries(operationTable))('says who may call %s', (id, { audience, permissions: needed }) => {
    const roles = needed.flatMap((each) => [...permissions[each]]);
    const [, said = ''] = /<dt>Needs<\/dt><dd>(.*?)<\/dd>/.exec(sectionOf(id)) ?? [];
    expect(said.match(/editor|reviewer|registrar|issuer|admin|confidential/g) ?? []).toEqual(roles);
    expect(said.startsWith('No key')).toBe(audience === 'public');
  });

  test.each(operations.filter(({ description }) => description !== undefined))(
    'says all that the contract says of $operationId',
    ({ operationId, description = '' }) => {
      expect(sectionOf(operationId).replaceAll(/<\/?code>/g, '`')).toContain(`<p>${escaped(description)}</p>`);
    },
  );

  test.each(operations.filter(({ operationId }) => !ofImages.includes(operationId)))(
    'has an example of each answer of $operationId, and of its body',
    ({ operationId, requestBody }) => {
      const section = sectionOf(operationId);
      expect(section).toMatch(/Example of the answer 20[01]/);
      expect(section.includes('Example of the body')).toBe(requestBody !== undefined);
      for (const [, text = ''] of section.matchAll(/<pre tabindex="0"><code>(.*?)<\/code>/gs))
        expect(() =>
          JSON.parse(
            text
              .replaceAll('&quot;', '"')
              .replaceAll('&#39;', "'")
              .replaceAll('&lt;', '<')
              .replaceAll('&gt;', '>')
              .replaceAll('&amp;', '&'),
          ),
        ).not.toThrow();
    },
  );

  test.each(readdirSync(join(root, 'schemas/vocab')))('has every code of %s with its label in four locales', (file) => {
    const { concepts } = JSON.parse(readFileSync(join(root, 'schemas/vocab', file), 'utf8'));
    const section = sectionOf(`codes-${file.replace('.json', '')}`);
    for (const { code, label } of concepts) {
      const cells = locales.map((locale) => `<td lang="${locale}">${escaped(labelFor(label, locale))}</td>`);
      for (const cell of [`<code>${escaped(code)}</code>`, ...cells]) expect(section).toContain(cell);
    }
  });

  test.each(Object.entries(problems))('has the refusal %s under its status', (code, { status, title }) => {
    expect(sectionOf(`status-${status}`)).toContain(`<code>${code}</code></dt><dd>${escaped(title)}</dd>`);
  });

  test('has one place for each id, and a place for each link within it', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const links = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
    expect(entries.filter(({ id }) => !ids.includes(id))).toEqual([]);
  });
});

describe('the policy about scripts', () => {
  const policyOf = (headers: Headers) => headers.get('Content-Security-Policy') ?? '';

  test('lets the reference run files of ours and ask us, and nothing more', async () => {
    const policy = policyOf((await reference.request('/')).headers);
    expect(policy).toContain("default-src 'none'");
    expect(policy.split('; ')).toEqual(expect.arrayContaining(["script-src 'self'", "connect-src 'self'"]));
    expect(policy).not.toMatch(/unsafe|\*|https?:|nonce|sha\d/);
    expect(page.match(/<script[^>]*>/g)).toEqual([expect.stringMatching(/ type="module" src="\/assets\/[\w-]+\.js"/)]);
    expect(page).not.toMatch(/ on\w+="| style="/);
  });

  test.each(['/en/', '/sv/verify', '/fi/institutions/nowhere'])('lets %s run none', async (path) => {
    const { headers, html } = await get(path);
    expect(policyOf(headers)).not.toMatch(/script-src|connect-src/);
    expect(html).not.toContain('<script');
  });
});

describe('the search', () => {
  const search = createSearch(entries);

  test('finds everything by its name', () => {
    // Of the many codes every fifth.
    for (const entry of entries.filter(({ kind }, at) => !kind.startsWith('Code of') || at % 5 === 0)) {
      const found = search(entry.name);
      expect(found.total, entry.name).toBeGreaterThan(0);
      if (found.total === found.entries.length) expect(found.entries, entry.name).toContainEqual(entry);
    }
  });

  test.each([
    ['revoke', 'revokeAward'],
    ['make award', 'makeAward'],
    ['role missing', 'problem-role-missing'],
    ['avancerad nivå', 'code-cycle-second'],
    ['Idempotency', 'problem-idempotency-conflict'],
    ['registrtion', 'createRegistration'],
  ])('for %j leads to %s', (query, id) => {
    expect(search(query).entries.map((entry) => entry.id)).toContain(id);
  });

  test('never throws, whatever is asked, and shows no more than it promises', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2 * longestQuery }), (query) => {
        const { entries: shown, total } = search(query);
        expect(shown.length).toBeLessThanOrEqual(30);
        expect(shown.length).toBeLessThanOrEqual(total);
      }),
      { numRuns: 50 },
    );
  });

  test.each(['"><script>alert(1)</script>', "' onfocus='x", '<b>', 'x'.repeat(5_000)])(
    'says %j again as text alone',
    async (query) => {
      const html = await read(`?q=${encodeURIComponent(query)}`);
      expect(html.match(/<script/g)).toHaveLength(1);
      expect(html).toContain(`value="${escaped(query.slice(0, longestQuery).trim())}"`);
      expect(html.length).toBeLessThan(page.length + 20_000);
    },
  );
});

describe('what is looked for', () => {
  test.each([
    ['a%00b', 'a b'],
    ['%00', ''],
    ['a%0A%1Bb%7F', 'a b'],
    ['%C2%85a', 'a'],
    ['x'.repeat(longestQuery + 50), 'x'.repeat(longestQuery)],
    [`${'x'.repeat(longestQuery - 1)}%F0%9F%98%80%F0%9F%98%80`, `${'x'.repeat(longestQuery - 1)}😀`],
  ])('as %s stands on the page as “%s”', async (sent, shown) => {
    const answered = await read(`?q=${sent}`);
    expect(/<input id="q"[^>]* value="([^"]*)"/.exec(answered)?.[1]).toBe(shown);
    expect(answered).not.toMatch(/[^\P{Cc}\n\r\t]/u);
  });

  test.each(['', '?q=award'])('at “%s” is not sent again to whoever has it', async (query) => {
    const first = await reference.request(`/${query}`);
    const tag = first.headers.get('ETag') ?? '';
    expect(tag).toMatch(/^(W\/)?"[\w+/=-]+"$/);
    const again = await reference.request(`/${query}`, { headers: { 'If-None-Match': tag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const other = await reference.request('/?q=revoke', { headers: { 'If-None-Match': tag } });
    expect(other.status).toBe(200);
  });
});
