import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../../scripts/browser.ts';
import { expectAccessible, isMissing } from './accessible.ts';
import { type PagesServer, servePages } from './pages-server.ts';

const sizes = [
  { width: 1280, height: 900, colorScheme: 'light' },
  { width: 360, height: 740, colorScheme: 'dark' },
] as const;

describe.skipIf(isMissing)(`the reference page in a browser${isMissing ? ' (skipped: no Chromium here)' : ''}`, () => {
  let server: PagesServer;
  let browser: Browser;
  const complaints: string[] = [];

  beforeAll(async () => {
    server = await servePages();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** A page under its own policy; whatever the browser reports of it is a complaint. */
  async function open(options: Parameters<Browser['newContext']>[0]): Promise<{ context: BrowserContext; page: Page }> {
    const context = await browser.newContext({ baseURL: server.origin, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(server.origin)) complaints.push(`asked ${request.url()}`);
    });
    await page.exposeFunction('complain', (what: string) => void complaints.push(what));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        (globalThis as unknown as { complain(what: string): void }).complain(`${violatedDirective} ${blockedURI}`),
      );
    });
    return { context, page };
  }
  const names = (page: Page) => page.locator('#results a').allInnerTexts();

  describe.each(sizes)('$width pixels wide, in the $colorScheme', ({ colorScheme, ...viewport }) => {
    let page: Page;
    beforeAll(async () => {
      ({ page } = await open({ viewport, colorScheme }));
    });
    afterAll(() => page?.context().close());

    test('finds an operation while the reader types, and leads to it by keyboard alone', async () => {
      await page.goto('/docs');
      await page.getByLabel('Search operations').focus();
      await page.keyboard.type('revoke');
      await page.locator('#results a').first().waitFor();
      expect((await names(page))[0]).toBe('POST /api/v1/institutions/{institution}/awards/{award}/revoke');
      expect(await page.locator('#count').innerText()).toMatch(/^\d+ results?\b/);
      expect(await page.locator('#count').getAttribute('role')).toBe('status');
      expect(new URL(page.url()).search).toBe('?q=revoke');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.matches('#results a'));
      await page.keyboard.press('Enter');
      await page.waitForURL(/#revokeAward$/);
      expect(await page.locator('#revokeAward').evaluate((found) => found.matches(':target'))).toBe(true);
      const top = await page.locator('#revokeAward').evaluate((found) => found.getBoundingClientRect().top);
      expect(Math.abs(top)).toBeLessThan(200);
    });

    test('opens the list in which a code stands', async () => {
      await page.goto('/docs');
      await page.getByLabel('Search operations').fill('Ahvenanmaa');
      await page.locator('#results a').first().click();
      await page.waitForURL(/#code-country-AX$/);
      expect(await page.locator('#code-country-AX').isVisible()).toBe(true);
    });

    test('says that nothing was found, and shows nothing for no question', async () => {
      await page.goto('/docs');
      const field = page.getByLabel('Search operations');
      await field.fill('xyzzyxyzzy');
      await expect.poll(() => page.locator('#count').innerText()).toBe('Nothing was found.');
      await field.fill('');
      await expect.poll(() => page.locator('#count').innerText()).toBe('');
      expect(await names(page)).toEqual([]);
    });

    test('is accessible and never scrolls sideways', async () => {
      // axe brings styles of its own, which the policy of the page rightly refuses.
      const context = await browser.newContext({ baseURL: server.origin, viewport, colorScheme, bypassCSP: true });
      const page = await context.newPage();
      await page.goto('/docs?q=award');
      await page.evaluate(() => {
        // The longest lists are as the others, and axe would read them for half a minute.
        for (const each of document.querySelectorAll('details')) each.open = each.querySelectorAll('tr').length < 30;
      });
      await expectAccessible(page, `the reference, ${viewport.width} wide`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
      await context.close();
    }, 60_000);
  });

  test('finds the same where no script runs', async () => {
    const scripted = await open({});
    const plain = await open({ javaScriptEnabled: false });
    for (const { page } of [scripted, plain]) await page.goto('/docs');
    for (const query of ['award', 'svensk', 'ECTS']) {
      await plain.page.getByLabel('Search operations').fill(query);
      await plain.page.getByRole('button', { name: 'Search' }).click();
      await plain.page.waitForURL((url) => url.searchParams.get('q') === query);
      const found = await plain.page.locator('#results').innerHTML();
      expect(found).toContain('<a ');
      await scripted.page.getByLabel('Search operations').fill(query);
      await expect.poll(() => scripted.page.locator('#results').innerHTML()).toBe(found);
      expect(await names(scripted.page)).toEqual(await names(plain.page));
    }
    await scripted.context.close();
    await plain.context.close();
  });

  test('makes the browser complain of nothing', () => {
    expect(complaints).toEqual([]);
  });
});
