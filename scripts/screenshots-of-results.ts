/**
 * Pictures of what a check can answer, from reports that tests keep: most of them no demonstration data could bring
 * about. Certificates that were revoked are printed too.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const root = join(import.meta.dirname, '..');
const sizes = [
  { name: 'wide', width: 1280, height: 900 },
  { name: 'phone', width: 320, height: 640 },
];
const certificates = ['valid', 'revoked', 'invalid', 'suspended', 'unreachable'];

type Server = Readonly<{ origin: string; stop: () => Promise<void> }>;
type Served = Readonly<{ servePages: () => Promise<Server>; reportNames: readonly string[] }>;

/** Node reads no .tsx, so the pages are bundled with what answers them. */
async function load(): Promise<Served> {
  const outfile = join(root, 'dist/pages-server.js');
  await build({
    absWorkingDir: root,
    entryPoints: ['test/browser/pages-server.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'warning',
  });
  return (await import(pathToFileURL(outfile).href)) as Served;
}

/** Each result and certificate whose name begins so, in each language and size; how many pictures were taken. */
export async function takeResults(browser: Browser, folder: string, languages: readonly string[], only = '') {
  const { servePages, reportNames } = await load();
  const wanted = [
    ...reportNames.map((report) => ({ name: `result-${report}`, report, open: check })),
    ...certificates.map((report) => ({ name: `result-certificate-${report}`, report, open: showCertificate })),
  ].filter(({ name }) => name.startsWith(only));
  if (wanted.length === 0) return 0;
  const server = await servePages();
  let taken = 0;
  for (const language of languages) {
    for (const size of sizes) {
      const context = await browser.newContext({ baseURL: server.origin, viewport: size });
      for (const { name, report, open } of wanted) {
        await picture(context, join(folder, `${name}-${language}-${size.name}`), (page) =>
          open(page, language, report),
        );
        taken += 1;
      }
      await context.close();
    }
  }
  await server.stop();
  return taken;
}

async function picture(context: BrowserContext, path: string, open: (page: Page) => Promise<void>): Promise<void> {
  const page = await context.newPage();
  await open(page);
  await page.screenshot({ path: `${path}.png`, fullPage: true });
  if (path.endsWith('-wide')) await page.pdf({ path: `${path}.pdf`, preferCSSPageSize: true });
  await page.close();
}

async function check(page: Page, language: string, name: string): Promise<void> {
  await page.goto(`/${language}/verify`);
  await page.locator('textarea').fill(JSON.stringify({ name }));
  await Promise.all([page.waitForNavigation(), page.locator('form button').first().click()]);
}

async function showCertificate(page: Page, language: string, name: string): Promise<void> {
  await page.goto(`/${language}/certificates/${name}`);
}
