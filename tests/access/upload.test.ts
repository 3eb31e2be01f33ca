import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clamdScanner } from '$lib/platform/files/scanner.server';
import { newKey } from '$lib/platform/files/store.server';
import { newId } from '$lib/platform/id';
import { append } from '$lib/upload/commands.server';
import { uploadJobs } from '$lib/upload/jobs.server';
import { storedFiles, takeFile } from '$lib/upload/queries.server';
import {
  aDocx,
  anArrivedUpload,
  aPdf,
  aPicture,
  aStoredFile,
  objectsOf,
  personOf,
} from '../factories/files';
import { openWorld, type ActorKind, type World } from '../factories/world';

// A table of the test's own stands for the concepts that claim files: it is read by the rows' team.
const DECLARE_HOLDER = [
  `CREATE TABLE test_attachment ("cohortId" uuid NOT NULL, id uuid PRIMARY KEY, "teamId" uuid NOT NULL, "fileId" uuid NOT NULL,
     FOREIGN KEY ("cohortId", "fileId") REFERENCES stored_file ("cohortId", id) ON DELETE NO ACTION)`,
  'ALTER TABLE test_attachment ENABLE ROW LEVEL SECURITY',
  'ALTER TABLE test_attachment FORCE ROW LEVEL SECURITY',
  'CREATE POLICY owner_functions ON test_attachment TO CURRENT_USER USING (true) WITH CHECK (true)',
  'GRANT SELECT, INSERT, UPDATE, DELETE ON test_attachment TO werkraum_app',
  `CREATE POLICY team ON test_attachment FOR ALL TO werkraum_app
     USING ("teamId" = ANY ((SELECT app.my_teams())::uuid[])) WITH CHECK ("teamId" = ANY ((SELECT app.my_teams())::uuid[]))`,
  `SELECT app.hold_files('test_attachment', 'fileId')`,
];

let world: World;
beforeAll(async () => {
  world = await openWorld();
  for (const statement of DECLARE_HOLDER) await world.owner.$executeRawUnsafe(statement);
});
afterAll(() => world?.close());
beforeEach(async () => {
  await world.owner.$executeRaw`DELETE FROM test_attachment`;
  await world.owner.upload.deleteMany();
  await world.owner.storedFile.deleteMany();
  await sweep();
});

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    ({ appCode }: { appCode?: string }) => appCode,
  );

const job = (queue: string) => uploadJobs.find((one) => one.queue === queue)!;
const run = (queue: string) =>
  world.asSystem(null, (scope) => job(queue).run(scope, {}, world.services));
const sweep = () => run('upload.discard');

/** A row of a concept that names the file, written as this kind of actor. */
const claim = (who: ActorKind, fileId: string, id = newId()) =>
  world
    .scopeAs(who, ({ db }) => {
      const { ahlen, menden } = world.teams;
      const teamId = who === 'otherTeam' ? menden : ahlen;
      return db.$executeRaw`INSERT INTO test_attachment
        VALUES (${world.cohortA}::uuid, ${id}::uuid, ${teamId}::uuid, ${fileId}::uuid)`;
    })
    .then(() => id);

const reads = async (who: ActorKind, fileId: string) =>
  world.scopeAs(who, async (scope) => {
    const found = await storedFiles(scope, { cohortId: world.cohortA, fileIds: [fileId] });
    return found.length === 1;
  });

