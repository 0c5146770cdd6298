import mdx from '@astrojs/mdx';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { contentReload } from './src/build/content-reload.ts';
import { precompress } from './src/build/precompress.ts';
import { preloadIslands } from './src/build/preload-islands.ts';

export default defineConfig({
  // Set BASE to serve the site below a path: `BASE=/who-says npm run build`.
  base: process.env.BASE ?? '/',
  outDir: process.env.OUT ?? 'dist',
  trailingSlash: 'always',
  markdown: { syntaxHighlight: false },
  integrations: [svelte(), mdx(), contentReload(), preloadIslands(), precompress()],
  build: { inlineStylesheets: 'always' },
  security: {
    csp: {
      directives: ["default-src 'self'", "base-uri 'none'", "form-action 'none'", "object-src 'none'"],
    },
  },
  devToolbar: { enabled: false },
  vite: {
    build: {
      modulePreload: false,
      assetsInlineLimit: (path) => (/\.(woff2|svg)$/.test(path) ? false : undefined),
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              // What every exercise needs, as one module: one request, and it compresses better whole.
              codeSplitting: {
                groups: [
                  {
                    name: 'exercise',
                    test: /node_modules\/(svelte|esm-env|clsx|idb|@astrojs\/svelte)\/|src\/(domain|storage|ui|exercises)\/(?!.*(readout|sureness|ReadOut|Feedback|result|LabelChip|early|file)\b)[^/]+$/,
                  },
                ],
              },
            },
          },
        },
      },
    },
  },
});
