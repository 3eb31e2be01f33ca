import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { paraglide } from './paraglide.config.mjs';

export default defineConfig(({ command }) => ({
  // A build finds the messages compiled already (scripts/prepare.mjs).
  plugins: [sveltekit(), command === 'serve' && paraglideVitePlugin(paraglide)],
}));
