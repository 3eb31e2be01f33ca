import type { Choice } from '../choice';
import { ElectionFileError, MAXIMUM_VOTES, type ElectionFile } from './election';

export const PREFLIB_TYPES = ['soc', 'soi', 'toc', 'toi'] as const;
export type PreflibType = (typeof PREFLIB_TYPES)[number];

type Head = { title: string; names: Map<string, string>; voters: number | null; body: Line[] };
type Line = { line: number; content: string };

/**
 * Reads an election in an ordinal format of PrefLib (preflib.org/format): strict or tied orders, complete
 * or incomplete (soc, soi, toc, toi); with the head of today's files (`# ALTERNATIVE NAME 1: …`) or of
 * those before 2022. Alternatives that a vote leaves out stand below all that it ranks.
 *
 * @throws ElectionFileError with the line, where something is missing or cannot be
 */
export function readPreflib(text: string, type: PreflibType): ElectionFile {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((content, index) => ({ line: index + 1, content: content.trim() }))
    .filter(({ content }) => content !== '');
  const head = lines[0]?.content.startsWith('#') ? readHead(lines) : readOldHead(lines);
  let count = 0;
  const casts = head.body.flatMap(({ line, content }) => {
    const { times, order } = splitVote(content, line);
    count += times;
    if (count > MAXIMUM_VOTES) throw new ElectionFileError(line, 'too_large');
    const vote = readOrder(order, line, head.names, type);
    return Array.from({ length: times }, () => vote);
  });
  const isCountOdd = head.voters !== null && head.voters !== casts.length;
  return {
    title: head.title,
    kind: 'ranking',
    options: [...head.names].map(([id, title]) => ({ id, title, minutes: null })),
    budget: null,
    decimals: 0,
    casts,
    remarks: isCountOdd ? [{ key: 'num_votes', said: head.voters!, found: casts.length }] : [],
  };
}

function readHead(lines: readonly Line[]): Head {
  const names = new Map<string, string>();
  let title = '';
  let voters: number | null = null;
  let alternatives: Line | null = null;
  for (const { line, content } of lines.filter((each) => each.content.startsWith('#'))) {
    const [, key = '', value = ''] = /^#\s*([^:]*):\s*(.*)$/.exec(content) ?? [];
    const named = /^ALTERNATIVE NAME (\S+)$/.exec(key);
    if (named) names.set(named[1]!, value);
    else if (key === 'TITLE') title = value;
    else if (key === 'NUMBER VOTERS') voters = wholeNumber(value, line);
    else if (key === 'NUMBER ALTERNATIVES') alternatives = { line, content: value };
  }
  if (alternatives) {
    const count = wholeNumber(alternatives.content, alternatives.line);
    if (names.size === 0) for (let id = 1; id <= count; id += 1) names.set(String(id), String(id));
    if (names.size !== count)
      throw new ElectionFileError(alternatives.line, 'names_differ', { count, names: names.size });
  }
  if (names.size === 0) throw new ElectionFileError(null, 'no_names');
  return { title, names, voters, body: lines.filter(({ content }) => !content.startsWith('#')) };
}

/** Number of alternatives; one line for each; voters, votes and different orders; then the votes. */
function readOldHead(lines: readonly Line[]): Head {
  const [first, ...rest] = lines;
  if (!first) throw new ElectionFileError(null, 'empty');
  const count = wholeNumber(first.content, first.line);
  const names = new Map<string, string>();
  for (const { line, content } of rest.slice(0, count)) {
    const [, id, name] = /^(\d+)\s*,\s*(.*)$/.exec(content) ?? [];
    if (!id) throw new ElectionFileError(line, 'no_alternative', { text: content });
    names.set(id, name!);
  }
  const totals = rest[count];
  if (names.size !== count || !totals)
    throw new ElectionFileError(null, 'names_differ', { count, names: names.size });
  const voters = wholeNumber(totals.content.split(',')[0]!.trim(), totals.line);
  const body = rest.slice(count + 1).map(({ line, content }) => ({
    line,
    content: content.replace(',', ':'),
  }));
  return { title: '', names, voters, body };
}

function splitVote(content: string, line: number): { times: number; order: string } {
  const [, times, order] = /^(\d+)\s*:\s*(.*)$/.exec(content) ?? [];
  if (times === undefined) throw new ElectionFileError(line, 'no_vote', { text: content });
  return { times: Number(times), order: order! };
}

function readOrder(
  order: string,
  line: number,
  names: ReadonlyMap<string, string>,
  type: PreflibType,
): Choice {
  const isWellFormed = /^(\s*(\{[^{}]*\}|[^{},]+)\s*(,|$))*$/.test(order);
  if (!isWellFormed) throw new ElectionFileError(line, 'bracket', { text: order });
  const groups = (order.match(/\{[^{}]*\}|[^{},\s]+/g) ?? []).map((group) =>
    group
      .replace(/[{}]/g, '')
      .split(',')
      .map((id) => id.trim())
      .filter(Boolean),
  );
  const ranks = groups.filter((group) => group.length > 0);
  const ranked = ranks.flat();
  const unknown = ranked.find((id) => !names.has(id));
  if (unknown !== undefined)
    throw new ElectionFileError(line, 'unknown_alternative', { id: unknown });
  const twice = ranked.find((id, index) => ranked.indexOf(id) !== index);
  if (twice !== undefined) throw new ElectionFileError(line, 'named_twice', { id: twice });
  if (type.startsWith('s') && ranks.some((group) => group.length > 1))
    throw new ElectionFileError(line, 'equals', { type });
  if (type.endsWith('c') && ranked.length < names.size)
    throw new ElectionFileError(line, 'incomplete', {
      ranked: ranked.length,
      names: names.size,
      type,
    });
  return { kind: 'ranking', ranks };
}

function wholeNumber(text: string, line: number): number {
  if (!/^\d+$/.test(text)) throw new ElectionFileError(line, 'no_whole_number', { text });
  return Number(text);
}
