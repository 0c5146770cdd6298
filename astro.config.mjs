import mdx from '@astrojs/mdx';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { contentReload } from './src/build/content-reload.ts';
import { islands } from './src/build/islands.ts';
import { pageStyles } from './src/build/page-styles.ts';
import { precompress } from './src/build/precompress.ts';
import { searchIndex } from './src/build/search-index.ts';
import { sitemap } from './src/build/sitemap.ts';

// Astro would report each build to its makers. Nothing here asks another host, the builder's machine included.
process.env.ASTRO_TELEMETRY_DISABLED = '1';

export default defineConfig({
  // Set BASE to serve the site below a path: `BASE=/who-says npm run build`.
  base: process.env.BASE ?? '/',
  // Set SITE to where the site will stand: only then do pages name whole addresses, and is there a site map.
  site: process.env.SITE || undefined,
  outDir: process.env.OUT ?? 'dist',
  trailingSlash: 'always',
  markdown: { syntaxHighlight: false },
  integrations: [
    svelte(),
    mdx(),
    contentReload(),
    islands(),
    pageStyles(),
    searchIndex(),
    sitemap(),
    precompress(),
  ],
  build: { inlineStylesheets: 'always' },
  security: {
    csp: {
      directives: ["default-src 'self'", "base-uri 'none'", "form-action 'none'", "object-src 'none'"],
    },
  },
  devToolbar: { enabled: false },
  vite: {
    build: {
      assetsInlineLimit: (path) => (/\.(woff2|svg)$/.test(path) ? false : undefined),
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              // What every exercise needs, as one module: one request, and it compresses better whole. Whatever else of
              // Svelte any component uses comes along, but for what only the report has: no other one spreads its props, or
              // binds what an event says as well.
              codeSplitting: {
                groups: [
                  // Svelte's `{#each}`: no exercise needs it before the first answer, and it is a twentieth of the script.
                  {
                    name: 'lists',
                    test: /svelte\/src\/internal\/client\/dom\/blocks\/each\b/,
                    includeDependenciesRecursively: false,
                  },
                  {
                    name: 'exercise',
                    includeDependenciesRecursively: false,
                    test: /vite\/preload-helper|src\/build\/later|node_modules\/(svelte(?!\/src\/(reactivity\/(set|index)|internal\/client\/(index|dom\/blocks\/(each|html))))|esm-env|clsx|@astrojs\/svelte)\/|src\/(storage\/(attempt(?!-)|draft|database)|domain\/(answer|label|mark(?!-))|ui\/href|exercises\/(Attempt|session|form|painter|key))\b/,
                  },
                  // What only comes with the first answer, as few files as can be: asking for one takes a slow device
                  // as long as painting a reason.
                  {
                    name: 'result',
                    test: /src\/(exercises\/(Label)?(Feedback|ReadOut)(Frame)?\.svelte|ui\/LabelChip|domain\/(article|readout|sureness|tally|mark-labels)|exercises\/(label-key|reasons)\b)/,
                  },
                  { name: 'log', test: /src\/storage\/(log|connection)\b|node_modules\/idb\// },
                ],
              },
            },
          },
        },
      },
    },
  },
});
