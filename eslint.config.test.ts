import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const eslint = new ESLint();

const script = (specifier: string) => `import { thing } from '${specifier}';\nexport const other = thing;\n`;
const inComponent = {
  ts: script,
  js: (specifier: string) => `export const thing = () => import('${specifier}');\n`,
  svelte: (specifier: string) =>
    `<script lang="ts">\n  import { thing } from '${specifier}';\n</script>\n\n{thing}\n`,
  astro: (specifier: string) => `---\nimport { thing } from '${specifier}';\n---\n\n<p>{thing}</p>\n`,
};

/** What lint says of the imports of a file that imports `specifier`; one in JavaScript does so later. */
async function complaints(file: string, specifier: string): Promise<string[]> {
  const kind = file.split('.').at(-1) as keyof typeof inComponent;
  return faults(file, inComponent[kind](specifier));
}

/** What lint says of imports in a file with this text, and of what a floor may not use. */
async function faults(file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: file });
  return result!.messages
    .filter(({ ruleId }) => /(?:^|\/)no-restricted-/.test(ruleId ?? ''))
    .map(({ message }) => message);
}

test.each([
  ['src/domain/wrong.ts', '#storage/log.ts'],
  ['src/storage/wrong.ts', '#exercises/contract.ts'],
  ['src/ui/Wrong.svelte', '#exercises/contract.ts'],
  ['src/ui/Wrong.astro', '#course/course.ts'],
  ['src/exercises/sort/Wrong.svelte', '#course/course.ts'],
  ['src/exercises/sort/Wrong.astro', '#course/course.ts'],
  ['src/course/wrong.ts', '#teaching/report.ts'],
  ['src/server/wrong.ts', '#course/course.ts'],
  ['src/domain/wrong.ts', '../storage/log.ts'],
  ['src/domain/wrong.js', '#storage/log.ts'],
  ['src/exercises/sort/wrong.ts', '../../course/course.ts'],
])('%s may not import %s', async (file, specifier) => {
  const [message] = await complaints(file, specifier);
  expect(message).toContain(
    'imports run one way, domain < storage < ui < exercises < course < teaching < pages.',
  );
});

test.each([
  ['src/storage/right.ts', '#domain/label.ts'],
  ['src/exercises/right.js', '#storage/log.ts'],
  ['src/exercises/sort/Right.svelte', '../session.svelte.ts'],
  ['src/course/Right.astro', '#exercises/registry.ts'],
  ['src/pages/right.ts', '#course/course.ts'],
  ['src/server/right.ts', '#domain/label.ts'],
])('%s may import %s', async (file, specifier) => {
  expect(await complaints(file, specifier)).toEqual([]);
});

test.each([
  ["export const later = () => import('#course/course.ts');"],
  ['export const later = () => import(`#course/course.ts`);'],
  ["export const later = () => import('../course/course.ts');"],
  ["export type Later = import('#course/course.ts').Course;"],
  ["export type Later = import('../course/course.ts').Course;"],
  ["export const all = import.meta.glob('../course/*.ts');"],
  ["export const all = import.meta.glob(['/src/course/*.ts']);"],
])('a lower floor may not write %s', async (text) => {
  const found = await faults('src/exercises/wrong.ts', text);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain('imports run one way, domain < storage < ui');
});

test.each([
  ["import { readFileSync } from 'node:fs';\nexport const read = readFileSync;", 'nothing of Node'],
  ["import { parse } from 'yaml';\nexport const read = parse;", 'imports no package'],
  ['export const now = () => new Date();', 'knows no clock'],
  ['export const page = () => globalThis.document;', 'The domain is pure'],
])('the domain may not write %s', async (text, message) => {
  expect((await faults('src/domain/wrong.ts', text)).join()).toContain(message);
});

test('the domain may make a day of a text, and its tests may use packages', async () => {
  expect(await faults('src/domain/right.ts', "export const day = () => new Date('2026-01-02');")).toEqual([]);
  expect(
    await faults('src/domain/right.test.ts', "import { test } from 'vitest';\ntest('', () => {});"),
  ).toEqual([]);
});
