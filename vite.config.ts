import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { paraglide } from './paraglide.config.mjs';

export default defineConfig(({ command }) => ({
  // A build finds the messages compiled already (scripts/prepare.mjs).
  plugins: [sveltekit(), command === 'serve' && paraglideVitePlugin(paraglide)],
  // SvelteKit needs cookie 0.6, Fastify's plugin 2: left outside the bundle, SvelteKit would get the wrong one.
  ssr: { noExternal: ['cookie'] },
}));
