import pg from 'pg';
import { startEmbeddedPostgres } from './embedded.server';

// A program that writes rows until it is killed, and names each one once the database has confirmed it.
const log = { info() {}, warn() {}, error() {} };
const { ownerUrl } = await startEmbeddedPostgres({ dataDir: process.argv[2]!, log });
const pool = new pg.Pool({ connectionString: ownerUrl });
pool.on('error', () => {});
await pool.query('CREATE TABLE IF NOT EXISTS written (id int PRIMARY KEY)');
for (let id = 1; ; id += 1) {
  const isConfirmed = await pool.query('INSERT INTO written VALUES ($1)', [id]).then(
    () => true,
    () => false,
  );
  if (isConfirmed) process.stdout.write(`${id}\n`);
}
