/**
 * An example as it stands on paper: the outline of its text with paragraphs taken apart, and what else
 * belongs to it. One shape for PDF and .docx. Pure.
 */
import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import type { Attachment, PracticeContent, PracticeField } from '../fields';
import { kindLabel, licenceLabel } from '../labels';
import { outlineOf, periodWords, type OutlineEntry, type OutlineSection } from '../outline';
import { blocksOf, type Block } from '../plain-text';
import type { Rung } from '../schema';

/** One text of an example, and where it is from. */
export interface PaperSource {
  practiceId: string;
  teamName: string;
  rung: Rung;
  /** When it was shown; when it was written last, for the team's own. */
  at: Date;
  content: PracticeContent;
}

export type PaperEntry =
  | { kind: 'text'; label: string; blocks: Block[] }
  | { kind: 'table'; label: string; columns: string[]; rows: string[][] };

interface PaperSection {
  name: string;
  title: string;
  facts: { label: string; text: string }[];
  entries: PaperEntry[];
}

export interface PaperAttachment {
  title: string;
  /** Licence and source; the address of a link. */
  note: string;
  url: string | null;
}

export interface PaperPractice {
  /** Of the words; labels are in it as well, so that a document reads as one. */
  language: Locale;
  title: string;
  kicker: string;
  sections: PaperSection[];
  attachments: { title: string; items: PaperAttachment[] };
}

/** Said in the line above the title. */
const inKicker: readonly PracticeField[] = ['kind', 'startedOn', 'endedOn', 'language'];

function entryOf({ label, value }: OutlineEntry): PaperEntry[] {
  if (value.kind === 'text') return [{ kind: 'text', label, blocks: blocksOf(value.text) }];
  return value.kind === 'table' ? [{ ...value, label }] : [];
}

const sectionOf = ({ name, title, entries }: OutlineSection): PaperSection => ({
  name,
  title,
  facts: entries.flatMap(({ field, label, value }) =>
    value.kind === 'fact' && !inKicker.includes(field) ? [{ label, text: value.text }] : [],
  ),
  entries: entries.flatMap(entryOf),
});

/** Licence and source of a file or a link, as a sentence. */
export function attachmentNote({ licence, source }: Attachment, locale: Locale): string {
  const word = licenceLabel(licence, { locale });
  return source ? m.practice_licence_and_source({ licence: word, source }, { locale }) : word;
}

const attachmentOf = (entry: Attachment, locale: Locale): PaperAttachment => {
  const url = entry.kind === 'link' ? entry.url : null;
  const title = entry.title || url || m.practice_paper_untitled_attachment({}, { locale });
  return { title, note: attachmentNote(entry, locale), url };
};

/** Team, outcome and period in a line. */
export function kickerOf({ teamName, content }: PaperSource, locale: Locale): string {
  const kind = content.kind ? kindLabel(content.kind, { locale }) : '';
  return [teamName, kind, periodWords(content, locale)].filter(Boolean).join(' · ');
}

export function paperOf(source: PaperSource): PaperPractice {
  const { content } = source;
  const locale = content.language;
  const outline = outlineOf(content, locale).filter(({ name }) => name !== 'attachments');
  return {
    language: locale,
    title: content.gist || m.practice_untitled({}, { locale }),
    kicker: kickerOf(source, locale),
    sections: outline
      .map(sectionOf)
      .filter(({ facts, entries }) => facts.length + entries.length > 0),
    attachments: {
      title: m.practice_section_attachments({}, { locale }),
      items: content.attachments.map((entry) => attachmentOf(entry, locale)),
    },
  };
}

/** The data of practice.typ. */
export interface PaperDocument {
  title: string;
  language: Locale;
  /** Who may read it, on each sheet. */
  note: string;
  /** A collection begins with a sheet of its own and a table of contents. */
  cover: { title: string; lead: string; contents: string } | null;
  practices: PaperPractice[];
}
