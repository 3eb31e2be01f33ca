// npm run release-manifest: puts the manifest of this build into releases/, under its version.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';

await build().catch((error) => {
  console.error(error.message);
  process.exit(1);
});

const manifest = readFileSync('build/manifest.json', 'utf8');
const { version } = JSON.parse(manifest);
const file = join('releases', `${version}.json`);
if (existsSync(file) && readFileSync(file, 'utf8') !== manifest) {
  console.error(
    `${file} tells of another build. Installations are compared with it, so it stays as it is: raise the version in package.json first.`,
  );
  process.exit(1);
}
mkdirSync('releases', { recursive: true });
writeFileSync(file, manifest);
console.log(`${file} holds what a browser gets of version ${version}. Commit it with the release.`);
