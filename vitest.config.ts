import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { policyFlips } from './tests/access/policy-flips.ts';

const resolve = { alias: { $lib: fileURLToPath(new URL('./src/lib', import.meta.url)) } };

export default defineConfig({
  test: {
    // Both cores of a small machine: much of a test's time is the database's.
    maxWorkers: 2,
    projects: [
      {
        resolve,
        plugins: [svelte()],
        test: { name: 'unit', include: ['src/**/*.test.ts', 'prisma/**/*.test.ts'] },
      },
      {
        resolve,
        plugins: [policyFlips()],
        test: {
          name: 'access',
          include: ['tests/{access,db}/**/*.test.ts'],
          globalSetup: 'tests/postgres.setup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve,
        // The built pages run beside the tests, in one process: their queries can be counted.
        test: {
          name: 'http',
          include: ['tests/http/**/*.test.ts'],
          globalSetup: 'tests/postgres.setup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          server: { deps: { external: [/\/builds?\//] } },
        },
      },
      {
        resolve,
        test: {
          name: 'program',
          include: ['tests/program/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Each file starts servers of its own.
          fileParallelism: false,
        },
      },
    ],
  },
});
