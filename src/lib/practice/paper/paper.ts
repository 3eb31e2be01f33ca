/**
 * An example as it stands on paper: the outline of its text with paragraphs taken apart, and what else
 * belongs to it. One shape for PDF and .docx. Pure.
 */
import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import { adoptionLabel } from '../adoption/labels';
import type { AdoptionState } from '../adoption/states';
import type { Attachment, PracticeContent, PracticeField } from '../fields';
import { kindLabel, textLicenceLabel } from '../labels';
import { licenceOf, termsOf } from '../licence';
import {
  attachmentNote,
  outlineOf,
  periodWords,
  type OutlineEntry,
  type OutlineSection,
} from '../outline';
import { blocksOf, type Block } from '../plain-text';
import type { Rung } from '../schema';

/** One text of an example, and where it is from. */
export interface PaperSource {
  practiceId: string;
  /** null where the public is not told which town it is. */
  teamName: string | null;
  rung: Rung;
  /** When it was shown; when it was written last, for the team's own. */
  at: Date;
  content: PracticeContent;
  /** Who has tried it since; for the cohort alone. */
  adoptions: PaperAdoption[];
  /** Whom one can ask: those who agreed to be named to those who read this text. */
  persons: { name: string; role: string; contact: string }[];
}

export interface PaperAdoption {
  teamName: string;
  state: AdoptionState;
  changed: string;
  result: string;
  why: string;
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
  /** The name of a picture that stands on the paper, and what is to be seen on it. */
  picture: { name: string; alt: string } | null;
}

export interface PaperPractice {
  /** Of the words; labels are in it as well, so that a document reads as one. */
  language: Locale;
  title: string;
  kicker: string;
  sections: PaperSection[];
  attachments: { title: string; items: PaperAttachment[] };
  /** Under which terms the text may be used; null where nothing is said and nobody outside reads it. */
  terms: { label: string; licence: string; url: string | null } | null;
}

/** Said in the line above the title, the licence below the text. */
const elsewhere: readonly PracticeField[] = [
  'kind',
  'startedOn',
  'endedOn',
  'language',
  'textLicence',
];

function entryOf({ label, value }: OutlineEntry): PaperEntry[] {
  if (value.kind === 'text') return [{ kind: 'text', label, blocks: blocksOf(value.text) }];
  return value.kind === 'table' ? [{ ...value, label }] : [];
}

const sectionOf = ({ name, title, entries }: OutlineSection): PaperSection => ({
  name,
  title,
  facts: entries.flatMap(({ field, label, value }) =>
    value.kind === 'fact' && !elsewhere.includes(field) ? [{ label, text: value.text }] : [],
  ),
  entries: entries.flatMap(entryOf),
});

/** What a picture shows, for those who do not see it. */
export const pictureAlt = (entry: Attachment, locale: Locale): string => {
  const said = entry.kind === 'picture' && entry.alt ? entry.alt : entry.title;
  return said || m.practice_paper_untitled_attachment({}, { locale });
};

const attachmentOf = (
  entry: Attachment,
  locale: Locale,
  pictures: ReadonlySet<string>,
): PaperAttachment => {
  const url = entry.kind === 'link' ? entry.url : null;
  const title = entry.title || url || m.practice_paper_untitled_attachment({}, { locale });
  const isShown = entry.kind === 'picture' && pictures.has(entry.fileId);
  const picture = isShown ? { name: entry.fileId, alt: pictureAlt(entry, locale) } : null;
  return { title, note: attachmentNote(entry, locale), url, picture };
};

/** The trail of an example over the towns, in words: how far each has come, and what it says of it. */
export function trailOf(
  { adoptions }: Pick<PaperSource, 'adoptions'>,
  locale: Locale,
): { label: string; text: string }[] {
  const said = (label: string, text: string): string => (text ? `${label}: ${text}` : '');
  return adoptions.map(({ teamName, state, changed, result, why }) => {
    const texts = [
      said(m.practice_adoption_said_why({}, { locale }), why),
      said(m.practice_adoption_said_changed({}, { locale }), changed),
      said(m.practice_adoption_said_result({}, { locale }), result),
    ];
    const label = `${teamName}: ${adoptionLabel(state, { locale })}`;
    return { label, text: texts.filter(Boolean).join('\n\n') };
  });
}

const trailSection = (source: PaperSource, locale: Locale): PaperSection => ({
  name: 'trail',
  title: m.practice_adoption_title({}, { locale }),
  facts: [],
  entries: trailOf(source, locale).map(({ label, text }) => ({
    kind: 'text',
    label,
    blocks: blocksOf(text),
  })),
});

const personSection = ({ persons }: PaperSource, locale: Locale): PaperSection => ({
  name: 'persons',
  title: m.ladder_named_title({}, { locale }),
  facts: persons.map(({ name, role, contact }) => ({
    label: name,
    text: [role, contact].filter(Boolean).join(' · '),
  })),
  entries: [],
});

function paperTerms({ rung, content }: PaperSource, locale: Locale): PaperPractice['terms'] {
  if (rung !== 'public' && content.textLicence === null) return null;
  const licence = licenceOf(content);
  return {
    label: m.practice_licence_of_text({}, { locale }),
    licence: textLicenceLabel(licence, { locale }),
    url: termsOf[licence],
  };
}

/** Team, outcome and period in a line. */
export function kickerOf({ teamName, content }: PaperSource, locale: Locale): string {
  const kind = content.kind ? kindLabel(content.kind, { locale }) : '';
  return [teamName, kind, periodWords(content, locale)].filter(Boolean).join(' · ');
}

/** @param pictures the files that can be shown on it */
export function paperOf(
  source: PaperSource,
  pictures: ReadonlySet<string> = new Set(),
): PaperPractice {
  const { content } = source;
  const locale = content.language;
  const outline = outlineOf(content, locale).filter(({ name }) => name !== 'attachments');
  return {
    language: locale,
    title: content.gist || m.practice_untitled({}, { locale }),
    kicker: kickerOf(source, locale),
    sections: [
      ...outline.map(sectionOf),
      trailSection(source, locale),
      personSection(source, locale),
    ].filter(({ facts, entries }) => facts.length + entries.length > 0),
    attachments: {
      title: m.practice_section_attachments({}, { locale }),
      items: content.attachments.map((entry) => attachmentOf(entry, locale, pictures)),
    },
    terms: paperTerms(source, locale),
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
