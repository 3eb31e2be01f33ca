import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const PROGRAMS = ['main', 'count', 'backup', 'restore', 'verify', 'reset-second-factor'];

// The Fastify side of the build: our own sources in one bundle, packages stay in node_modules.
// It lies beside SvelteKit's own server files, which keep their names.
export default defineConfig({
  publicDir: false,
  resolve: { alias: { $lib: fileURLToPath(new URL('./src/lib', import.meta.url)) } },
  ssr: { external: true },
  build: {
    ssr: true,
    target: 'node22',
    sourcemap: true,
    outDir: `${process.env.WERKRAUM_BUILD_DIR ?? 'build'}/server`,
    emptyOutDir: false,
    rolldownOptions: {
      input: Object.fromEntries(PROGRAMS.map((name) => [name, `src/server/${name}.ts`])),
      output: { chunkFileNames: 'program/[name]-[hash].js' },
    },
  },
});
