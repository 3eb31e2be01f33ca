import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAll } from '$lib/platform/files/store.server';
import { newId } from '$lib/platform/id';
import { uploadJobs } from '$lib/upload/jobs.server';
import { objectToRead } from '$lib/upload/queries.server';
import { openAttachment, sealAttachment, type Attachment } from '$lib/vault/attachment';
import { write } from '$lib/consultation/thread/open';
import { methodOf } from '$lib/consultation/engine/methods';
import {
  aRunningConsultation,
  asSent,
  opened,
  outcome,
  written,
  type Ref,
} from '../factories/consultation';
import { aStoredFile, objectsOf } from '../factories/files';
import { workOff } from '../factories/notice';
import { openWorld, type ActorKind, type World } from '../factories/world';

const SECRET = Buffer.from('Lageplan der Begegnungsstätte');

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

type Who = Exclude<ActorKind, 'anonymous'>;

const api = async (who: ActorKind) => (await world.as(who)).consultation;

/** A sealed file of this person, uploaded, and what a contribution says of it. */
async function aSealedFile(who: Who): Promise<Attachment> {
  const { blob, ...said } = await sealAttachment(SECRET);
  const file = await aStoredFile(world, who, { bytes: Buffer.from(blob), accept: 'sealed' });
  return {
    ...said,
    fileId: file.id,
    name: 'plan.pdf',
    mediaType: 'application/pdf',
    size: SECRET.length,
  };
}

/** A telling with a file beside it. */
async function withFile(ref: Ref, who: Who, attachment: Attachment) {
  const { page, thread, keys } = await opened(world, who, ref);
  const { method, phase, round } = page.engine;
  const place = { method, phase: methodOf(method).phases[phase]!.key, round, kind: 'statement' };
  const attachments = [attachment];
  const contribution = asSent(await write(thread, keys, place, 'Hier ist er.', { attachments }));
  return { ...ref, contribution, fileIds: [attachment.fileId] };
}

/** The bytes of a sealed file, as this person's browser would fetch them; null where it is not there. */
const fetched = (who: ActorKind, fileId: string): Promise<Buffer | null> =>
  world
    .scopeAs(who, (scope) => objectToRead(scope, { cohortId: world.cohortA, fileId, width: null }))
    .then(
      ({ key }) => readAll(world.services.files, key),
      () => null,
    );

describe('a file beside a contribution', () => {
  it('is fetched and opened by the circle, and by nobody else', async () => {
    const ref = await aRunningConsultation(world);
    const attachment = await aSealedFile('member');
    await (await api('member')).contribute(await withFile(ref, 'member', attachment));
    const { thread } = await opened(world, 'otherTeam', ref);
    const said = thread.contributions.at(-1)!.attachments;
    expect(said).toEqual([attachment]);
    const bytes = await fetched('otherTeam', said[0]!.fileId);
    const plain = await openAttachment(new Uint8Array(bytes!), said[0]!);
    expect(Buffer.from(plain).equals(SECRET)).toBe(true);
    for (const who of [
      'organiser',
      'expert',
      'administrator',
      'outsider',
      'former',
      'anonymous',
    ] as const)
      expect(await fetched(who, attachment.fileId), who).toBeNull();
  });

  it('is an own sealed upload, and no other', async () => {
    const ref = await aRunningConsultation(world);
    const foreign = await aSealedFile('otherTeam');
    const attempt = async (attachment: Attachment) =>
      outcome((await api('member')).contribute(await withFile(ref, 'member', attachment)));
    expect(await attempt(foreign)).toBe('not_found');
    expect(await attempt({ ...foreign, fileId: newId() })).toBe('not_found');
    const readable = await aStoredFile(world, 'member');
    expect(await attempt({ ...foreign, fileId: readable.id })).toBe('file_kind_wrong');
    // What was refused has left nothing in the thread.
    expect(await attempt(await aSealedFile('member'))).toBe('ok');
  });

  it('goes when it is taken back', async () => {
    const ref = await aRunningConsultation(world);
    const attachment = await aSealedFile('member');
    const { contribution } = await withFile(ref, 'member', attachment);
    await (await api('member')).contribute({ ...ref, contribution, fileIds: [attachment.fileId] });
    await (
      await api('member')
    ).withdraw({
      ...(await written(world, 'member', ref, 'withdrawal', contribution.id)),
      contributionId: contribution.id,
    });
    expect(await fetched('otherTeam', attachment.fileId)).toBeNull();
    expect(await world.owner.storedFile.count({ where: { id: attachment.fileId } })).toBe(0);
  });

  it('is out of reach for whoever was taken out of the circle', async () => {
    const ref = await aRunningConsultation(world);
    const attachment = await aSealedFile('member');
    await (await api('member')).contribute(await withFile(ref, 'member', attachment));
    const { accountId } = world.people.otherTeam;
    expect(await fetched('otherTeam', attachment.fileId)).not.toBeNull();
    await (await api('member')).removeParticipant({ ...ref, accountId });
    expect(await fetched('otherTeam', attachment.fileId)).toBeNull();
  });

  it('is destroyed with its consultation, in an archive too', async () => {
    const ref = await aRunningConsultation(world);
    const attachment = await aSealedFile('member');
    await (await api('member')).contribute(await withFile(ref, 'member', attachment));
    const { key } = await world.owner.storedObject.findFirstOrThrow({
      where: { fileId: attachment.fileId },
    });
    await world.owner.consultation.update({
      where: { id: ref.consultationId },
      data: { expiresAt: world.clock.now() },
    });
    await world.owner
      .$executeRaw`UPDATE cohort SET state = 'archived' WHERE id = ${ref.cohortId}::uuid`;
    try {
      await world.asSystem(
        ref.cohortId,
        ({ db, clock }) =>
          db.$executeRaw`SELECT app.consultation_destroy(${ref.consultationId}::uuid, ${clock.now()}::timestamptz)`,
      );
      await workOff(world);
      await world.asSystem(null, (scope) => uploadJobs[0]!.run(scope, {}, world.services));
    } finally {
      await world.owner.$executeRaw`ALTER TABLE cohort DISABLE TRIGGER archive_wall`;
      await world.owner
        .$executeRaw`UPDATE cohort SET state = 'closed' WHERE id = ${ref.cohortId}::uuid`;
      await world.owner.$executeRaw`ALTER TABLE cohort ENABLE TRIGGER archive_wall`;
    }
    expect(await world.owner.storedFile.count({ where: { id: attachment.fileId } })).toBe(0);
    expect(objectsOf(world)).not.toContain(key);
  });
});
