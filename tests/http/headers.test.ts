import { globSync } from 'node:fs';
import { relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHttp, type Http } from '../factories/http';
import { openWorld, type World } from '../factories/world';

let world: World;
let http: Http;
beforeAll(async () => {
  world = await openWorld();
  http = await openHttp(world);
});
afterAll(async () => {
  await http?.close();
  await world?.close();
});

const policyOf = async (path: string): Promise<string> =>
  (await http.get('member', path)).headers.get('content-security-policy') ?? '';

describe('what may run', () => {
  it('on a page: scripts of the installation, through Trusted Types', async () => {
    for (const path of ['/account', '/help', '/nowhere']) {
      const policy = await policyOf(path);
      expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval'( 'nonce-[\w+/=]{24}')?;/);
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).toMatch(/trusted-types svelte-trusted-html sveltekit-trusted-url$/);
      expect(policy).not.toMatch(/script-src[^;]*(unsafe-inline|https?:|\*)/);
    }
  });

  it('in a worker: its own scripts, and it reaches nobody', async () => {
    const workers = globSync('build/client/_app/immutable/workers/*.js');
    expect(workers.length).toBeGreaterThan(0);
    for (const file of workers) {
      const policy = await policyOf(`/${relative('build/client', file)}`);
      expect(policy).toBe("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'");
    }
  });

  it('in the worker of a workshop’s day: nothing else, and it reaches the installation', async () => {
    expect(await policyOf('/day-worker.js')).toBe("default-src 'none'; connect-src 'self'");
  });

  it('in everything else: nothing', async () => {
    for (const path of ['/health', '/trpc/text.help', '/account/data.json', '/favicon.svg'])
      expect(await policyOf(path)).toBe("default-src 'none'; frame-ancestors 'none'");
  });
});
