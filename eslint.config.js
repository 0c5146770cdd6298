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

const folders = [...floors, ...Object.keys(beside)];

/** Files in `src/<folder>` may import from the floors in `allowed` only, and from their own folder. */
function mayImport(folder, allowed) {
  const forbidden = folders.filter((name) => name !== folder && !allowed.includes(name)).join('|');
  const rule = `src/${folder} may import from ${[...allowed, folder].join(', ')} only: imports run one way, ${floors.join(' < ')}.`;
  // Slashes by their number: the rule on syntax has them in a regular expression between slashes.
  const higher = `^#(?:${forbidden})(?:\\u002f|$)`;
  const byPath = `^(?:(?:\\.\\.\\u002f)+|\\u002fsrc\\u002f)(?:${folders.join('|')})\\u002f`;
  const byName = `Reach another folder by its name: #domain/label.ts. ${rule}`;
  return {
    files: [`src/${folder}/**/*.${code}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: higher, message: rule },
            { regex: byPath, message: byName },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        // What is loaded later, or for its types alone, is imported all the same.
        ...['ImportExpression', 'TSImportType', 'CallExpression[callee.object.type=MetaProperty]'].flatMap(
          (kind) =>
            [
              [higher, rule],
              [byPath, byName],
            ].flatMap(([pattern, message]) => [
              { selector: `${kind} Literal[value=/${pattern}/]`, message },
              { selector: `${kind} TemplateElement[value.raw=/${pattern}/]`, message },
            ]),
        ),
        ...(folder === 'domain' ? [clock] : []),
      ],
    },
  };
}

const clock = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'The domain knows no clock: take the time as an argument.',
};

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
    ignores: ['**/*.test.ts', 'src/domain/samples/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'globalThis',
          'self',
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
      // As a rule of its own, for `no-restricted-imports` has what stands below.
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^[^.#]',
              message: 'The domain is pure: it imports no package and nothing of Node.',
            },
          ],
        },
      ],
    },
  },
  ...floors.map((floor, at) => mayImport(floor, floors.slice(0, at))),
  ...Object.entries(beside).map(([folder, allowed]) => mayImport(folder, allowed)),
);
