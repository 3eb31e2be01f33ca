import type { Job } from '$lib/access/job';

/** The log of mails names people: it is kept as long as somebody may ask why a mail did not come. */
const KEPT_DAYS = 90;
const DAY_MS = 86_400_000;

const tidy: Job = {
  queue: 'mail.tidy',
  cron: '40 3 * * *',
  async run({ db, clock }) {
    const before = new Date(clock.now().getTime() - KEPT_DAYS * DAY_MS);
    await db.mail.deleteMany({
      where: { state: { in: ['sent', 'failed'] }, createdAt: { lt: before } },
    });
  },
};

export const operationsJobs: Job[] = [tidy];
