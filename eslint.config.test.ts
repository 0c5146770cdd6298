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
  const [result] = await eslint.lintText(inComponent[kind](specifier), { filePath: file });
  return result!.messages
    .filter((message) => ['no-restricted-imports', 'no-restricted-syntax'].includes(message.ruleId!))
    .map((message) => message.message);
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
