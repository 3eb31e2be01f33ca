import { m } from '$lib/paraglide/messages.js';
import { KINDS, ROLES, type Kind, type Role } from '../engine/kinds';
import type { Method, Phase } from '../engine/method';
import { METHODS, methodOf } from '../engine/methods';
import { advises } from '../engine/rights';
import {
  cueTexts,
  methodTexts,
  moduleTexts,
  roleTexts,
  type MethodTexts,
  type PhaseTexts,
} from '../engine/texts';
import { CARDS, type CardName, type OfRoleCard } from './schema';

type Locale = OfRoleCard['locale'];

interface CardPhase {
  number: number;
  name: string;
  minutes: string;
  /** What one may and may not do here, in a few words. */
  stance: { text: string; isQuiet: boolean } | null;
  does: string;
  /** What the moderator can say now. */
  say: string | null;
}

/** What stands on the card of one role: enough for a group that sits in a room, with nothing switched on. */
interface RoleCard {
  method: string;
  role: string;
  lead: string;
  facts: string;
  phases: CardPhase[];
  helps: {
    title: string;
    when: string;
    say: string;
    items: { when: string; say: string }[];
  } | null;
  ways: { title: string; items: { name: string; text: string }[] } | null;
}

/** The data of role-card.typ. */
export interface RoleCards {
  title: string;
  language: Locale;
  note: string;
  cards: RoleCard[];
}

/** The roles that a method has a card for. */
const cardsOf = ({ hasModerator, phases }: Method): CardName[] =>
  CARDS.filter(
    (card) =>
      (card !== 'peer_moderator' || hasModerator) &&
      (card !== 'secretary' || phases.some(({ secretary }) => secretary)),
  );

/** One card of a method, or all; null where the method has no such role. */
export function roleCards({ method: key, card, locale }: OfRoleCard): RoleCards | null {
  const method = methodOf(key);
  const wanted = card === 'all' ? cardsOf(method) : cardsOf(method).filter((one) => one === card);
  if (wanted.length === 0) return null;
  const cards = wanted.map((one) => roleCard(method, one, locale));
  const name = card === 'all' ? m.consultation_card_all({}, { locale }) : cards[0]!.role;
  return {
    title: m.consultation_card_title({ role: name, method: cards[0]!.method }, { locale }),
    language: locale,
    note: m.consultation_card_note({}, { locale }),
    cards,
  };
}

function roleCard(method: Method, card: CardName, locale: Locale): RoleCard {
  const texts = methodTexts(method, locale);
  const isModerator = card === 'peer_moderator';
  const choosesWay = method.phases.some(({ choosesModule }) => choosesModule);
  return {
    method: texts.name,
    role: roleName(card, locale),
    lead: card === 'secretary' ? m.consultation_card_secretary_lead({}, { locale }) : texts.text,
    facts: factsOf(method, locale),
    phases: phasesOf(method, card, texts, locale),
    helps: isModerator ? helpsOf(method, locale) : null,
    ways:
      choosesWay && card !== 'secretary'
        ? { title: m.consultation_card_ways({}, { locale }), items: moduleTexts(locale) }
        : null,
  };
}

const roleName = (card: CardName, locale: Locale): string =>
  card === 'secretary' ? m.consultation_role_secretary({}, { locale }) : roleTexts(locale)[card];

function factsOf({ people, phases, rounds, hasModerator }: Method, locale: Locale): string {
  const minutes = phases.reduce((sum, phase) => sum + phase.minutes, 0);
  const { min, max } = people;
  const size =
    min === max
      ? m.consultation_card_people_exactly({ count: min }, { locale })
      : m.consultation_card_people({ min, max }, { locale });
  const time =
    rounds === 'each'
      ? m.consultation_card_time_each({ minutes }, { locale })
      : m.consultation_card_time({ minutes }, { locale });
  const facts = [size, time];
  if (!hasModerator) facts.push(m.consultation_card_no_moderator({}, { locale }));
  return facts.join(' · ');
}

