import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../../scripts/browser.ts';
import { messagesFor } from '../../src/pages/messages.ts';
import { prefixes } from '../../src/pages/shell/negotiation.ts';
import { reports, uncheckedKinds } from '../pages/reports.ts';
import { expectAccessible, expectNarrow, isEverywhere, isMissing } from './accessible.ts';
import { type PagesServer, servePages } from './pages-server.ts';

/** One of each verdict. */
const shortened = Object.keys(reports).filter(
  (name, index, all) => all.findIndex((other) => reports[other]?.verdict === reports[name]?.verdict) === index,
);
const locales = Object.entries(prefixes);

/**
 * Every report where words are longest, and one of each verdict in each other language. What is not checked here
 * differs in its sentences alone, so axe looks at one of it, and in the other languages at each verdict once.
 */
const looksAt = (name: string, language: string): boolean =>
  isEverywhere || language === 'fi' || shortened.includes(name);
const axeLooksAt = (name: string, language: string): boolean => {
  if (isEverywhere) return true;
  if (language === 'fi') return !(uncheckedKinds as readonly string[]).slice(1).includes(name);
  const others = locales.filter(([prefix]) => prefix !== 'fi');
  return others[shortened.indexOf(name) % others.length]?.[0] === language;
};

describe.skipIf(isMissing)(`results in a browser${isMissing ? ' (skipped: no Chromium here)' : ''}`, () => {
  let server: PagesServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    server = await servePages();
    browser = await openBrowser();
    // A phone, and no script of a page: axe itself is run from outside.
    const viewport = { width: 320, height: 640 };
    context = await browser.newContext({ baseURL: server.origin, viewport, bypassCSP: true });
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** As the form of the check page does, from whichever page it is. */
  async function check(name: string, language: string): Promise<void> {
    if (!page.url().startsWith(server.origin)) await page.goto(`/${language}/verify`);
    const [answer] = await Promise.all([
      page.waitForNavigation(),
      page.evaluate(
        ([action, text]) => {
          const form = document.createElement('form');
          Object.assign(form, { method: 'post', action, enctype: 'multipart/form-data' });
          const field = document.createElement('textarea');
          Object.assign(field, { name: 'text', value: text });
          form.append(field);
          document.body.append(form);
          form.submit();
        },
        [`/${language}/verify`, JSON.stringify({ name })] as const,
      ),
    ]);
    expect(answer?.status()).toBe(200);
  }

  test.each(locales)(
    'each says its verdict and fits a phone, and is accessible there, in /%s',
    async (language, locale) => {
      for (const [name, report] of Object.entries(reports)) {
        if (!looksAt(name, language)) continue;
        await check(name, language);
        expect(await page.locator('.verdict-word').first().innerText()).toBe(
          messagesFor[locale].verdicts[report.verdict].word,
        );
        await expectNarrow(page, `${name} in /${language}`);
        if (axeLooksAt(name, language)) await expectAccessible(page, `${name} in /${language}`);
      }
    },
    300_000,
  );

  test.each(['revoked', 'invalid', 'suspended', 'unreachable'])(
    'a certificate that is %s is accessible, in the light and in the dark',
    async (name) => {
      for (const [colorScheme, language] of [
        ['light', 'sv'],
        ['dark', 'fi'],
        ...(isEverywhere
          ? ([
              ['light', 'fi'],
              ['dark', 'sv'],
            ] as const)
          : []),
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(`/${language}/certificates/${name}`);
        await expectAccessible(page, `${name}, ${colorScheme}`);
        await expectNarrow(page, `${name}, ${colorScheme}`);
      }
    },
  );

  test('the checks that are folded open by keyboard and by pressing', async () => {
    await check('valid', 'sv');
    const first = page.locator('.checks li').first();
    expect(await first.isVisible()).toBe(false);
    await page.locator('.evidence > summary').focus();
    await page.keyboard.press('Enter');
    expect(await first.isVisible()).toBe(true);
    await page.locator('.evidence > summary').click();
    expect(await first.isVisible()).toBe(false);
  });

  test('a revoked certificate carries its mark on both of its printed pages', async () => {
    await page.goto('/sv/certificates/revoked');
    await page.emulateMedia({ media: 'print' });
    const marks = page.locator('.across');
    expect(await marks.count()).toBe(2);
    for (const mark of await marks.all()) expect(await mark.isVisible()).toBe(true);
    expect(await page.locator('a[href*="format=json"]').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
  });

  test('a name that runs from right to left leaves the words around it where they were', async () => {
    await check('rightToLeft', 'sv');
    const label = page.locator('.verdict-who dt').first();
    const name = page.locator('.verdict-who bdi').first();
    expect(await name.evaluate((element) => getComputedStyle(element).unicodeBidi)).toBe('isolate');
    const [left, right] = [await label.boundingBox(), await name.boundingBox()];
    expect((left?.x ?? 0) <= (right?.x ?? -1)).toBe(true);
  });
});
