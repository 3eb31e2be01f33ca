import { expect, test } from 'vitest';
import { HEIGHT, WIDTH } from './outline';
import { placeOf } from './place';
import { towns } from './towns';

test('a site is found by the names that people give it', () => {
  const menden = placeOf('Menden');
  expect(menden).not.toBeNull();
  expect(placeOf('Stadt Menden (Sauerland)')).toEqual(menden);
  expect(placeOf('Kreis Olpe')).not.toEqual(placeOf('Olpe'));
  expect(placeOf('Kreis Siegen-Wittgenstein')).not.toBeNull();
  expect(placeOf('Mülheim an der Ruhr')).not.toBeNull();
});

test('what lies elsewhere has no place', () => {
  expect(placeOf('Kassel')).toBeNull();
  expect(placeOf('')).toBeNull();
});

test('towns lie as on the ground, and all of them on the map', () => {
  const [ahlen, menden, koeln] = ['Ahlen', 'Menden', 'Köln'].map((name) => placeOf(name)!);
  expect(ahlen!.y).toBeLessThan(menden!.y);
  expect(koeln!.x).toBeLessThan(menden!.x);
  expect(koeln!.y).toBeGreaterThan(menden!.y);
  for (const line of towns.trim().split(/,\s*/)) {
    const place = placeOf(line.replace(/ \d+ \d+$/, ''));
    expect(place?.x, line).toBeGreaterThan(0);
    expect(place!.x).toBeLessThan(WIDTH);
    expect(place!.y).toBeGreaterThan(0);
    expect(place!.y).toBeLessThan(HEIGHT);
  }
});
