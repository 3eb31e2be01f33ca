import { m } from '$lib/paraglide/messages.js';
import { parseRecoveryCode } from '$lib/vault/recovery-code';

/** What stands on a recovery page. */
export interface Sheet {
  name: string;
  email: string;
  code: string;
  /** Where the installation is reached. */
  origin: string;
  /** When it was made, as it is read. */
  date: string;
}

/** What one does with it, step by step. */
export const sheetSteps = ({ origin }: Pick<Sheet, 'origin'>): string[] => [
  m.key_sheet_step_reset({ address: `${origin}/reset` }),
  m.key_sheet_step_link(),
  m.key_sheet_step_code(),
];

/** The same as a plain text, for a file of one's own. */
export const sheetText = (sheet: Sheet): string =>
  [
    m.key_sheet_title().replaceAll('\u00ad', ''),
    `${sheet.name}, ${sheet.email}`,
    m.key_sheet_made({ date: sheet.date }),
    '',
    sheet.code,
    '',
    m.key_sheet_when(),
    ...sheetSteps(sheet).map((step, index) => `${index + 1}. ${step}`),
    '',
    m.key_sheet_keep(),
    '',
  ].join('\r\n');

const GROUPS = 8;

/** Whether what was typed is this group of a code, read as forgivingly as the whole code. */
export function isGroup(typed: string, group: string): boolean {
  const read = parseRecoveryCode(typed.repeat(GROUPS));
  return read !== null && read.split('-')[0] === group;
}
