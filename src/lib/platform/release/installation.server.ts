import { createHash } from 'node:crypto';
import { StartupError } from '../startup-error';
import type { Manifest } from './manifest';
import { linkedPages, pageDifferences, type ReceivedPage } from './page';

/** A file may lie on the server in three forms; browsers get one of them. */
const ENCODINGS = ['identity', 'gzip', 'br'];
const FETCHES_AT_ONCE = 12;
const MOST_PAGES = 100;

export interface Comparison {
  /** One sentence for each thing that is not part of the build. */
  differences: string[];
  fileCount: number;
  pageCount: number;
}

/**
 * Fetches every file of the manifest from a running installation, in each form in which browsers can
 * get it, and all pages that links lead to from its first one.
 *
 * @param session the value of a session cookie, to see the pages behind the door as well
 * @throws StartupError `settings_invalid` where nobody answers at that address
 */
export async function installationDifferences(
  installation: URL,
  manifest: Manifest,
  session: string | null,
): Promise<Comparison> {
  const pages = await openPages(installation, session);
  const paths = Object.keys(manifest.files);
  const ofFiles = await inTurns(paths, async (path) => {
    const found = await fileDifference(new URL(path, installation), manifest.files[path]!);
    return found === null ? [] : [`${path} ${found}`];
  });
  const ofPages = pages.flatMap((page) =>
    pageDifferences(page, manifest).map((difference) => `${page.url.pathname} ${difference}`),
  );
  return {
    differences: [...ofFiles.flat(), ...new Set(ofPages)],
    fileCount: paths.length,
    pageCount: pages.length,
  };
}

async function fileDifference(url: URL, wanted: string): Promise<string | null> {
  for (const encoding of ENCODINGS) {
    const response = await get(url, { 'accept-encoding': encoding });
    if (response.status !== 200) return `is missing (${response.status}).`;
    const bytes = new Uint8Array(await response.arrayBuffer());
    const hash = createHash('sha256').update(bytes).digest('hex');
    if (hash !== wanted) return `is another file (as ${encoding}).`;
  }
  return null;
}

async function openPages(installation: URL, session: string | null): Promise<ReceivedPage[]> {
  const waiting = [new URL('/', installation)];
  const seen = new Set<string>();
  const pages: ReceivedPage[] = [];
  while (waiting.length > 0 && pages.length < MOST_PAGES) {
    const url = waiting.shift()!;
    // The same page in the other language, sorted in another way or opened at a place of it.
    if (seen.has(url.pathname)) continue;
    seen.add(url.pathname);
    const page = await openPage(url, session);
    if (page === null) continue;
    seen.add(page.url.pathname);
    pages.push(page);
    waiting.push(...linkedPages(page));
  }
  return pages;
}

/** Null where there is something else than a page, or the way leads to another installation. */
async function openPage(url: URL, session: string | null): Promise<ReceivedPage | null> {
  // "__Host-session" where the installation is reached by https.
  const name = url.protocol === 'https:' ? '__Host-session' : 'session';
  const headers: Record<string, string> = session === null ? {} : { cookie: `${name}=${session}` };
  const response = await get(url, headers, 'follow');
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  const html = await response.text();
  const reached = new URL(response.url);
  if (!isPage || reached.origin !== url.origin) return null;
  return {
    url: reached,
    html,
    contentSecurityPolicy: response.headers.get('content-security-policy'),
    link: response.headers.get('link'),
  };
}

async function get(
  url: URL,
  headers: Record<string, string>,
  redirect: RequestRedirect = 'manual',
): Promise<Response> {
  try {
    return await fetch(url, { headers, redirect });
  } catch (cause) {
    throw new StartupError('settings_invalid', `${url.origin} does not answer.`, { cause });
  }
}

async function inTurns<In, Out>(items: In[], work: (item: In) => Promise<Out>): Promise<Out[]> {
  const results: Out[] = [];
  const entries = items.entries();
  const worker = async () => {
    for (const [index, item] of entries) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: FETCHES_AT_ONCE }, worker));
  return results;
}
