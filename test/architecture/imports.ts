import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** `from` is absent where the place is computed; `names` are what a static import takes by name. */
export type Import = Readonly<{ from: string | undefined; typeOnly: boolean; names: readonly string[] }>;

export const root = join(import.meta.dirname, '../..');

/** Every source file under src/, as paths from the root with forward slashes. */
export function sourceFiles(): string[] {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|js)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** Every way in which a file can name another: static, re-exporting, dynamic, `import()` types and `require`. */
export function importsOf(path: string): Import[] {
  const text = readFileSync(join(root, path), 'utf8');
  return importsIn(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
}

export function importsIn(source: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const literal = (node: ts.Node | undefined) => (node && ts.isStringLiteralLike(node) ? node.text : undefined);
  const add = (place: ts.Node | undefined, typeOnly: boolean, names: readonly string[] = []) =>
    found.push({ from: literal(place), typeOnly, names });

  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const bindings = node.importClause?.namedBindings;
      const elements = bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : [];
      const typeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
      add(
        node.moduleSpecifier,
        typeOnly,
        elements.map(({ propertyName, name }) => (propertyName ?? name).text),
      );
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      add(node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node)) {
      add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    } else if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
      add(node.moduleReference.expression, node.isTypeOnly);
    } else if (ts.isCallExpression(node) && isImportingCall(node.expression)) {
      add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isImportingCall(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');
}
