import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a build has written, by file. */
type Chunks = Readonly<Record<string, { readonly imports?: readonly string[] }>>;

/** What imports modules later. */
const later = fileURLToPath(new URL('later.ts', import.meta.url));

/**
 * Plugins for how modules come in a browser:
 *
 * - Those that are imported later are fetched first, by `later.ts`, in the place of Vite's helper. That would go on where
 *   they do not come, and would fetch styles, which here stand in the page.
 * - `astro.config.mjs` may leave modules out of a group that imports them.
 * - What a page loads it needs. Chromium compiles it all while it comes, on a thread of its own, and not bit by bit in the
 *   midst of waking, which takes a slow device twice as long. It has to be told so in the first line.
 */
export function modules() {
  let chunks: Chunks = {};
  const resolveDependencies = (file: string, _: unknown, { hostId }: { readonly hostId: string }) => {
    const there = closure(hostId, chunks);
    return [...closure(file, chunks)].filter((each) => !there.has(each));
  };
  const inBrowser = ({ name }: { readonly name: string }) => name === 'client';
  return [
    {
      name: 'modules-later',
      enforce: 'pre' as const,
      applyToEnvironment: inBrowser,
      // Here, for Astro sets it in the configuration.
      configEnvironment: (name: string) =>
        inBrowser({ name })
          ? {
              build: {
                modulePreload: { polyfill: false, resolveDependencies },
                rolldownOptions: {
                  // A group of modules can then leave out some of what they import.
                  preserveEntrySignatures: 'allow-extension' as const,
                  // Else it would import it all the same, for what that does by merely being there: nothing.
                  treeshake: {
                    moduleSideEffects: (id: string) =>
                      !/svelte\/src\/internal\/client\/(index|dom)\b/.test(id),
                  },
                },
              },
            }
          : undefined,
      load: (id: string) =>
        id === '\0vite/preload-helper.js'
          ? `export { later as __vitePreload } from ${JSON.stringify(later)};`
          : undefined,
      generateBundle: {
        order: 'pre' as const,
        handler: (_: unknown, bundle: Chunks) => void (chunks = bundle),
      },
    },
    {
      name: 'modules-compiled',
      applyToEnvironment: inBrowser,
      generateBundle: {
        order: 'post' as const,
        handler: (_: unknown, bundle: Readonly<Record<string, { code?: string }>>) => {
          for (const chunk of Object.values(bundle))
            if (chunk.code !== undefined)
              chunk.code = `//# allFunctionsCalledOnLoad\n${withFilesInPlace(chunk.code)}`;
        },
      },
    },
  ];
}

/** A file and the modules it imports statically, however deep. */
function closure(file: string, chunks: Chunks, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  chunks[file]?.imports?.forEach((each) => closure(each, chunks, found));
  return found;
}

/**
 * A module as Vite writes it, the files that come before an import named where it stands: Vite has one list of them and a
 * function that reads it, more than all that it lists. All modules are in one folder.
 *
 * @throws where the list is not as it was expected
 */
export function withFilesInPlace(code: string): string {
  if (!code.includes('__vite__mapDeps')) return code;
  const list = /const __vite__mapDeps=.*?m\.f=(\[.*?\]).*\n/.exec(code);
  if (!list) throw new Error('Vite no longer lists files as `withFilesInPlace` reads them.');
  const files = JSON.parse(list[1]!) as readonly string[];
  return code
    .replace(list[0], '')
    .replaceAll(/__vite__mapDeps\((\[[\d,]*\])\)/g, (_, places: string) =>
      JSON.stringify((JSON.parse(places) as number[]).map((place) => `./${posix.basename(files[place]!)}`)),
    );
}
