import { newId } from '$lib/platform/id';
import type { World } from '../factories/world';
import type { AccessTable } from './table';

const administratorOnly = { anonymous: 'sign_in_required', administrator: 'ok', rest: 'not_found' };

async function anInvitationMail({ owner, clock }: World, state: 'sent' | 'failed') {
  const id = newId();
  const content = { subject: 'Einladung', text: 'Guten Tag', html: '', headers: {} };
  await owner.mail.create({
    data: {
      id,
      recipient: 'neu@example.org',
      kind: 'invitation',
      state,
      createdAt: clock.now(),
      content: { create: content },
    },
  });
  return { mailId: id };
}

export const table: AccessTable = {
  'operations.overview': { input: () => ({}), expected: administratorOnly },
  'operations.mail': {
    input: (world) => anInvitationMail(world, 'sent'),
    expected: administratorOnly,
  },
  'operations.retryMail': {
    input: (world) => anInvitationMail(world, 'failed'),
    expected: administratorOnly,
  },
};
