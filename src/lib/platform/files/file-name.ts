const LONGEST = 120;

/** What no file system takes, what hides the true name from readers, and what leads elsewhere. */
const UNFIT = /[\p{Cc}<>:"|?*\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** What can be shown and offered for saving: the last part of a path, without what could deceive. */
export function cleanFileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1)!;
  const clean = last
    .toWellFormed()
    .replace(UNFIT, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const [, stem, ending] = /^(.*?)(\.[^.]{1,10})?$/.exec(clean)!;
  return [...stem!].slice(0, LONGEST).join('').trim() + (ending ?? '');
}

/** The name with the ending of what the file is: "plan.exe" that is a PDF becomes "plan.pdf". */
export function withEnding(name: string, endings: readonly string[]): string {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (name.includes('.') && endings.includes(ending)) return name;
  const stem = name.replace(/\.[^.]*$/, '') || 'Datei';
  return `${stem}.${endings[0]}`;
}