function phasesOf(method: Method, card: CardName, texts: MethodTexts, locale: Locale): CardPhase[] {
  const cues = cueTexts(method, locale);
  return method.phases.flatMap((phase, index): CardPhase[] => {
    const words = texts.phases[index]!;
    const place = {
      number: index + 1,
      name: words.name,
      minutes: m.consultation_card_minutes({ count: phase.minutes }, { locale }),
    };
    if (card === 'secretary')
      return phase.secretary
        ? [{ ...place, stance: null, does: notesOf(phase.secretary, words, locale), say: null }]
        : [];
    const isModerator = card === 'peer_moderator';
    return [
      {
        ...place,
        stance: isModerator ? null : stanceOf(phase, card, locale),
        does: words.does[card],
        say: isModerator ? cues[`${method.key}_${phase.key}`]!.say : null,
      },
    ];
  });
}

/** Notes are of what the others say; anything else the secretary types in its own place. */
function notesOf(kinds: readonly Kind[], { kinds: names }: PhaseTexts, locale: Locale): string {
  if (kinds.includes('secretary_note')) return m.consultation_card_secretary_notes({}, { locale });
  const written = KINDS.filter((kind) => kinds.includes(kind)).map((kind) => names[kind]);
  return m.consultation_card_secretary_writes({ kinds: written.join(', ') }, { locale });
}

/** What is said in passing, or only when asked: no turn of one's own. */
const IN_PASSING: readonly Kind[] = ['thanks', 'statement', 'answer'];

function stanceOf(phase: Phase, role: Role, locale: Locale): CardPhase['stance'] {
  const kinds = phase.kinds[role] ?? [];
  const advises = phase.usesModule === true && role === 'adviser';
  const isQuietForAll = !phase.usesModule && ROLES.every((one) => !phase.kinds[one]?.length);
  if (isQuietForAll) return { text: m.consultation_card_all_quiet({}, { locale }), isQuiet: true };
  if (kinds.length === 0 && !advises)
    return { text: m.consultation_card_listens({}, { locale }), isQuiet: true };
  const own = kinds.filter((kind) => !IN_PASSING.includes(kind));
  if (own.length === 0 && !advises) return null;
  const onlyAsks = !advises && own.every((kind) => kind === 'question');
  return onlyAsks
    ? { text: m.consultation_card_asks({}, { locale }), isQuiet: false }
    : { text: m.consultation_card_speaks({}, { locale }), isQuiet: false };
}

/** What helps when something goes wrong: all cues that can come up here and belong to no phase. */
function helpsOf(method: Method, locale: Locale): RoleCard['helps'] {
  const canComeUp: Record<string, boolean> = {
    loop: method.phases.some(({ loop }) => loop),
    early_advice: method.phases.some(advises),
    no_advice: !method.phases.some(advises),
  };
  const begin = m.consultation_cue_begin_when({}, { locale });
  const items = Object.entries(cueTexts(method, locale))
    .filter(([key, { when }]) => when !== begin && (canComeUp[key] ?? true))
    .map(([, cue]) => cue);
  return {
    title: m.consultation_card_helps({}, { locale }),
    when: m.consultation_card_when({}, { locale }),
    say: m.consultation_card_say({}, { locale }),
    items,
  };
}

/** A method with the cards that can be printed for it. */
export interface ListedCards {
  method: string;
  name: string;
  text: string;
  facts: string;
  cards: { card: CardName; name: string }[];
}

export const listCards = (locale: Locale): ListedCards[] =>
  METHODS.map((method) => {
    const { name, text } = methodTexts(method, locale);
    return {
      method: method.key,
      name,
      text,
      facts: factsOf(method, locale),
      cards: cardsOf(method).map((card) => ({ card, name: roleName(card, locale) })),
    };
  });
