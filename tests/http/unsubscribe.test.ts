import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { unsubscribeToken } from '$lib/notice/unsubscribe-token';
import { openHttp, type Http } from '../factories/http';
import { openWorld, type World } from '../factories/world';

// What mail programs do with the headers List-Unsubscribe and List-Unsubscribe-Post (RFC 8058): one
// POST, without a page, a cookie or an Origin.

let world: World;
let http: Http;
let link: string;
beforeAll(async () => {
  world = await openWorld();
  http = await openHttp(world);
  const { pepper } = await world.owner.installation.findFirstOrThrow();
  link = `/unsubscribe/${unsubscribeToken(world.people.member.accountId, pepper)}`;
});
afterAll(async () => {
  await http?.close();
  await world?.close();
});
beforeEach(() => world.owner.noticeSetting.deleteMany());

const pace = async () => (await (await world.as('member')).notice.wishes()).pace;

const oneClick = (path: string, headers: Record<string, string> = {}) =>
  http.send('anonymous', path, {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    headers,
  });

describe('one click in a mail program', () => {
  it('ends the mails, without a cookie and without an Origin', async () => {
    expect(await pace()).toBe('daily');
    const response = await oneClick(link);
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(await pace()).toBe('off');
  });

  it('may be repeated', async () => {
    expect((await oneClick(link)).status).toBe(200);
    expect((await oneClick(link)).status).toBe(200);
    expect(await pace()).toBe('off');
  });

  it('says clearly that a link is not ours, and changes nothing', async () => {
    const wrong = `${link.slice(0, -2)}${link.endsWith('AA') ? 'BB' : 'AA'}`;
    for (const path of [wrong, '/unsubscribe/x']) {
      const response = await oneClick(path, { accept: 'text/html' });
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('Das gibt es hier nicht');
    }
    expect(await pace()).toBe('daily');
  });

  it('is no way around the refusal of other sites', async () => {
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of foreign)
      for (const path of [link, '/account?/signOutEverywhere', '/trpc/account.signOut']) {
        const response = await http.send('member', path, {
          method: 'POST',
          body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
          headers,
        });
        expect(response.status, path).toBe(403);
      }
    expect(await pace()).toBe('daily');
    expect(await world.services.sessions.find(world.people.member.sessionId)).not.toBeNull();
  });

  it('is the only form that needs no Origin', async () => {
    const response = await http.send('member', '/account?/signOutEverywhere', {
      method: 'POST',
      body: new URLSearchParams(),
    });
    expect(response.status).toBe(403);
  });
});

describe('looking at the link', () => {
  it('changes nothing: mail filters do it with every link', async () => {
    const response = await http.get('anonymous', link);
    expect(response.status).toBe(200);
    expect(await pace()).toBe('daily');
  });
});
