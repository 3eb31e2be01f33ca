import { fileURLToPath } from 'node:url';
import { restore } from '$lib/platform/db/backup-restore.server';
import { runCommand, showProgress, withInstallation } from './command';

// npm run restore -- FILE: puts a backup into an installation that nobody has used yet.

const migrationsDir = fileURLToPath(new URL('../migrations', import.meta.url));

await runCommand(
  'Usage: npm run restore -- FILE [--data-dir=DIRECTORY]',
  async (file, settings) => {
    const { rows, files } = await withInstallation(settings, 'refuse', (installation) =>
      restore(installation, file, {
        migrationsDir,
        isUnusedSql: 'NOT EXISTS (SELECT FROM account)',
        onProgress: showProgress('Restoring'),
      }),
    );
    const rowCount = Object.values(rows).reduce((sum, count) => sum + count, 0);
    process.stdout.write(`Restored ${rowCount} rows and ${files} files from ${file}.\n`);
  },
);
