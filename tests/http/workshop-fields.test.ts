import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { openHttp, type Http } from '../factories/http';
import { aPhoto, aProceedingsDraft } from '../factories/proceedings';
import { aDateSearch, aWorkshop } from '../factories/workshop';
import { openWorld, type World } from '../factories/world';

// What is refused stands beside the field that it is about, also in a browser without a script.

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

const REQUIRED = 'Bitte füllen Sie dieses Feld aus.';

const dayFromNow = (days: number) =>
  new Date(world.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
const pageOf = ({ cohortId, workshopId }: { cohortId: string; workshopId: string }) =>
  `/cohorts/${cohortId}/workshops/${workshopId}`;

/** What stands beside a field of the page that says no. */
type Fields = Parameters<typeof http.post>[2];
async function besideField(path: string, fields: Fields, id: string) {
  const refused = await http.post('moderator', path, fields);
  expect(refused.status).toBe(400);
  const page = await refused.text();
  return new RegExp(`id="${id}-error"[\\s\\S]*?</div>`).exec(page)?.[0];
}

it('asks for the reason when a date is cancelled without one', async () => {
  const ref = await aWorkshop(world, { date: dayFromNow(20) });
  const path = `${pageOf(ref)}/edit?/cancel`;
  expect(await besideField(path, { reason: ' ' }, 'field-reason')).toContain(REQUIRED);
});

it('asks for what is to be seen on a photo', async () => {
  const { ref } = await aProceedingsDraft(world);
  const { photo, version } = await aPhoto(world, ref, 'moderator', { alt: 'Stellwand' });
  const path = `${pageOf(ref)}/proceedings/photos?/describe`;
  const fields = { photoId: photo.photoId, version: String(version), alt: '', caption: '' };
  const id = `field-alt-${photo.photoId}`;
  expect(await besideField(path, fields, id)).toContain(REQUIRED);
});

it('says that answers cannot be expected until a day that is past', async () => {
  const { ref } = await aDateSearch(world);
  const path = `${pageOf(ref)}/dates?/offer`;
  const fields = { dates: dayFromNow(40), answerUntil: dayFromNow(-2) };
  expect(await besideField(path, fields, 'field-answerUntil')).toContain(
    'Bitte geben Sie einen Tag an, der nicht schon vorbei ist.',
  );
  const empty = { dates: dayFromNow(40), answerUntil: '' };
  expect(await besideField(path, empty, 'field-answerUntil')).toContain(REQUIRED);
});

it('says beside its field what cannot be offered, and keeps what was typed', async () => {
  const { ref } = await aDateSearch(world);
  const path = `${pageOf(ref)}/dates?/offer`;
  const fields = new URLSearchParams({ answerUntil: dayFromNow(10) });
  for (const [date, start, end] of [
    [dayFromNow(40), '13:00', '11:30'],
    [dayFromNow(-3), '09:00', '16:00'],
    [dayFromNow(41), '', '16:00'],
  ] as const) {
    fields.append('dates', date);
    fields.append('starts', start);
    fields.append('ends', end);
  }
  const beside = (id: string) => besideField(path, fields, id);
  expect(await beside('field-ends-0')).toContain('Das Ende muss nach dem Anfang liegen.');
  expect(await beside('field-dates-1')).toContain('nur Tage an, die noch kommen');
  expect(await beside('field-starts-2')).toContain(REQUIRED);
  expect(await (await http.post('moderator', path, fields)).text()).toContain('value="11:30"');
});

it('says that a new agreement cannot be due on a day that is past', async () => {
  const fields = {
    ...{ id: newId(), version: '0', what: 'Wir schreiben den Aufruf.' },
    ...{ teamIds: world.teams.ahlen, dueOn: dayFromNow(-2) },
  };
  const path = `/cohorts/${world.cohortA}/agreements/new`;
  expect(await besideField(path, fields, 'field-dueOn')).toContain('Dieser Tag ist schon vorbei.');
});

it('says beside the button whether a cancelled date keeps its day', async () => {
  const ahead = await aWorkshop(world, { state: 'cancelled', date: dayFromNow(20) });
  const past = await aWorkshop(world, { state: 'cancelled', date: dayFromNow(-20) });
  const read = async (ref: typeof ahead) => (await http.get('moderator', pageOf(ref))).text();
  expect(await read(ahead)).toMatch(/bleibt er am [^<]+\. Die Antworten gelten weiter/);
  const anew = await read(past);
  expect(anew).toContain('Der Tag wird neu gesucht, die Antworten von damals verfallen.');
  // It cannot be undone: it is asked about first.
  expect(anew).toMatch(/<form data-asks[^>]*action="\?\/resume"/);
});
