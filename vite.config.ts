import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { paraglide } from './paraglide.config.mjs';

/**
 * The room of a message, and of the components that the topic's and the cohort's pages share; what is
 * for writing stays apart, since most people read.
 */
const roomOf = (id: string): string | null =>
  /src\/lib\/(?:paraglide\/messages\/([a-z]+)_|(topic|cohort|ui)\/(?!.*(?:Editor|Fields?)\.svelte).*\.svelte)/
    .exec(id)
    ?.slice(1)
    .find(Boolean) ?? null;

export default defineConfig(({ command, isSsrBuild }) => ({
  // A build finds the messages compiled already (scripts/prepare.mjs).
  plugins: [sveltekit(), command === 'serve' && paraglideVitePlugin(paraglide)],
  build: isSsrBuild
    ? {}
    : {
        rolldownOptions: {
          output: {
            // What many pages share is fetched as one, what some pages of a room share as another: a
            // hundred crumbs compress worse, and each has to be asked for.
            codeSplitting: {
              groups: [
                {
                  name: 'shared',
                  minShareCount: 8,
                  test: /node_modules\/(svelte|@sveltejs\/kit|devalue|@lucide)\/|src\/lib\/(ui|paraglide)\//,
                },
                { name: roomOf, minShareCount: 2 },
              ],
            },
          },
        },
      },
  // SvelteKit needs cookie 0.6, Fastify's plugin 2: left outside the bundle, SvelteKit would get the wrong one.
  ssr: { noExternal: ['cookie'] },
}));
