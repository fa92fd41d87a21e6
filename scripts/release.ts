/**
 * Makes a folder from which Node 24 alone runs the service and its command line: `npm run release [-- FOLDER]`.
 * Of one commit and its lock file every machine makes the same bytes; SHA256SUMS says which.
 */
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { bundle, writeBundle } from './bundle.ts';
import { findEmbeddedDatabase, importsOfEmbeddedDatabase } from './release/embedded-database.ts';
import { refuseForeignFolder, sealFolder } from './release/folder.ts';
import { writeLicences } from './release/licences.ts';
import { compareWithLock, findPackages } from './release/packages.ts';
import { findUnpatched } from './release/patches.ts';

const root = join(import.meta.dirname, '..');
const folder = resolve(process.argv[2] ?? join(root, 'release'));
const maxBytes = 80_000_000;
const inMegabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
const alongside = ['LICENSE', 'CHANGELOG.md', 'docs', 'deploy'];

type Project = Readonly<Record<'name' | 'version' | 'description' | 'license', string>>;

await refuseForeignFolder(folder).then(release).catch(refuse);

/** Beside the folder first, so that a release is whole or not there. */
async function release(): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const partial = await mkdtemp(`${folder}-partial-`);
  try {
    const packages = await fill(partial);
    const { bytes, digest } = await sealFolder(partial);
    if (bytes > maxBytes) throw new Error(`it would have ${inMegabytes(bytes)}, over ${inMegabytes(maxBytes)}.`);
    await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
    console.log(`${folder}: ${inMegabytes(bytes)}, ${packages} packages, sha256 of SHA256SUMS ${digest}`);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

function refuse(error: unknown): void {
  console.error(`No release was made: ${(error as Error).message}`);
  process.exitCode = 1;
}

/** How many packages went in. */
async function fill(target: string): Promise<number> {
  const bundled = await bundle(['node', 'cli', 'canonizer']);
  const database = await findEmbeddedDatabase(root, importsOfEmbeddedDatabase(bundled.metafile));
  const packages = await findPackages(root, [...Object.keys(bundled.metafile.inputs), ...database]);
  const faults = [...(await compareWithLock(root, packages)), ...(await findUnpatched(root))];
  if (faults.length > 0) throw new Error(`${faults.join(' ')} Run npm ci first.`);
  await writeBundle(bundled, target);
  for (const path of [...database, ...alongside]) await cp(join(root, path), join(target, path), { recursive: true });
  await writeFile(join(target, 'THIRD-PARTY-LICENSES'), await writeLicences(root, packages));
  await writeFile(join(target, 'package.json'), await writeManifest());
  await writeFile(join(target, 'README.md'), await writeReadme());
  return packages.length;
}

/** No dependencies: there is nothing to install. */
async function writeManifest(): Promise<string> {
  const project = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Project;
  const { name, version, description, license } = project;
  const scripts = { start: 'node --enable-source-maps dist/node.js', cli: 'node dist/cli.js' };
  const manifest = { name, version, description, license, private: true, type: 'module', engines: { node: '>=24' } };
  return `${JSON.stringify({ ...manifest, scripts }, null, 2)}\n`;
}

/** What the README says of production; the rest of it is about the sources. */
async function writeReadme(): Promise<string> {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const production = /^## In production$[\s\S]*?(?=^## )/m.exec(readme)?.[0];
  if (production === undefined) throw new Error('README.md has no section "In production".');
  return `# mikromerit\n\n${production.trim()}\n`;
}
