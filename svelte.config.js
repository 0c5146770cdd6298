import { vitePreprocess } from '@astrojs/svelte';

/** @type {import('@astrojs/svelte').SvelteConfig} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: {
    discloseVersion: false,
    // The class stands on every element of a component: a short one keeps the pages small.
    cssHash: ({ hash, filename, css }) => `s${hash(filename === '(unknown)' ? css : filename).slice(0, 4)}`,
  },
};
