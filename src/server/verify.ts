import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { manifest, manifestDifferences, type Manifest } from '$lib/platform/release/manifest';
import { installationDifferences } from '$lib/platform/release/installation.server';
import { StartupError } from '$lib/platform/startup-error';

// npm run verify -- URL [--manifest FILE]: does this installation give browsers the published program?
// npm run verify -- --manifest FILE: does this checkout build what the manifest tells of?

const USAGE =
  'Usage: npm run verify -- URL [--manifest FILE], or npm run verify -- --manifest FILE to compare the build of this checkout.';
const say = (line: string) => process.stdout.write(`${line}\n`);

async function run(): Promise<boolean> {
  const { url, file } = readArguments();
  const own = await readManifest(fileURLToPath(new URL('../manifest.json', import.meta.url)));
  const wanted = file === null ? own : await readManifest(file);
  if (url === null) return tell('this build', manifestDifferences(wanted, own), wanted);
  const session = process.env.WERKRAUM_SESSION ?? null;
  const { differences, fileCount, pageCount } = await installationDifferences(url, wanted, session);
  say(`Compared ${fileCount} files and ${pageCount} pages of ${url.origin}.`);
  return tell(url.origin, differences, wanted);
}

function tell(what: string, differences: string[], { version, sources }: Manifest): boolean {
  const name = `version ${version} (sources ${sources})`;
  for (const difference of differences) say(`  ${difference}`);
  if (differences.length === 0) say(`What browsers get of ${what} is ${name}, byte for byte.`);
  else say(`${what} differs from ${name} in ${differences.length} places.`);
  return differences.length === 0;
}

function readArguments(): { url: URL | null; file: string | null } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { manifest: { type: 'string' } },
    });
    // npm changes into the directory of package.json; the person meant a file where she stands.
    const file = values.manifest ? resolve(process.env.INIT_CWD ?? '.', values.manifest) : null;
    if (positionals.length > 1 || (positionals.length === 0 && file === null)) throw new Error();
    return { url: positionals[0] ? new URL(positionals[0]) : null, file };
  } catch (cause) {
    throw new StartupError('settings_invalid', USAGE, { cause });
  }
}

async function readManifest(file: string): Promise<Manifest> {
  try {
    return manifest.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new StartupError('settings_invalid', `${file} is no manifest of a build.`, { cause });
  }
}

try {
  process.exit((await run()) ? 0 : 1);
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
