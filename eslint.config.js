import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Effects are passed in (services/ports); only src/platform and the composition in src/runtime may reach for them. */
const effectsOnlyInPlatform = [
  { selector: 'ImportDeclaration[source.value=/^(node:)?process$/]', what: 'process' },
  {
    selector: "MemberExpression[object.name='globalThis'][property.name=/^(process|fetch|console)$/]",
    what: 'globals',
  },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", what: 'Date.now' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", what: 'new Date()' },
  { selector: "CallExpression[callee.name='Date']", what: 'Date()' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", what: 'Math.random' },
  { selector: "MemberExpression[property.name='randomUUID']", what: 'crypto.randomUUID' },
  { selector: "ImportSpecifier[imported.name='randomUUID']", what: 'crypto.randomUUID' },
].map(({ selector, what }) => ({
  selector,
  message: `${what} belongs in src/platform or src/runtime; take it as a port.`,
}));

const namedExportsOnly = {
  selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
  message: 'Export by name, so that a thing has one name everywhere.',
};

export default defineConfig(
  { ignores: ['src/generated/', 'dist/', 'release/', 'data/', 'coverage/', '.wrangler/', 'screenshots/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  js.configs.recommended,
  {
    // Configuration, and what must run on any Node: plain JavaScript, outside the type-checked project.
    files: ['**/*.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },

  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', namedExportsOnly],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // An underscore says that a name is there only to be skipped; rest siblings are how a member is left out.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true },
      ],
      // What implements a port is async by its signature, so that whatever it throws becomes a rejection.
      '@typescript-eslint/require-await': 'off',
    },
  },

  {
    // What runs in a browser has the browser's own fetch and no other.
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/runtime/**', 'src/platform/**', 'src/pages/client/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['process', 'fetch', 'console'].map((name) => ({
          name,
          message: `${name} belongs in src/platform or src/runtime; take it as a port.`,
        })),
      ],
      'no-restricted-syntax': ['error', namedExportsOnly, ...effectsOnlyInPlatform],
    },
  },

  {
    // Cloudflare takes the Worker from the default export; vitest its configuration, reporter and global setup.
    files: [
      'src/runtime/worker.ts',
      'test/worker/sealed-worker.ts',
      '*.config.{ts,js}',
      'scripts/test-tally.ts',
      'test/**/global-setup.ts',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },

  {
    // They handle documents whose shape is what they are about to establish: any contract, any reply.
    files: [
      'scripts/generate.ts',
      'scripts/generate/*.ts',
      'scripts/demo.ts',
      'scripts/demo/*.ts',
      'test/**/*.{ts,tsx}',
    ],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },

  {
    // Outside tsconfig's `include`, so that it is linted without types.
    files: ['*.config.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
);
