/**
 * An example as a paper for a town's own council: what is known stands in it, and where the town has to
 * say something itself, there is a marked gap. To be finished in a word processor. Pure.
 */
import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import type { DocxDocument, DocxPart, DocxPicture, DocxText } from '$lib/platform/docx.server';
import { formatDate } from '$lib/ui/format';
import type { Attachment, PracticeField } from '../fields';
import { fieldLabel, kindLabel, textLicenceLabel, textLicenceMeaning } from '../labels';
import { licenceOf, termsOf } from '../licence';
import { attachmentNote, describe, periodWords } from '../outline';
import { blocksOf } from '../plain-text';
import { pictureAlt, trailOf, type PaperSource } from './paper';
import type { CouncilForm } from './schema';

interface Paper {
  source: PaperSource;
  form: CouncilForm;
  /** The reader's own town; null for those who are of none. */
  townName: string | null;
  /** Who may read the text. */
  readers: string;
  timeZone: string;
  today: Date;
  /** The pictures that can be shown, by their files. */
  pictures: ReadonlyMap<string, DocxPicture>;
}

const heading = (text: string, level: 1 | 2): DocxPart => ({ kind: 'heading', level, text });
const paragraph = (...lines: DocxText[]): DocxPart => ({ kind: 'paragraph', lines });
const gap = (text: string): DocxPart => paragraph({ gap: text });
/** A part with its title; none where there is nothing to say. */
const part = (title: string, parts: DocxPart[]): DocxPart[] =>
  parts.length > 0 ? [heading(title, 1), ...parts] : [];

/** As sentences say it: "aus Ahlen", "aus einer anderen Kommune". */
const townOf = ({ teamName }: PaperSource, locale: Locale): string =>
  teamName ?? m.practice_paper_council_some_town({}, { locale });

/** The own town's example: the council is told of it, not asked to copy it. */
const isOwn = ({ source, townName }: Paper): boolean =>
  townName !== null && townName === source.teamName;

const localeOf = ({ source }: Paper): Locale => source.content.language;
const toFill = (locale: Locale) => ({ gap: m.practice_paper_council_fill({}, { locale }) });

/** A long text as parts of the document. */
const written = (text: string): DocxPart[] =>
  blocksOf(text).map((block) => (block.kind === 'list' ? block : paragraph(...block.lines)));

/** Fields of the record under their labels, short ones as a table; what says nothing is left out. */
function fields({ source: { content } }: Paper, names: readonly PracticeField[]): DocxPart[] {
  const locale = content.language;
  const parts: DocxPart[] = [];
  let facts: string[][] = [];
  const close = (): void => {
    if (facts.length > 0)
      parts.push({ kind: 'table', columns: null, rows: facts, shares: [0.3, 0.7] });
    facts = [];
  };
  for (const field of names) {
    const value = describe(content, field, locale);
    if (!value) continue;
    const label = fieldLabel(field, { locale });
    if (value.kind === 'fact') {
      facts.push([label, value.text]);
      continue;
    }
    close();
    parts.push(heading(label, 2));
    if (value.kind === 'text') parts.push(...written(value.text));
    else
      parts.push({ ...value, shares: value.columns.length === 2 ? [0.3, 0.7] : [0.4, 0.2, 0.4] });
  }
  close();
  return parts;
}

export const formTitle = (form: CouncilForm, locale: Locale): string =>
  form === 'report'
    ? m.practice_paper_council_form_report({}, { locale })
    : m.practice_paper_council_form_decision({}, { locale });

/** What the administration of a town writes above every paper. */
function head(paper: Paper, locale: Locale): DocxPart[] {
  const { form, source, today, timeZone, readers } = paper;
  const options = { locale };
  const town = townOf(source, locale);
  const parts: DocxPart[] = [
    {
      kind: 'table',
      columns: null,
      rows: [
        [formTitle(form, locale), { gap: m.practice_paper_council_number({}, options) }],
        [m.practice_paper_council_department({}, options), toFill(locale)],
        [m.practice_paper_council_author({}, options), toFill(locale)],
        [m.practice_paper_council_day({}, options), formatDate(today, locale, timeZone)],
      ],
      shares: [0.3, 0.7],
    },
    {
      kind: 'table',
      columns: [
        m.practice_paper_council_body({}, options),
        m.practice_paper_council_session({}, options),
        m.practice_paper_council_role({}, options),
      ],
      rows: [[toFill(locale), toFill(locale), toFill(locale)]],
      shares: [0.4, 0.25, 0.35],
    },
  ];
  if (source.rung !== 'public')
    parts.push(
      gap(
        isOwn(paper)
          ? m.practice_paper_council_confidential_own({ readers }, options)
          : m.practice_paper_council_confidential({ readers, town }, options),
      ),
    );
  return parts;
}

