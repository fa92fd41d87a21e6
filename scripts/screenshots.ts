/**
 * Pictures of every page in every language, wide and on a phone, into screenshots/. They are for looking, not for
 * comparing. An argument takes only those whose name begins so: `npm run screenshots result-revoked`.
 */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { startService } from './demo/service.ts';
import { takeResults } from './screenshots-of-results.ts';

const folder = join(import.meta.dirname, '../screenshots');
const languages = ['sv', 'sv-fi', 'fi', 'en'];
const sizes = [
  { name: 'wide', width: 1280, height: 900 },
  { name: 'phone', width: 390, height: 844 },
];
const schemes = ['light', 'dark'] as const;

type Shot = Readonly<{ name: string; path: string; paste?: string }>;

async function shotsOf(baseUrl: string, certificate: string): Promise<Shot[]> {
  const credential = await (await fetch(certificate)).text();
  const token = new URL(certificate).pathname;
  const swedish = '/institutions/fjallsjo/microcredentials';
  return [
    { name: 'catalogue', path: '/' },
    { name: 'institution-se', path: '/institutions/fjallsjo' },
    { name: 'institution-fi', path: '/institutions/skargarden' },
    { name: 'course-credits', path: `${swedish}/introduction-to-machine-learning` },
    { name: 'course-no-credits', path: `${swedish}/crisis-management-in-a-changing-world` },
    { name: 'course-fi', path: '/institutions/skargarden/microcredentials/materials-in-a-circular-society' },
    { name: 'offering', path: await newestRun(baseUrl) },
    { name: 'course-joint', path: '/institutions/skargarden/microcredentials/managing-additive-manufacturing' },
    { name: 'certificate', path: token },
    { name: 'verify', path: '/verify' },
    { name: 'verify-genuine', path: '/verify', paste: credential },
    { name: 'verify-changed', path: '/verify', paste: credential.replace('"VG"', '"G"') },
    {
      name: 'verify-unknown',
      path: '/verify',
      // Of an issuer that cannot be reached: nothing speaks against it, and nothing for it.
      paste: credential
        .replaceAll(baseUrl, 'https://nowhere.example')
        .replaceAll(new URL(baseUrl).host.replace(':', '%3A'), 'nowhere.example'),
    },
    { name: 'not-found', path: '/institutions/nowhere' },
  ];
}

/** The path of the last run of a course that has dates, somebody to ask and a code to apply with. */
async function newestRun(baseUrl: string): Promise<string> {
  const course = 'fjallsjo/microcredentials/introduction-to-machine-learning';
  const { items } = (await (await fetch(`${baseUrl}/api/v1/institutions/${course}/offerings`)).json()) as {
    items: readonly { id: string }[];
  };
  return `/institutions/fjallsjo/offerings/${items.at(-1)?.id}`;
}

async function take(
  browser: Browser,
  baseUrl: string,
  shot: Shot,
  language: string,
  size: (typeof sizes)[number],
  scheme: (typeof schemes)[number],
) {
  const context = await browser.newContext({ viewport: size, colorScheme: scheme, baseURL: baseUrl });
  const page = await context.newPage();
  await page.goto(`/${language}${shot.path}`);
  if (shot.paste !== undefined) {
    await page.locator('textarea').fill(shot.paste);
    await Promise.all([page.waitForNavigation(), page.locator('form button').first().click()]);
  }
  await page.screenshot({ path: join(folder, `${shot.name}-${language}-${size.name}-${scheme}.png`), fullPage: true });
  await context.close();
}

/** The pages of a service with the content of the demonstration. */
async function takePages(browser: Browser, only: string | undefined): Promise<number> {
  const service = await startService();
  let taken = 0;
  try {
    const keys = await readFile(join(service.dataDir, 'demo-api-keys.json'), 'utf8');
    const { certificate } = JSON.parse(keys) as { certificate: string };
    const shots = (await shotsOf(service.baseUrl, certificate)).filter(
      ({ name }) => only === undefined || name.startsWith(only),
    );
    for (const shot of shots) {
      for (const language of languages) {
        for (const size of sizes) {
          // Dark mode once for each page: it has no words of its own.
          for (const scheme of language === 'sv' ? schemes : (['light'] as const)) {
            await take(browser, service.baseUrl, shot, language, size, scheme);
            taken += 1;
          }
        }
      }
    }
  } finally {
    await service.stop();
  }
  return taken;
}

const only = process.argv[2];
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const browser = await openBrowser();
try {
  const results = await takeResults(browser, folder, languages, only);
  // The service takes its time to fill; what answers from reports alone does not wait for it.
  const pages = only?.startsWith('result') ? 0 : await takePages(browser, only);
  process.stdout.write(`${results + pages} pictures in screenshots/\n`);
} finally {
  await browser.close();
}
