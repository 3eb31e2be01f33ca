import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { paraglide } from './paraglide.config.mjs';

export default defineConfig(({ command, isSsrBuild }) => ({
  // A build finds the messages compiled already (scripts/prepare.mjs).
  plugins: [sveltekit(), command === 'serve' && paraglideVitePlugin(paraglide)],
  build: isSsrBuild
    ? {}
    : {
        rolldownOptions: {
          output: {
            // What many pages share is fetched as one: a hundred crumbs compress worse, and each asks.
            codeSplitting: {
              groups: [
                {
                  name: 'shared',
                  minShareCount: 5,
                  test: /node_modules\/(svelte|@sveltejs\/kit|@lucide)\/|src\/lib\/(ui|paraglide)\//,
                },
              ],
            },
          },
        },
      },
  // SvelteKit needs cookie 0.6, Fastify's plugin 2: left outside the bundle, SvelteKit would get the wrong one.
  ssr: { noExternal: ['cookie'] },
}));
