import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import {
  fileHref,
  pictureHref,
  pictureSources,
  publicFileHref,
  publicPictureHref,
  publicPictureSources,
} from '$lib/upload/href';
import { aPdf, aPicture, aStoredFile, objectsOf } from '../factories/files';
import { openHttp, type Http } from '../factories/http';
import { openWorld, type World } from '../factories/world';

let world: World;
let http: Http;
beforeAll(async () => {
  world = await openWorld();
  http = await openHttp(world);
});
afterAll(async () => {
  await http?.close();
  await world?.close();
});

const of = (file: { id: string }) => ({ cohortId: world.cohortA, fileId: file.id });

describe('a document', () => {
  it('is saved, never opened, whatever it holds', async () => {
    const bytes = aPdf('<script>alert(1)</script>');
    const file = await aStoredFile(world, 'member', { bytes, name: 'Größe (1).pdf' });
    const answer = await http.get('member', fileHref(of(file)));
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-disposition': "attachment; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%281%29.pdf",
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('comes in parts, and not again where the browser has it', async () => {
    const bytes = aPdf();
    const href = fileHref(of(await aStoredFile(world, 'member', { bytes })));
    const part = await http.send('member', href, { headers: { range: 'bytes=5-14' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 5-14/${bytes.length}`);
    expect(await part.text()).toBe(bytes.subarray(5, 15).toString());
    const beyond = await http.send('member', href, { headers: { range: 'bytes=90000-' } });
    expect(beyond.status).toBe(416);
    const head = await http.send('member', href, { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe(String(bytes.length));
    const etag = head.headers.get('etag')!;
    const again = await http.send('member', href, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    // Somebody else's browser gets no such answer, whatever it says it has.
    const other = await http.send('otherTeam', href, { headers: { 'if-none-match': etag } });
    expect(other.status).toBe(404);
  });

  it('is not there for anybody else, and not at a strange address', async () => {
    const href = fileHref(of(await aStoredFile(world, 'member')));
    expect((await http.get('partnerMember', href)).status).toBe(404);
    expect((await http.get('anonymous', href)).headers.get('location')).toContain('/sign-in?to=');
    expect((await http.send('anonymous', href)).status).toBe(401);
    for (const path of ['/files/x/y', `/files/${world.cohortA}/${newId()}`, `${href}/x`])
      expect((await http.get('member', path)).status).toBe(404);
    expect((await http.get('outsider', href.replace(world.cohortA, world.cohortB))).status).toBe(
      404,
    );
  });
});

describe('a picture', () => {
  it('is shown in the size that was asked for, or the next', async () => {
    const bytes = await aPicture('jpeg', { width: 1000, height: 500 });
    const file = await aStoredFile(world, 'member', { bytes, accept: 'pictures' });
    const small = await http.get('member', pictureHref(of(file), 320));
    expect(small.headers.get('content-type')).toBe('image/webp');
    expect(small.headers.get('content-disposition')).toMatch(/^inline/);
    const sizes = [small, await http.get('member', pictureHref(of(file), 960))];
    sizes.push(await http.get('member', pictureHref(of(file), 1920)));
    sizes.push(await http.get('member', fileHref(of(file))));
    const lengths = sizes.map(({ headers }) => Number(headers.get('content-length')));
    expect(new Set(lengths).size).toBe(3);
    expect(lengths.at(-1)).toBe(file.size);
    expect(pictureSources(of(file))).toContain(`${pictureHref(of(file), 960)} 960w`);
  });

  it('is public only where something published names it', async () => {
    const bytes = await aPicture('png', { width: 400 });
    const file = await aStoredFile(world, 'member', { bytes, accept: 'pictures' });
    expect((await http.get('anonymous', publicPictureHref(file.id, 320))).status).toBe(404);
    await world.owner.$executeRawUnsafe(`CREATE OR REPLACE FUNCTION app.public_file(file_id uuid)
      RETURNS TABLE ("cohortId" uuid, id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
      $$ SELECT f."cohortId", f.id FROM stored_file f WHERE f.id = file_id $$`);
    const shown = await http.get('anonymous', publicPictureHref(file.id, 320));
    expect(shown.status).toBe(200);
    expect(shown.headers.get('cache-control')).toBe('public, no-cache');
    expect((await http.get('anonymous', publicFileHref(file.id))).status).toBe(200);
    expect(publicPictureSources(file.id)).toContain('1920w');
    const sealed = await aStoredFile(world, 'member', { accept: 'sealed' });
    expect((await http.get('anonymous', publicFileHref(sealed.id))).status).toBe(404);
  });
});

describe('bytes on their way', () => {
  const begun = async (length: number) => {
    const ref = { cohortId: world.cohortA, id: newId() };
    await (await world.as('member')).upload.begin({ ...ref, name: 'a', accept: 'both', length });
    return ref;
  };
  type Ref = Awaited<ReturnType<typeof begun>>;

  const patch = (
    ref: Ref,
    offset: number | string,
    body: BodyInit,
    who: 'member' | 'partnerMember' | 'anonymous' = 'member',
    origin = world.services.origin,
  ) =>
    http.send(who, `/uploads/${ref.cohortId}/${ref.id}`, {
      method: 'PATCH',
      headers: {
        origin,
        'upload-offset': String(offset),
        'content-type': 'application/octet-stream',
      },
      body,
      duplex: 'half',
    } as RequestInit);

  it('are taken from their uploader alone, from the own pages, at the right place', async () => {
    const ref = await begun(10);
    expect((await patch(ref, 0, 'abc', 'anonymous')).status).toBe(401);
    expect((await patch(ref, 0, 'abc', 'partnerMember')).status).toBe(404);
    expect((await patch(ref, 0, 'abc', 'member', 'https://evil.example')).status).toBe(403);
    expect((await patch(ref, 'x', 'abc')).status).toBe(400);
    expect(await (await patch(ref, 0, 'abc')).json()).toEqual({ received: 3 });
    const wrong = await patch(ref, 0, 'abc');
    expect([wrong.status, await wrong.json()]).toMatchObject([
      409,
      { appCode: 'upload_offset', facts: { received: 3 } },
    ]);
  });

  it('that are more than was told end the upload, two gigabytes of them early', async () => {
    const before = objectsOf(world);
    const ref = await begun(1_000_000);
    let sent = 0;
    const endless = Readable.from(
      (function* () {
        const chunk = Buffer.alloc(64 * 1024, 'x');
        while (sent < 2_000_000_000) {
          sent += chunk.length;
          yield chunk;
        }
      })(),
    );
    const answer = await patch(ref, 0, Readable.toWeb(endless) as ReadableStream).then(
      ({ status }) => status,
      () => 'cut off',
    );
    expect([413, 'cut off']).toContain(answer);
    expect(sent).toBeLessThan(200_000_000);
    await expect.poll(() => objectsOf(world)).toEqual(before);
    expect(await world.owner.upload.count({ where: { id: ref.id } })).toBe(0);
  });

  it('that were cut off stay, and the rest follows', async () => {
    const bytes = randomBytes(6_000_000);
    const ref = await begun(bytes.length);
    const cookie = `session=${world.people.member.sessionId}`;
    const sending = request(`${http.address}/uploads/${ref.cohortId}/${ref.id}`, {
      method: 'PATCH',
      headers: {
        cookie,
        origin: world.services.origin,
        'upload-offset': '0',
        'content-length': bytes.length,
      },
    });
    sending.on('error', () => {});
    await new Promise<void>((sent) => sending.write(bytes.subarray(0, 5_000_000), () => sent()));
    const api = await world.as('member');
    const received = async () => {
      const state = await api.upload.progress(ref);
      return 'received' in state ? state.received : -1;
    };
    // The first pieces are written down while the request still goes on.
    await expect.poll(received, { timeout: 20_000 }).toBeGreaterThan(1_000_000);
    sending.destroy();
    await new Promise((closed) => sending.once('close', closed));
    const rest = async () => {
      const at = await received();
      return patch(ref, at, new Uint8Array(bytes.subarray(at)));
    };
    await expect.poll(async () => (await rest()).status, { timeout: 20_000 }).toBe(200);
    expect(await received()).toBe(bytes.length);
    const kept = await world.owner.upload.findUniqueOrThrow({ where: { id: ref.id } });
    expect(kept.parts.length).toBeGreaterThan(1);
    await api.upload.cancel(ref);
  });
});
