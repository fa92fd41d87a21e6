import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../../scripts/browser.ts';
import type { RunningService } from '../../scripts/demo/service.ts';
import { settled, startFirst } from '../runtime/first-start.ts';
import { start } from '../runtime/processes.ts';
import { expectAccessible, expectNarrow, isEverywhere, isMissing } from './accessible.ts';

describe.skipIf(isMissing)(`in a browser${isMissing ? ' (skipped: no Chromium here)' : ''}`, () => {
  let service: RunningService;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let certificate: string;
  const strangers: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    await startFirst();
    const { env, certificate: address } = await settled();
    const alias = `http://localhost:${env['PORT']}`;
    service = await start({ ...env, PUBLIC_URL: alias, PUBLIC_URL_ALIASES: alias });
    certificate = alias + new URL(address).pathname;
    browser = await openBrowser();
    // axe is injected by the test, so the page's own policy is not in force for it; a test over HTTP looks at the policy.
    context = await browser.newContext({ baseURL: service.baseUrl, locale: 'sv-SE', bypassCSP: true });
    page = await context.newPage();
    page.on('request', (request) => {
      if (!request.url().startsWith(service.baseUrl) && !request.url().startsWith('data:'))
        strangers.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  /** Presses Tab until the focus is on what is looked for, as somebody without a mouse does. */
  async function tabTo(matches: string): Promise<void> {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, matches)) return;
    }
    throw new Error(`Tab never reaches ${matches}`);
  }

  /** The path of a run that has dates, somebody to ask and a code to apply with. */
  async function runWithSessions(): Promise<string> {
    const course = 'fjallsjo/microcredentials/introduction-to-machine-learning';
    const answer = await fetch(`${service.baseUrl}/api/v1/institutions/${course}/offerings`);
    const { items } = (await answer.json()) as { items: { id: string; sessions?: unknown; contact?: unknown }[] };
    const found = items.find(({ sessions, contact }) => sessions && contact);
    expect(found).toBeDefined();
    return `/institutions/fjallsjo/offerings/${found?.id}`;
  }

  test('the catalogue opens in the language of the browser and leads to a course, by keyboard alone', async () => {
    await page.goto('/');
    expect(new URL(page.url()).pathname).toBe('/sv/');
    await expectAccessible(page, 'the catalogue');
    await tabTo('a[href*="/microcredentials/"]');
    await Promise.all([page.waitForURL(/\/microcredentials\//), page.keyboard.press('Enter')]);
    expect(await page.locator('h1').count()).toBe(1);
    await expectAccessible(page, 'a course page');
  });

  test('the first stop of the Tab key skips to the content', async () => {
    await page.goto('/sv/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  });

  test('a certificate says first that it is genuine and in force, and of whom and what it speaks', async () => {
    await page.goto(certificate, { waitUntil: 'load' });
    expect(new URL(page.url()).pathname).toMatch(/^\/sv\/certificates\//);
    const text = await page.locator('main').innerText();
    expect(text).toContain('Äkta och gällande');
    await expectAccessible(page, 'the certificate');
  });

  test('a credential that is pasted is checked by keyboard alone, and one that was changed is refused', async () => {
    const credential = await (await fetch(certificate)).text();
    for (const [text, verdict] of [
      [credential, 'Äkta och gällande'],
      [credential.replace('"VG"', '"G"'), 'Inte äkta'],
    ] as const) {
      await page.goto('/sv/verify');
      await expectAccessible(page, 'the empty check page');
      await tabTo('textarea');
      await page.keyboard.insertText(text);
      await tabTo('form button');
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      expect(await page.locator('main').innerText()).toContain(verdict);
      await expectAccessible(page, `the answer “${verdict}”`);
    }
  });

  test('a file that is uploaded is checked', async () => {
    const credential = await (await fetch(certificate)).text();
    await page.goto('/fi/verify');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'todistus.json', mimeType: 'application/json', buffer: Buffer.from(credential) });
    await Promise.all([page.waitForNavigation(), page.locator('form button').first().click()]);
    expect(await page.locator('main').innerText()).toContain('Aito ja voimassa');
  });

  test('every page fits a phone in every language, and passes axe there in the dark', async () => {
    const narrow = await browser.newContext({
      baseURL: service.baseUrl,
      viewport: { width: 320, height: 640 },
      colorScheme: 'dark',
      bypassCSP: true,
    });
    const before = page;
    page = await narrow.newPage();
    const token = new URL(certificate).pathname;
    const run = await runWithSessions();
    const languages = ['sv', 'sv-fi', 'fi', 'en'];
    const paths = [
      '/',
      '/institutions/skargarden',
      '/institutions/fjallsjo',
      run,
      '/institutions/fjallsjo/microcredentials/introduction-to-machine-learning',
      token,
      '/verify',
    ];
    for (const [row, language] of languages.entries()) {
      for (const [column, path] of paths.entries()) {
        await page.goto(`/${language}${path}`);
        await expectNarrow(page, `/${language}${path}`);
        // Each page in one language, and each language on one page.
        if (isEverywhere || column % languages.length === row) await expectAccessible(page, `/${language}${path}`);
      }
    }
    await narrow.close();
    page = before;
  }, 120_000);

  test('no request went elsewhere, and the browser had nothing to complain about', () => {
    expect(strangers).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
