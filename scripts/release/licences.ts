/** THIRD-PARTY-LICENSES: the licence of every package in a release, and of what is compiled into one of them. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Package } from './packages.ts';

const preface = `What others wrote and this release holds, with the terms under which each part may be used. mikromerit itself is
licensed under the EUPL; see LICENSE.
`;

/** In the WebAssembly of PGlite there are parts whose notices its package lacks. */
const compiledIn = [
  { name: 'PostgreSQL (in PGlite)', license: 'PostgreSQL', file: 'postgresql.txt' },
  { name: 'Snowball stemmers (in PGlite)', license: 'BSD-3-Clause', file: 'snowball.txt' },
  { name: 'Emscripten (in PGlite)', license: 'MIT', file: 'emscripten.txt' },
  { name: 'musl (in PGlite)', license: 'MIT', file: 'musl.txt' },
];
const notices = join(import.meta.dirname, 'notices');

export async function writeLicences(root: string, packages: readonly Package[]): Promise<string> {
  const ofPackages = packages.map(async ({ folder, name, version, license }) =>
    section(`${name} ${version}`, license, await readTerms(join(root, folder))),
  );
  const ofParts = compiledIn.map(async ({ name, license, file }) =>
    section(name, license, await readFile(join(notices, file), 'utf8')),
  );
  return [preface, ...(await Promise.all([...ofPackages, ...ofParts]))].join('\n');
}

const section = (title: string, license: string, terms: string): string =>
  `${'='.repeat(80)}\n${title}\nLicence: ${license}\n${'='.repeat(80)}\n\n${terms.trim()}\n`;

/** The files that a package has for it, else the passage of its README; a package with neither is not passed on. */
async function readTerms(folder: string): Promise<string> {
  const names = (await readdir(folder)).sort();
  const files = names.filter((name) => /^(licen[cs]es?|copying|copyright|notice)\b/i.test(name));
  if (files.length > 0)
    return (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).join('\n\n');
  const readme = names.find((name) => /^readme/i.test(name));
  const text = readme === undefined ? '' : await readFile(join(folder, readme), 'utf8');
  const passage = /^#+ licen[cs]e\b.*$/im.exec(text);
  if (!passage || !/copyright/i.test(text.slice(passage.index)))
    throw new Error(`${folder} has no licence text; a release must not hold it without one.`);
  return text.slice(passage.index + passage[0].length);
}
