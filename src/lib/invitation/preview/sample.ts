import type { Locale } from '$lib/access/actor';

const words = {
  de: {
    fileName: 'einladungen.csv',
    heading: ['Name', 'E-Mail-Adresse', 'Ort'],
    row: ['Jutta Beispiel', 'j.beispiel@stadt.example', 'Musterstadt'],
  },
  en: {
    fileName: 'invitations.csv',
    heading: ['Name', 'E-mail', 'Site'],
    row: ['Jo Sample', 'jo.sample@town.example', 'Sampletown'],
  },
};

const keys = ['name', 'email', 'site'] as const;

/** A list as it is expected: its columns and one row. */
export function sampleRows(locale: Locale) {
  const { fileName, heading, row } = words[locale];
  const [name = '', email = '', site = ''] = row;
  return {
    fileName,
    columns: keys.map((key, index) => ({ key, label: heading[index] ?? '' })),
    rows: [{ id: 'sample', name, email, site }],
  };
}

/** The same as a file that German Excel opens by double click, to be filled in. */
export function sampleTable(locale: Locale): string {
  const { heading, row } = words[locale];
  const lines = [heading, row].map((cells) => `${cells.join(';')}\r\n`).join('');
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${lines}`)}`;
}
