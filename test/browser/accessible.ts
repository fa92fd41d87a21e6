import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { chromiumPath } from '../../scripts/browser.ts';

const axeSource = await readFile(new URL(import.meta.resolve('axe-core')), 'utf8');

export const isMissing = chromiumPath === undefined;
if (isMissing && process.env['REQUIRE_ALL'] === '1')
  throw new Error('REQUIRE_ALL is set and there is no Chromium here.');

/** In the everyday run axe looks at each page in one language or two; in the long run in every one. */
export const isEverywhere = process.env['AXE'] === 'everywhere';

/** WCAG 2.2 AA and good practice, as far as a machine can tell. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const result = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return result.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
    );
  });
  expect(violations, `axe on ${what}`).toEqual([]);
}

/** WCAG 2.2 §1.4.10: at 320 pixels nothing makes the page scroll sideways. */
export async function expectNarrow(page: Page, what: string): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(320);
}
