import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

/** The floors of the house, lowest first. A file imports from its own floor and from those before it. */
const floors = ['domain', 'storage', 'ui', 'exercises', 'course', 'teaching', 'pages'];

/** Beside the stack: what each of these may import of it. */
const beside = { server: ['domain'], build: [] };

const code = '{ts,js,svelte,astro}';

/** Files in `src/<folder>` may import from the floors in `allowed` only, and from their own folder. */
function mayImport(folder, allowed) {
  const forbidden = [...floors, ...Object.keys(beside)]
    .filter((name) => name !== folder && !allowed.includes(name))
    .join('|');
  const rule = `src/${folder} may import from ${[...allowed, folder].join(', ')} only: imports run one way, ${floors.join(' < ')}.`;
  return {
    files: [`src/${folder}/**/*.${code}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: `^#(?:${forbidden})(?:/|$)`, message: rule },
            {
              regex: `^(?:\\.\\./)+(?:${[...floors, ...Object.keys(beside)].join('|')})/`,
              message: `Reach another folder by its name: #domain/label.ts. ${rule}`,
            },
          ],
        },
      ],
      // What is loaded later is imported all the same.
      'no-restricted-syntax': [
        'error',
        { selector: `ImportExpression > Literal[value=/^#(?:${forbidden})(?:\\u002f|$)/]`, message: rule },
      ],
    },
  };
}

export default ts.config(
  {
    ignores: [
      'dist/',
      '.astro/',
      'node_modules/',
      'test-results/',
      'playwright-report/',
      'src/course/samples/',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  ...astro.configs.recommended,
  ...(astro.configs['jsx-a11y-strict'] ?? []),
  {
    files: ['**/*.ts', '**/*.js', '**/*.mjs', '**/*.svelte', '**/*.astro'],
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      // TypeScript knows better which names exist.
      'no-undef': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_$', varsIgnorePattern: '^_$' }],
      'no-console': ['error', { allow: ['error'] }],
    },
  },
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser } } },
  { files: ['src/server/**', 'src/course/check.ts', 'e2e/**'], rules: { 'no-console': 'off' } },
  {
    files: ['src/domain/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'window',
          'document',
          'navigator',
          'localStorage',
          'fetch',
          'process',
          'performance',
          'crypto',
        ].map((name) => ({
          name,
          message: 'The domain is pure: no browser, no Node. Take what you need as an argument.',
        })),
      ],
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'random',
          message: 'The domain knows no chance: take a generator as an argument.',
        },
        {
          object: 'Date',
          property: 'now',
          message: 'The domain knows no clock: take the time as an argument.',
        },
      ],
    },
  },
  ...floors.map((floor, at) => mayImport(floor, floors.slice(0, at))),
  ...Object.entries(beside).map(([folder, allowed]) => mayImport(folder, allowed)),
);
