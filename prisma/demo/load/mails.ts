import type { PersonKey } from '../content/types';
import type { Stage } from './stage';

const kindOf = { join: 'invitation', reset: 'password_reset' };

/** What the newest link of this kind that was mailed to somebody ends with. */
export async function mailedToken(
  stage: Stage,
  person: PersonKey,
  path: keyof typeof kindOf,
): Promise<string> {
  const mail = await stage.owner.mail.findFirstOrThrow({
    where: { recipient: stage.person(person).email, kind: kindOf[path] },
    orderBy: { id: 'desc' },
    select: { content: { select: { text: true } } },
  });
  return new RegExp(`/${path}/(\\S+)`).exec(mail.content?.text ?? '')![1]!;
}
