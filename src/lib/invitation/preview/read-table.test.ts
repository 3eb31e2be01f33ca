import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv, readCsvText } from '$lib/platform/csv';
import { readTable, type TableFacts } from './read-table';

const facts = (): TableFacts => ({
  teams: [
    { id: 'ahlen', name: 'Ahlen', freePlaces: 2 },
    { id: 'olpe', name: 'Kreis Olpe', freePlaces: 1 },
  ],
  taken: [{ email: 'da@example.org', role: 'member', isJoined: true }],
});
const read = (text: string) => readTable(readCsvText(text).rows, facts());

describe('a list of people to invite', () => {
  it('is read by its headings, in any order', () => {
    expect(read('Ort;E-Mail;Nachname;Vorname\nAhlen;Maria@Example.org;Müller;Maria')).toMatchObject(
      [
        {
          line: 2,
          email: 'maria@example.org',
          name: 'Maria Müller',
          teamId: 'ahlen',
          problems: [],
        },
      ],
    );
  });

  it('is read without headings: by what looks like an address, a site, a name', () => {
    expect(read('Müller, Maria;kreis olpe;maria@example.org')).toMatchObject([
      { email: 'maria@example.org', name: 'Maria Müller', teamId: 'olpe', problems: [] },
    ]);
  });

  it('is read as German Excel writes it: semicolons, Windows-1252', () => {
    const bytes = Uint8Array.from('Name;E-Mail;Ort\r\nJörg Öz;j@example.org;Ahlen\r\n', (letter) =>
      letter.charCodeAt(0),
    );
    expect(readTable(readCsv(bytes).rows, facts())).toMatchObject([
      { name: 'Jörg Öz', problems: [] },
    ]);
  });

  it.each([
    ['Name;E-Mail;Ort\nMaria;;Ahlen', ['mail_missing']],
    ['Name;E-Mail;Ort\nMaria;maria(at)example.org;Ahlen', ['mail_invalid']],
    ['Name;E-Mail;Ort\nMaria;maria@example.org;', ['team_missing']],
    ['Name;E-Mail;Ort\nMaria;maria@example.org;Soest', ['team_unknown']],
    ['Name;E-Mail;Ort\nMaria;da@example.org;Ahlen', ['already_joined']],
    ['Name;E-Mail;Rolle\nMaria;maria@example.org;Kaiserin', ['role_unknown', 'team_missing']],
    ['Name;E-Mail;Rolle\nMaria;maria@example.org;Moderation', []],
  ])('says what is wrong with a row: %j', (text, problems) => {
    expect(read(text)[0]?.problems).toEqual(problems);
  });

  it('counts places and doubles as the rows come', () => {
    const rows = ['a', 'b', 'a', 'c'].map((name) => `${name};${name}@example.org;Ahlen`);
    expect(read(['Name;E-Mail;Ort', ...rows].join('\n')).map(({ problems }) => problems)).toEqual([
      [],
      [],
      ['double_in_list'],
      ['team_full'],
    ]);
  });

  it('judges every row, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (text) => {
        const { rows } = readCsvText(text);
        const judged = readTable(rows, facts());
        expect([rows.length, Math.max(rows.length - 1, 0)]).toContain(judged.length);
        for (const { problems, role, teamId } of judged)
          if (problems.length === 0) expect(role === 'member').toBe(teamId !== null);
      }),
    );
  });
});
