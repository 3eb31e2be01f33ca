import { backup } from '$lib/platform/db/backup.server';
import { requireDatabase, runCommand, showProgress, withInstallation } from './command';

// npm run backup -- FILE: everything of the installation in one file, while it runs or not.

await runCommand('Usage: npm run backup -- FILE [--data-dir=DIRECTORY]', async (file, settings) => {
  requireDatabase(settings);
  const { rows, files } = await withInstallation(settings, 'use it', (installation) =>
    backup(installation, file, { now: new Date(), onProgress: showProgress('Saving') }),
  );
  const rowCount = Object.values(rows).reduce((sum, count) => sum + count, 0);
  process.stdout.write(`Saved ${rowCount} rows and ${files} files to ${file}.\n`);
});
