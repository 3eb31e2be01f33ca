import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** One address of the program, as the build knows it. */
export interface Route {
  /** "/cohorts/[cohort]/topics": groups in brackets are no part of an address. */
  path: string;
  isPage: boolean;
  /** Methods of an endpoint. */
  methods: string[];
  /** The forms that a page takes; "default" where it takes one only. */
  actions: string[];
}

/** What SvelteKit's build says of itself, as far as it is needed here. */
interface Manifest {
  _: {
    routes: {
      id: string;
      page: { leaf: number } | null;
      endpoint: (() => Promise<Record<string, unknown>>) | null;
    }[];
    nodes: (() => Promise<{ server?: { actions?: Record<string, unknown> } }>)[];
  };
}

/** Every page and endpoint there is. */
export async function everyRoute(): Promise<Route[]> {
  const [file] = globSync('build/server/chunks/manifest.js-*.js');
  const { m: manifest } = (await import(pathToFileURL(resolve(file!)).href)) as { m: Manifest };
  const { routes, nodes } = manifest._;
  return Promise.all(
    routes.map(async ({ id, page, endpoint }) => ({
      path: id.replaceAll(/\/\([a-z]+\)/g, '') || '/',
      isPage: page !== null,
      methods: Object.keys((await endpoint?.()) ?? {}),
      actions: page ? Object.keys((await nodes[page.leaf]!()).server?.actions ?? {}) : [],
    })),
  );
}
