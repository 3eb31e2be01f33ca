import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Words that stand in quotation marks in a Content-Security-Policy; hosts and policy names do not. */
const KEYWORDS = /^(self|none|script|unsafe-.+|wasm-unsafe-.+)$/;
/** The same file once more, packed beforehand. */
const PACKED = /\.(br|gz)$/;

/**
 * Writes down everything that a browser gets of this build: each file with its SHA-256, and what the
 * pages allow it to run. `npm run verify` compares a running installation with it.
 */
export async function writeManifest(buildDir, sources) {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const clientDir = join(buildDir, 'client');
  const files = readdirSync(clientDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !PACKED.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [`/${relative(clientDir, path).split(sep).join('/')}`, sha256(path)])
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const manifest = {
    version,
    sources,
    contentSecurityPolicy: await contentSecurityPolicy(),
    files: Object.fromEntries(files),
  };
  writeFileSync(join(buildDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

const sha256 = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');

async function contentSecurityPolicy() {
  // Only now: on a new machine its packages are installed after this file was read.
  const { default: svelteConfig } = await import('../svelte.config.js');
  const quoted = (word) => (KEYWORDS.test(word) ? `'${word}'` : word);
  const { directives } = svelteConfig.kit.csp;
  return Object.fromEntries(
    Object.entries(directives).map(([name, words]) => [name, words.map(quoted)]),
  );
}
