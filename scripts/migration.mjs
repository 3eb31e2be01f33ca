// npm run migration -- NAME: writes the SQL that leads from the migrated schema to the present one.
//
// The engine cannot read a live database, so a copy of the schema that the migrations lead to is
// kept beside them. Row-level security and functions are no part of Prisma's schema: add them to
// the new file by hand. Without the copy, the migration starts from an empty database.
import {
  chmodSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createServer } from 'vite';

const MIGRATIONS = 'prisma/migrations';
const COPY = join(MIGRATIONS, 'datamodel.prisma');

const name = process.argv[2];
if (!/^[a-z][a-z0-9_]*$/.test(name ?? '')) {
  console.error('Usage: npm run migration -- NAME (small letters, digits and underscores)');
  process.exit(1);
}

const schema = globSync('prisma/schema/*.prisma')
  .sort()
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');
const datamodel = (content) => ({ tag: 'schemaDatamodel', files: [{ path: COPY, content }] });
const from = existsSync(COPY) ? datamodel(readFileSync(COPY, 'utf8')) : { tag: 'empty' };

const sql = await difference(from, datamodel(schema));
const timestamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const directory = join(MIGRATIONS, `${timestamp}_${name}`);
mkdirSync(directory);
writeFileSync(join(directory, 'migration.sql'), sql);
writeFileSync(COPY, schema);
console.log(`Written: ${directory}/migration.sql. Read it before you commit it.`);

async function difference(from, to) {
  const vite = await createServer({
    configFile: false,
    appType: 'custom',
    server: { middlewareMode: true, ws: false },
  });
  const load = (file) => vite.ssrLoadModule(`/src/lib/platform/db/${file}`);
  const { startEmbeddedPostgres } = await load('embedded.server.ts');
  const { openSchemaEngine, NO_FILTER } = await load('migrate-engine.server.ts');
  const dataDir = mkdtempSync(join(tmpdir(), 'werkraum-migration-'));
  chmodSync(dataDir, 0o755);
  const log = { info() {}, warn: console.warn, error: console.error };
  // The engine asks a server for its version, even to compare two schemas.
  const postgres = await startEmbeddedPostgres({ dataDir, log });
  const pool = new pg.Pool({ connectionString: postgres.ownerUrl });
  try {
    const { engine } = await openSchemaEngine(pool);
    const options = { script: true, exitCode: null, filters: NO_FILTER };
    const { stdout } = await engine.diff({ from, to, ...options });
    return stdout;
  } finally {
    await pool.end();
    await postgres.stop();
    await vite.close();
    rmSync(dataDir, { recursive: true });
  }
}
