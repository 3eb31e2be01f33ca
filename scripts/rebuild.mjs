// npm run rebuild: builds the same sources once more in another folder, and compares the two builds.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, SOURCES } from './build.mjs';
import { environment, listFiles, run, step } from './step.mjs';

const SHOWN = 10;
const NOT_IN_THE_BUILD = ['package.json', 'prisma.config.ts', 'scripts'];

/** Throws where a browser would get something else from a build of the same sources elsewhere. */
export async function rebuild() {
  await build();
  const house = mkdtempSync(join(tmpdir(), 'werkraum-rebuild-'));
  try {
    for (const file of listFiles([...SOURCES, ...NOT_IN_THE_BUILD])) {
      mkdirSync(dirname(join(house, file)), { recursive: true });
      cpSync(file, join(house, file));
    }
    symlinkSync(resolve('node_modules'), join(house, 'node_modules'));
    // Another time zone and language: neither may leave a trace.
    const env = { ...environment, TZ: 'Pacific/Apia', LC_ALL: 'tr_TR.UTF-8' };
    await run('node', ['scripts/build.mjs'], { cwd: house, env });
    const [one, other] = ['.', house].map((at) => readManifest(join(at, 'build/manifest.json')));
    const paths = new Set([...Object.keys(one.files), ...Object.keys(other.files)]);
    const differing = [...paths].filter((path) => one.files[path] !== other.files[path]);
    if (differing.length > 0) {
      const some = differing.slice(0, SHOWN).join('\n  ');
      throw new Error(
        `Two builds of the same sources differ in ${differing.length} files:\n  ${some}\n  …`,
      );
    }
    return paths.size;
  } finally {
    rmSync(house, { recursive: true });
  }
}

const readManifest = (path) => JSON.parse(readFileSync(path, 'utf8'));

const isCommand = import.meta.url === pathToFileURL(process.argv[1]).href;
if (isCommand) {
  await step('Building the same elsewhere', rebuild).then(
    (count) => console.log(`Both builds give browsers the same ${count} files.`),
    (error) => {
      console.error(error.message);
      process.exit(1);
    },
  );
}
