import type { PersonScope } from '$lib/access/scope.server';

/** One table of the export: its name, the column that names the person, and the rows. */
export interface ExportSection {
  section: string;
  /** Why these rows are about the person, e.g. "authorId". */
  reason: string;
  entries: Record<string, unknown>[];
}

export interface AccountExport {
  exportedAt: Date;
  sections: ExportSection[];
}

/**
 * Everything that is stored about whoever acts. Which tables that are, the database knows
 * (app.account_references); row-level security would hide what a former member once wrote.
 */
export async function exportAccount({ db, clock }: PersonScope): Promise<AccountExport> {
  const sections = await db.$queryRaw<ExportSection[]>`
    SELECT section, reason, entries FROM app.account_export() WHERE entries <> '[]'`;
  return { exportedAt: clock.now(), sections };
}
