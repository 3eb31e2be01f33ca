import { resetSecondFactorOnMachine } from '$lib/account/second-factor/commands.server';
import { systemClock } from '$lib/platform/clock';
import { withClient } from '$lib/platform/db/connect.server';
import { StartupError } from '$lib/platform/startup-error';
import { requireDatabase, runCommandWith, withInstallation } from './command';

// npm run reset-second-factor -- ADDRESS REASON: the way back for an only administrator who has lost it.
// Whoever may run this may read the database too: it opens nothing that was closed.

await runCommandWith(
  'Usage: npm run reset-second-factor -- ADDRESS "REASON" [--data-dir=DIRECTORY]',
  2,
  async ([email, reason], settings) => {
    requireDatabase(settings);
    const isReset = await withInstallation(settings, 'use it', ({ ownerUrl }) =>
      withClient(ownerUrl, (client) =>
        resetSecondFactorOnMachine(client, systemClock, { email: email!, reason: reason! }),
      ),
    );
    if (!isReset) throw new StartupError('settings_invalid', `There is no account for ${email}.`);
    process.stdout.write(
      `The second factor of ${email} is reset. Sign in with the password, and set up a new one within 7 days.\n`,
    );
  },
);
