import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHttp, type Http } from '../factories/http';
import { anObjection, aProvisionalBallot } from '../factories/voting';
import { openWorld, type World } from '../factories/world';

// What was typed stays in the page that says no, also in a browser without a script.

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

it('keeps an answer to an objection that somebody else has answered meanwhile', async () => {
  const { ref } = await aProvisionalBallot(world);
  await anObjection(world, ref);
  const { cohortId, ballotId, objectionId } = await anObjection(world, ref, 'otherTeam');
  const path = `/cohorts/${cohortId}/ballots/${ballotId}/objections/${objectionId}`;
  const { ballot } = await world.as('moderator');
  const given = { cohortId, ballotId, objectionId, answer: 'Wir bleiben dabei.', change: null };
  await ballot.answerObjection(given);

  const answer = 'Mein sorgsam überlegter Satz.';
  const refused = await http.post('moderator', path, { answer, outcome: 'keep' });
  expect(refused.status).toBeGreaterThanOrEqual(400);
  const page = await refused.text();
  expect(page).toContain(answer);
  expect(page).toContain('Inzwischen hat jemand anderes aus der Moderation geantwortet.');
  expect(page).toContain('Wir bleiben dabei.');
  expect(page).not.toContain('Antwort bekannt geben');
});

it('shows the welcome that was typed beside what is wrong, and not the stored one', async () => {
  const { cohortA: cohortId } = world;
  const settings = await (await world.as('organiser')).cohort.settings({ cohortId });
  const refused = await http.post('organiser', `/cohorts/${cohortId}/settings/cohort?/save`, {
    ...{ name: '', siteSeats: '10', teamSize: '2', timeZone: 'Europe/Berlin' },
    version: String(settings.version),
    welcome: 'Schön, dass Sie da sind.',
    'welcome.html': settings.welcome,
    'welcome.plain': settings.welcomePlain,
  });
  expect(refused.status).toBe(400);
  const page = await refused.text();
  expect(/<textarea[^>]*name="welcome"[^>]*>([^<]*)/.exec(page)?.[1]?.trim()).toBe(
    'Schön, dass Sie da sind.',
  );
});