/** What the council is asked to do; nobody is asked to copy what has failed. */
function proposal(paper: Paper, locale: Locale): string {
  const { form, source } = paper;
  const { content } = source;
  const town = townOf(source, locale);
  if (form === 'report') return m.practice_paper_council_report({ town }, { locale });
  const isOver = content.kind === 'failed' || content.kind === 'stopped';
  if (isOwn(paper))
    return isOver
      ? m.practice_paper_council_decide_own_otherwise({}, { locale })
      : m.practice_paper_council_decide_own({}, { locale });
  return isOver
    ? m.practice_paper_council_decide_otherwise({ town }, { locale })
    : m.practice_paper_council_decide({ town }, { locale });
}

function summary({ source }: Paper, locale: Locale): DocxPart[] {
  const { content } = source;
  const town = townOf(source, locale);
  const kind = content.kind ? kindLabel(content.kind, { locale }) : '';
  const outcome = [kind, periodWords(content, locale)].filter(Boolean).join(', ');
  const parts = [paragraph(content.gist)];
  if (outcome)
    parts.push(paragraph(m.practice_paper_council_outcome({ town, outcome }, { locale })));
  return parts;
}

/** The conditions of transfer, with a column for how it is at home. */
function transfer(paper: Paper, locale: Locale): DocxPart[] {
  if (isOwn(paper)) return [];
  return [
    ...transferTable(paper, locale),
    ...fields(paper, conditions),
    gap(m.practice_paper_council_transfer_gap({}, { locale })),
  ];
}

function transferTable({ source: { content } }: Paper, locale: Locale): DocxPart[] {
  const value = describe(content, 'transfer', locale);
  if (value?.kind !== 'table') return [];
  return [
    {
      kind: 'table',
      columns: [...value.columns, m.practice_paper_council_here({}, { locale })],
      rows: value.rows.map((cells) => [...cells, toFill(locale)]),
      shares: [0.18, 0.2, 0.36, 0.26],
    },
  ];
}

function costs(paper: Paper, locale: Locale): DocxPart[] {
  const { content, teamName } = paper.source;
  const row = (field: PracticeField): DocxText[] => {
    const value = describe(content, field, locale);
    const there = value && value.kind !== 'table' ? value.text : '–';
    return [fieldLabel(field, { locale }), there, toFill(locale)];
  };
  return [
    {
      kind: 'table',
      columns: [
        m.practice_paper_council_effort({}, { locale }),
        teamName ?? m.practice_paper_council_there({}, { locale }),
        isOwn(paper)
          ? m.practice_paper_council_from_now({}, { locale })
          : m.practice_paper_council_here({}, { locale }),
      ],
      rows: (['budgetBand', 'cost', 'costNote', 'staffHours', 'time'] as const).map(row),
      shares: [0.26, 0.37, 0.37],
    },
  ];
}

const attachmentLine = (entry: Attachment, locale: Locale): string => {
  const address = entry.kind === 'link' ? entry.url : '';
  const name = [entry.title, address].filter(Boolean).join(': ');
  const note = attachmentNote(entry, locale);
  return name ? `${name} (${note})` : note;
};

/** Pictures with their line below, everything else as a list. */
function attachments({ source, pictures }: Paper, locale: Locale): DocxPart[] {
  const all = source.content.attachments.map((entry) => ({
    line: attachmentLine(entry, locale),
    alt: pictureAlt(entry, locale),
    picture: entry.kind === 'picture' ? pictures.get(entry.fileId) : undefined,
  }));
  const items = all.flatMap(({ picture, line }) => (picture ? [] : [line]));
  const shown = all.flatMap(({ picture, alt, line }): DocxPart[] =>
    picture ? [{ kind: 'picture', picture, alt }, paragraph(line)] : [],
  );
  if (all.length === 0) return [];
  const title = heading(m.practice_section_attachments({}, { locale }), 2);
  return [title, ...(items.length > 0 ? [{ kind: 'list', items } as const] : []), ...shown];
}

