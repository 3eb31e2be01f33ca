import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { AppError } from '$lib/platform/errors';
import { publish } from '$lib/platform/events.server';
import { MAIL_EVENT } from '$lib/platform/mail.server';
import { mayOperate } from './policy';
import type { OfMail } from './schema';

/**
 * Lets a failed mail be tried again, now.
 *
 * @throws AppError `mail_not_failed` where it has left, or its text is gone
 */
export async function retryMail({ db, actor }: PersonScope, { mailId }: OfMail): Promise<void> {
  ensure(mayOperate(actor));
  const { count } = await db.mail.updateMany({
    where: { id: mailId, state: 'failed' },
    data: { state: 'waiting', attempts: 0, error: null, nextAttemptAt: null },
  });
  if (count === 0) throw new AppError('mail_not_failed');
  await publish(db, MAIL_EVENT);
}
