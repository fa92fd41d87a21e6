import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import config from '../../vitest.config.ts';
import longConfig from '../../vitest.long.config.ts';
import { importsOf, root } from './imports.ts';

const first = 'src/runtime/sealed-prototypes.ts';
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** What Node runs, as scripts/bundle.ts bundles it, and what a Worker runs. */
const bundled = [...read('scripts/bundle.ts').matchAll(/^ {2}(\w+): '([^']+\.ts)',$/gm)].map(
  ([, name = '', path = '']) => ({ name, path }),
);
const [, workerPath = ''] = /^main = "([^"]+)"$/m.exec(read('wrangler.toml')) ?? [];

describe('what closes the prototypes is the first import of', () => {
  test('more than one entry point', () => {
    expect(bundled.map(({ name }) => name)).toEqual(expect.arrayContaining(['node', 'cli']));
  });

  test.each([...bundled.map(({ path }) => path), workerPath])('%s', (path) => {
    const [from] = importsOf(path).map((one) => one.from ?? '');
    expect(posix.join(posix.dirname(path), from ?? '')).toBe(first);
  });

  test('every test', () => {
    for (const { test: options } of [config, longConfig]) expect(options?.setupFiles).toEqual([first]);
  });

  test('nothing itself, so that nothing runs before it', () => {
    expect(importsOf(first)).toEqual([]);
  });
});

const isPart = (value: ts.Expression): boolean =>
  (ts.isCallExpression(value) && /^__(commonJS|esm)$/.test(value.expression.getText())) ||
  (ts.isObjectLiteralExpression(value) && value.properties.length === 0);
const isOfBundler = (name: string): boolean => /^(__\w+|require)$/.test(name);

/**
 * What a bundle does at its top level before the prototypes are closed. Parts that are CommonJS stand before it, each in
 * a function that runs when it is first required, and so do esbuild's own few lines.
 */
function runBefore(bundle: string, mark: number): string[] {
  const { statements, text } = ts.createSourceFile('bundle.js', bundle, ts.ScriptTarget.Latest, true);
  const isHarmless = (statement: ts.Statement) =>
    ts.isImportDeclaration(statement) ||
    ts.isFunctionDeclaration(statement) ||
    (ts.isVariableStatement(statement) &&
      statement.declarationList.declarations.every(
        ({ name, initializer }) => !initializer || isPart(initializer) || isOfBundler(name.getText()),
      )) ||
    (ts.isExpressionStatement(statement) &&
      ts.isCallExpression(statement.expression) &&
      statement.expression.expression.getText() === '__export') ||
    ts.isEmptyStatement(statement);
  return statements
    .filter((statement) => statement.end <= mark && !isHarmless(statement))
    .map((statement) => text.slice(statement.pos, statement.pos + 100));
}

describe('in the bundle it runs before every other module:', () => {
  test.for(bundled.map(({ name }) => join('dist', `${name}.js`)))('%s', (file, context) => {
    if (!existsSync(join(root, file))) return context.skip(`${file} is not built`);
    const bundle = read(file);
    const mark = bundle.indexOf(`// ${first}`);
    expect(mark).toBeGreaterThan(0);
    expect(runBefore(bundle, mark)).toEqual([]);
  });
});