describe('a file that has arrived', () => {
  it('is its uploader’s alone, until a row names it; then whoever reads the row reads it', async () => {
    const { id } = await aStoredFile(world, 'member');
    expect(await reads('member', id)).toBe(true);
    expect(await reads('partnerMember', id)).toBe(false);
    await claim('member', id);
    expect(await reads('partnerMember', id)).toBe(true);
    expect(await reads('otherTeam', id)).toBe(false);
    expect(await reads('organiser', id)).toBe(false);
  });

  it('is not claimed by somebody who does not see it', async () => {
    const { id } = await aStoredFile(world, 'member');
    await expect(claim('otherTeam', id)).rejects.toThrow('file_not_found');
    await expect(claim('partnerMember', id)).rejects.toThrow('file_not_found');
    await claim('member', id);
    await expect(claim('otherTeam', id)).rejects.toThrow('file_not_found');
    await claim('partnerMember', id);
    await expect(claim('member', newId())).rejects.toThrow('file_not_found');
  });

  it('stays unclaimed when the transaction that claims it fails', async () => {
    const { id } = await aStoredFile(world, 'member');
    const failing = world.scopeAs('member', async ({ db }) => {
      await db.$executeRaw`INSERT INTO test_attachment VALUES
        (${world.cohortA}::uuid, ${newId()}::uuid, ${world.teams.ahlen}::uuid, ${id}::uuid)`;
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await world.owner.storedFile.findUnique({ where: { id } })).toMatchObject({
      isClaimed: false,
    });
  });

  it('goes with the last row that names it, and its bytes with it', async () => {
    const { id } = await aStoredFile(world, 'member', {
      bytes: await aPicture('png', { width: 400 }),
    });
    expect(objectsOf(world)).toHaveLength(2);
    const first = await claim('member', id);
    const second = await claim('partnerMember', id);
    await world.owner.$executeRaw`DELETE FROM test_attachment WHERE id = ${first}::uuid`;
    expect(await reads('member', id)).toBe(true);
    await sweep();
    expect(objectsOf(world)).toHaveLength(2);
    await world.owner.$executeRaw`DELETE FROM test_attachment WHERE id = ${second}::uuid`;
    expect(await world.owner.storedFile.count()).toBe(0);
    await sweep();
    expect(objectsOf(world)).toEqual([]);
  });

  it.each([
    ['../../../etc/bericht.pdf', 'bericht.pdf'],
    ['..\\..\\Windows\\bericht.exe', 'bericht.pdf'],
    ['/', 'Datei.pdf'],
  ])('called %j is kept and offered as %j', async (name, kept) => {
    const { id } = await aStoredFile(world, 'member', { name });
    const row = await world.owner.storedFile.findUniqueOrThrow({ where: { id } });
    expect(row.name).toBe(kept);
    expect(objectsOf(world).filter((object) => /bericht|etc|\.\./.test(object))).toEqual([]);
  });

  it('is taken only for what accepts its kind', async () => {
    const picture = await aStoredFile(world, 'member', { bytes: await aPicture() });
    const take = (accept: 'pictures' | 'documents' | 'both') =>
      refusal(
        world.scopeAs('member', (scope) =>
          takeFile(scope, { cohortId: world.cohortA, fileId: picture.id, accept }),
        ),
      );
    expect([await take('pictures'), await take('documents'), await take('both')]).toEqual([
      'accepted',
      'file_kind_wrong',
      'accepted',
    ]);
  });
});

describe('an upload', () => {
  it('is refused before its first byte where it is too large, or empty', async () => {
    const api = await world.as('member');
    const ask = (length: number, accept: 'pictures' | 'both' = 'both') =>
      refusal(
        api.upload.begin({ cohortId: world.cohortA, id: newId(), name: 'a', accept, length }),
      );
    expect(await ask(2_000_000_000)).toBe('file_too_large');
    expect(await ask(30_000_000, 'pictures')).toBe('file_too_large');
    expect(await ask(0)).toBe('file_empty');
    expect(await ask(50_000_000)).toBe('accepted');
    expect(await world.owner.upload.count()).toBe(1);
  });

  it('is refused where the cohort has no room left, with those on their way counted', async () => {
    const file = await aStoredFile(world, 'member');
    await world.owner.storedObject.updateMany({ data: { size: 2_000_000_000 } });
    const data = Array.from({ length: 4 }, (_, width) => ({
      cohortId: world.cohortA,
      fileId: file.id,
      width: width + 1,
      key: newKey(),
      mediaType: '-',
      size: 2_000_000_000,
    }));
    await world.owner.storedObject.createMany({ data });
    const api = await world.as('otherTeam');
    expect(await api.upload.room({ cohortId: world.cohortA })).toEqual({
      usedBytes: 10_000_000_000,
      mostBytes: 10_000_000_000,
    });
    const one = {
      cohortId: world.cohortA,
      id: newId(),
      name: 'a',
      accept: 'both',
      length: 1,
    } as const;
    expect(await refusal(api.upload.begin(one))).toBe('file_cohort_full');
    await world.owner.storedObject.updateMany({ data: { size: 1 } });
    expect(await refusal(api.upload.begin(one))).toBe('accepted');
  });

  it('goes on where it was cut off, whoever cuts it off', async () => {
    const person = await personOf(world, 'member');
    const bytes = aDocx([{ name: 'a.xml', content: Buffer.from('x'.repeat(50_000)) }]);
    const ref = { cohortId: world.cohortA, id: newId() };
    const api = await world.as('member');
    await api.upload.begin({ ...ref, name: 'a.docx', accept: 'both', length: bytes.length });
    const cut = append(world.services, person, ref, {
      offset: 0,
      bytes: (async function* () {
        yield bytes.subarray(0, 100);
        throw new Error('aborted');
      })(),
    });
    await expect(cut).rejects.toThrow('aborted');
    expect(await api.upload.progress(ref)).toEqual({ received: 100, length: bytes.length });
    expect(await refusal(api.upload.finish(ref))).toBe('upload_offset');
    const from = (offset: number) =>
      append(world.services, person, ref, {
        offset,
        bytes: (async function* () {
          yield bytes.subarray(offset);
        })(),
      });
    expect(await refusal(from(0))).toBe('upload_offset');
    expect(await from(100)).toEqual({ received: bytes.length });
    const file = await api.upload.finish(ref);
    expect(file).toMatchObject({ kind: 'document', size: bytes.length, name: 'a.docx' });
    expect(await api.upload.finish(ref)).toEqual(file);
    expect(await api.upload.progress(ref)).toEqual({ file });
  });

  it('becomes one file, also when it is asked for twice at once', async () => {
    const ref = await anArrivedUpload(world, 'member', { bytes: aPdf() });
    const api = await world.as('member');
    const [one, other] = await Promise.all([api.upload.finish(ref), api.upload.finish(ref)]);
    expect(one).toEqual(other);
    await sweep();
    expect(objectsOf(world)).toHaveLength(1);
  });

  it.each([
    ['a page', Buffer.from('<html><script>alert(1)</script>'), 'both', 'file_kind_wrong'],
    ['SVG', Buffer.from('<svg onload="alert(1)"/>'), 'pictures', 'file_svg'],
    ['macros', aDocx([{ name: 'word/vbaProject.bin', content: 'x' }]), 'documents', 'file_macros'],
    [
      'a bomb',
      aDocx([{ name: 'a', content: Buffer.alloc(60_000_000) }]),
      'both',
      'file_suspicious',
    ],
    ['a document for a picture', aPdf(), 'pictures', 'file_no_picture'],
  ] as const)('of %s leaves nothing behind', async (_what, bytes, accept, code) => {
    const ref = await anArrivedUpload(world, 'member', { bytes, accept });
    expect(objectsOf(world)).not.toEqual([]);
    expect(await refusal((await world.as('member')).upload.finish(ref))).toBe(code);
    expect(objectsOf(world)).toEqual([]);
    expect(await world.owner.upload.count()).toBe(0);
    expect(await world.owner.storedFile.count()).toBe(0);
  });

  it('that nobody finishes or claims goes after a day; what no row knows, too', async () => {
    const claimed = await aStoredFile(world, 'member');
    await claim('member', claimed.id);
    await aStoredFile(world, 'member');
    await anArrivedUpload(world, 'member', { bytes: aPdf() });
    await world.services.files.put(newKey(), Buffer.from('left by a program that died'));
    await run('upload.tidy');
    await sweep();
    expect(objectsOf(world)).toHaveLength(4);
    const now = world.clock.now();
    world.clock.advance(25 * 60 * 60 * 1000);
    await run('upload.tidy');
    await sweep();
    world.clock.set(now);
    expect(objectsOf(world)).toHaveLength(1);
    expect(await reads('member', claimed.id)).toBe(true);
  });

  it('of bytes that only browsers can read is looked at by nobody, and has no name', async () => {
    const bytes = Buffer.from('<html>sealed');
    const file = await aStoredFile(world, 'member', {
      bytes,
      name: 'Kündigung.pdf',
      accept: 'sealed',
    });
    expect(file).toMatchObject({ kind: 'sealed', name: '', size: bytes.length });
  });
});

describe('with a virus scanner', () => {
  const EICAR = Buffer.from(
    'X5O!P%@AP[4\\PZX54(P^)7CC)7}$' + 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*',
  );
  let clamd: Server;
  let says: ((bytes: Buffer) => string) | null;

  /** Speaks clamd's INSTREAM: a command, pieces with their length, an answer. */
  beforeEach(async () => {
    says = (bytes) => (bytes.includes(EICAR) ? 'stream: Eicar-Test FOUND' : 'stream: OK');
    clamd = createServer((socket) => {
      let received = Buffer.alloc(0);
      socket.on('data', (part) => {
        received = Buffer.concat([received, part as Buffer]);
        if (!received.subarray(0, 10).equals(Buffer.from('zINSTREAM\0'))) return;
        const pieces: Buffer[] = [];
        let at = 10;
        while (received.length >= at + 4) {
          const length = received.readUInt32BE(at);
          if (length === 0) return socket.end(says ? `${says(Buffer.concat(pieces))}\0` : '');
          if (received.length < at + 4 + length) return;
          pieces.push(received.subarray(at + 4, at + 4 + length));
          at += 4 + length;
        }
      });
      socket.on('error', () => {});
    }).listen(0, '127.0.0.1');
    await once(clamd, 'listening');
    const { port } = clamd.address() as { port: number };
    world.services.scanner = clamdScanner({ host: '127.0.0.1', port });
  });
  afterEach(async () => {
    world.services.scanner = null;
    if (clamd.listening) await new Promise((closed) => clamd.close(closed));
  });

  const upload = (bytes: Buffer) => refusal(aStoredFile(world, 'member', { bytes, name: 'a.txt' }));

  it('takes what is clean, and nothing else', async () => {
    expect(await upload(Buffer.from('clean '.repeat(50_000)))).toBe('accepted');
    expect(await upload(EICAR)).toBe('file_infected');
    await sweep();
    expect(objectsOf(world)).toHaveLength(1);
  });

  it.each([
    ['says nothing', () => (says = null)],
    [
      'says that the file is too large for it',
      () => (says = () => 'INSTREAM size limit exceeded. ERROR'),
    ],
    ['is not there', () => new Promise((closed) => clamd.close(closed))],
  ])('that %s, the upload waits', async (_what, happen) => {
    await happen();
    const ref = await anArrivedUpload(world, 'member', {
      bytes: Buffer.from('clean'),
      name: 'a.txt',
    });
    const api = await world.as('member');
    expect(await refusal(api.upload.finish(ref))).toBe('scanner_unreachable');
    expect(await world.owner.storedFile.count()).toBe(0);
    world.services.scanner = null;
    expect(await refusal(api.upload.finish(ref))).toBe('accepted');
  });
});
