import type { Job } from '$lib/access/job';

/** Attempts older than this are forgiven long since. */
const ATTEMPT_DAYS = 2;

/** Throws away what has run out: sessions, links, challenges, counted attempts. */
const tidy: Job = {
  queue: 'account.tidy',
  cron: '23 3 * * *',
  async run({ db, clock }) {
    const now = clock.now();
    const longAgo = new Date(now.getTime() - ATTEMPT_DAYS * 86_400_000);
    await db.$executeRaw`SELECT app.session_end_expired(${now}::timestamptz),
      app.account_link_forget_expired(${now}::timestamptz),
      app.passkey_challenge_forget_expired(${now}::timestamptz),
      app.attempt_forget_before(${longAgo}::timestamptz)`;
  },
};

export const accountJobs: Job[] = [tidy];