/** Under which terms a house may use the text; what they let everyone do holds once everyone reads it. */
function licence({ source: { content, rung } }: Paper, locale: Locale): DocxPart {
  const options = { locale };
  const key = licenceOf(content);
  const name = [textLicenceLabel(key, options), termsOf[key]].filter(Boolean).join(', ');
  const said = `${m.practice_licence_of_text({}, options)} ${name}`;
  return paragraph(rung === 'public' ? `${said}. ${textLicenceMeaning(key, options)}` : said);
}

const takenFrom = ({ source: { content } }: Paper, locale: Locale): DocxPart[] =>
  content.takenFrom
    ? [paragraph(`${fieldLabel('takenFrom', { locale })}: ${content.takenFrom}`)]
    : [];

function origin(paper: Paper, locale: Locale): DocxPart[] {
  const { source, timeZone, readers } = paper;
  const { teamName, at, persons } = source;
  const day = formatDate(at, locale, timeZone);
  const from = paragraph(
    teamName
      ? m.practice_paper_council_origin({ town: teamName, day, readers }, { locale })
      : m.practice_paper_council_origin_unnamed({ day, readers }, { locale }),
  );
  const named = persons.map(({ name, role, contact }) =>
    [name, role, contact].filter(Boolean).join(', '),
  );
  const people: DocxPart[] = [
    heading(m.ladder_named_title({}, { locale }), 2),
    { kind: 'list', items: named },
  ];
  return [
    from,
    licence(paper, locale),
    ...takenFrom(paper, locale),
    ...(named.length > 0 ? people : []),
    ...attachments(paper, locale),
  ];
}

/** Who has tried it since, town by town. */
const trail = ({ source }: Paper, locale: Locale): DocxPart[] =>
  trailOf(source, locale).flatMap(({ label, text }) => [heading(label, 2), ...written(text)]);

export function councilPaper(paper: Paper): DocxDocument {
  const { source, form, townName, today, timeZone } = paper;
  const locale = localeOf(paper);
  const options = { locale };
  const town = townOf(source, locale);
  const { gist } = source.content;
  return {
    title: m.practice_paper_council_title({ gist, town }, options),
    kicker: townName ?? { gap: m.practice_paper_council_town({}, options) },
    language: locale,
    footer: `${formTitle(form, locale)} · ${formatDate(today, locale, timeZone)}`,
    pageLabel: {
      before: m.practice_paper_page({}, options),
      between: m.practice_paper_page_of({}, options),
    },
    parts: [
      ...head(paper, locale),
      ...part(
        form === 'report'
          ? m.practice_paper_council_statement({}, options)
          : m.practice_paper_council_proposal({}, options),
        written(proposal(paper, locale)),
      ),
      ...part(m.practice_paper_council_summary({}, options), summary(paper, locale)),
      ...part(m.practice_paper_council_occasion({}, options), [
        gap(m.practice_paper_council_occasion_gap({}, options)),
      ]),
      ...part(m.practice_paper_council_facts({ town }, options), fields(paper, told)),
      ...part(m.practice_paper_council_results({}, options), fields(paper, results)),
      ...part(m.practice_paper_council_lessons({}, options), fields(paper, lessons)),
      ...part(m.practice_adoption_title({}, options), trail(paper, locale)),
      ...part(m.practice_paper_council_transfer({}, options), transfer(paper, locale)),
      ...part(m.practice_paper_council_costs({}, options), costs(paper, locale)),
      ...part(m.practice_paper_council_risks({}, options), [
        ...fields(paper, risks),
        gap(m.practice_paper_council_risks_gap({}, options)),
      ]),
      ...part(m.practice_paper_council_alternatives({}, options), [
        gap(m.practice_paper_council_alternatives_gap({}, options)),
      ]),
      ...part(m.practice_paper_council_source({}, options), origin(paper, locale)),
    ],
  };
}

const told = [
  'townKind',
  'townSize',
  'status',
  'tags',
  'problem',
  'mandate',
  'targetGroup',
  'goal',
  'story',
  'steps',
  'partners',
  'participation',
  'material',
] as const;
const results = ['outcomes', 'lasts', 'sideEffects', 'evidence', 'evidenceNote'] as const;
const lessons = ['planned', 'happened', 'why', 'nextTime', 'wrongAssumptions'] as const;
const conditions = ['core', 'changeable', 'prerequisites'] as const;
const risks = ['dontIf', 'earlySigns'] as const;
