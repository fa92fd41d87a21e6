/** The packages of npm that a release holds, and whether they are those of the lock file. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type Package = Readonly<{ folder: string; name: string; version: string; license: string }>;
type Manifest = Readonly<{ name: string; version: string; license?: string }>;
type Lock = Readonly<{ packages: Readonly<Record<string, Readonly<{ version?: string }>>> }>;

/** A package's folder in a path; the innermost one, where a package has packages of its own. */
const packageFolder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;

const readJson = async <T>(path: string): Promise<T> => JSON.parse(await readFile(path, 'utf8')) as T;

/**
 * The packages of these files; those whose code the generator has folded into the validators; and every dependency of
 * package.json, because some (the fonts) come in as data that the generator has made of them.
 */
export async function findPackages(root: string, files: readonly string[]): Promise<readonly Package[]> {
  const { dependencies } = await readJson<{ dependencies: Record<string, string> }>(join(root, 'package.json'));
  const validators = await readFile(join(root, 'src/generated/validators.js'), 'utf8');
  const folded = [...validators.matchAll(/^\/\/ (node_modules\/\S+)$/gm)].map(([, path = '']) => path);
  const declared = Object.keys(dependencies).map((name) => `node_modules/${name}`);
  const folders = [...files, ...folded, ...declared].flatMap((path) => packageFolder.exec(path)?.[0] ?? []);
  const packages = await Promise.all([...new Set(folders)].map((folder) => readPackage(root, folder)));
  return packages.sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

async function readPackage(root: string, folder: string): Promise<Package> {
  const { name, version, license = 'not declared' } = await readJson<Manifest>(join(root, folder, 'package.json'));
  return { folder, name, version, license };
}

/** One sentence for each package that is not installed as package-lock.json says. */
export async function compareWithLock(root: string, packages: readonly Package[]): Promise<readonly string[]> {
  const lock = await readJson<Lock>(join(root, 'package-lock.json'));
  return packages.flatMap(({ folder, version }) => {
    const locked = lock.packages[folder]?.version;
    return locked === version ? [] : [`${folder} is ${version}, and package-lock.json says ${locked ?? 'nothing'}.`];
  });
}
