/** What the fields of an item offer, and how what stands in them is said. */
import { m } from '$lib/paraglide/messages.js';
import type { formatter } from '$lib/ui/formatter';
import type { ItemKind } from '../document';
import type { ItemField } from '../operations';
import { kindNames } from '../words';
import { consultationName } from './consultation-name';
import type { OpenBoard } from './queries.server';

/** What an item can lead to. */
export const linkFields = [
  {
    field: 'topicId',
    name: 'topic',
    label: m.agenda_item_topic,
    hint: undefined,
    none: m.agenda_item_none,
  },
  {
    field: 'practiceId',
    name: 'practice',
    label: m.agenda_item_practice,
    hint: undefined,
    none: m.agenda_item_none,
  },
  {
    field: 'consultationId',
    name: 'consultation',
    label: m.agenda_item_consultation,
    hint: m.agenda_item_consultation_hint,
    none: m.agenda_item_method_none,
  },
] as const;
type LinkField = (typeof linkFields)[number]['field'];

interface Option {
  value: string;
  label: string;
}

export function itemChoices(
  open: OpenBoard,
  files: readonly { id: string; name: string }[],
  format: ReturnType<typeof formatter>,
) {
  const offered: Record<LinkField, Option[]> = {
    topicId: open.topics.map(({ id, question }) => ({ value: id, label: question })),
    practiceId: open.practices.map(({ id, gist }) => ({ value: id, label: gist })),
    consultationId: open.consultations.map((one) => ({
      value: one.id,
      label: consultationName(one, format),
    })),
  };
  /** What one may not see stays chosen. */
  const optionsOf = (field: LinkField, chosen: string | null): Option[] => {
    const isOffered = chosen === null || offered[field].some(({ value }) => value === chosen);
    return isOffered
      ? offered[field]
      : [...offered[field], { value: chosen, label: m.agenda_item_unseen() }];
  };
  const nameOf = (id: string) =>
    [...open.people, ...files].find((one) => one.id === id)?.name ?? m.agenda_board_somebody();

  function words(field: ItemField, value: unknown): string {
    if (value === null || value === undefined) return '';
    if (field === 'methodId') return open.methods.find(({ id }) => id === value)?.name ?? '';
    if (field === 'kind') return kindNames[value as ItemKind]();
    if (field in offered) {
      const options = optionsOf(field as LinkField, value as string);
      return options.find((option) => option.value === value)?.label ?? '';
    }
    if (Array.isArray(value)) return format.list(value.map((id) => nameOf(id as string)));
    return String(value as string | number);
  }

  return {
    optionsOf,
    words,
    people: open.people.map(({ id, name, role, teamName, hasLeft }) => ({
      id,
      name,
      hasLeft,
      note: teamName ?? (role === 'expert' ? m.agenda_board_expert() : null),
    })),
    experts: open.people
      .filter(({ role }) => role === 'expert')
      .map(({ id, name, isInvited, hasLeft }) => ({
        id,
        name,
        hasLeft,
        note: isInvited ? null : m.agenda_board_not_invited(),
      })),
  };
}
