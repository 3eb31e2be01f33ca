import { readingInstead } from '$lib/cohort/archive';
import { Parser } from 'htmlparser2';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHttp, type Http } from '../factories/http';
import { aComment, aDraft, aTopic } from '../factories/topic';
import { openWorld, type World } from '../factories/world';
import { table } from './table';

// What is in the archive is read: no page of it offers what nobody can do any more.

let world: World;
let http: Http;
let addresses: [string, string][];
beforeAll(async () => {
  world = await openWorld();
  const routes = Object.entries(table).filter(([route]) => route.startsWith('/cohorts/[cohort]'));
  addresses = [];
  for (const [route, { path }] of routes) addresses.push([route, await path(world)]);
  const topic = (id: string): [string, string] => [
    topicRoute,
    `/cohorts/${world.cohortA}/topics/${id}`,
  ];
  addresses.push(topic(await aDraft(world)));
  addresses.push(topic(await aTopic(world, { state: 'withdrawn' })));
  addresses.push(topic((await aComment(world)).topicId));
  // Nothing is archived while people vote.
  await world.owner.ballot.updateMany({ where: { state: 'open' }, data: { state: 'cancelled' } });
  await world.owner.cohort.update({ where: { id: world.cohortA }, data: { state: 'archived' } });
  http = await openHttp(world);
});
afterAll(async () => {
  await http?.close();
  await world?.close();
});

const topicRoute = '/cohorts/[cohort]/topics/[topic]';
/** What stays possible. */
const stays: Record<string, string[]> = {
  // Back out of the archive, or on to the end.
  '/cohorts/[cohort]/settings': ['?/move', '?/askErasure'],
  // What was shown to others can be taken back at any time, and a name withdrawn.
  '/cohorts/[cohort]/practices/[practice]/share': ['?/down'],
  '/cohorts/[cohort]/practices/[practice]/people/[person]': ['?/withdraw'],
};

/** What hangs on a wall says nothing but the day. */
const onAWall = '/cohorts/[cohort]/workshops/[workshop]/day/projector';

/** The addresses of a page's main part: where forms would be sent, and where links lead. */
function mainOf(html: string): { forms: string[]; links: string[] } {
  const found = { forms: [] as string[], links: [] as string[] };
  let isInMain = false;
  const parser = new Parser({
    onopentag(name, { method, action = '', href = '' }) {
      if (name === 'main') isInMain = true;
      if (isInMain && name === 'form' && method === 'post') found.forms.push(action);
      if (isInMain && name === 'a') found.links.push(href);
    },
    onclosetag(name) {
      if (name === 'main') isInMain = false;
    },
  });
  parser.end(html);
  return found;
}

const leadsToWriting = (href: string) =>
  addresses.some(
    ([route, address]) => readingInstead(route, {}) !== null && href.split(/[?#]/)[0] === address,
  ) || /\/(?:new|edit|decide|manage)(?:[?#]|$)|[?&](?:edit|quote)=/.test(href);

it.each(['member', 'moderator', 'organiser'] as const)(
  'shows a %s no form, and no way to one, but a sentence',
  async (kind) => {
    const shown: Record<string, string[]> = {};
    for (const [route, address] of addresses) {
      const response = await http.get(kind, address);
      const html = await response.text();
      const { forms, links } = mainOf(html);
      const unexpected = [
        ...forms.filter((action) => !stays[route]?.includes(action)),
        ...links.filter(leadsToWriting),
      ];
      if (unexpected.length > 0) shown[route] = [...new Set(unexpected)];
      if (response.status === 200 && html.includes('<main') && route !== onAWall)
        expect(html, route).toContain('Dieser Durchgang ist archiviert.');
    }
    expect(shown).toEqual({});
  },
);

it('leads whoever comes to write to what is read there', async () => {
  const to = async (kind: 'member' | 'organiser', path: string) =>
    (await http.get(kind, `/cohorts/${world.cohortA}${path}`)).headers.get('location');
  expect(await to('member', '/topics/new')).toBe(`/cohorts/${world.cohortA}/topics`);
  expect(await to('organiser', '/settings/charter')).toBe(`/cohorts/${world.cohortA}/settings`);
});
