import { describe, expect, it } from 'vitest';
import { renderPdf } from '$lib/platform/pdf.server';
import { METHODS } from '../engine/methods';
import { listCards, roleCards } from './card';
import template from './role-card.typ?raw';

const LOCALES = ['de', 'en'] as const;
const cards = (method: string, card: Parameters<typeof roleCards>[0]['card'] = 'all') =>
  roleCards({ method, card, locale: 'de' });

describe.each(METHODS)('the cards of $key', ({ key, phases, hasModerator }) => {
  it('are there for each role that it has', () => {
    const { cards: listed } = listCards('de').find(({ method }) => method === key)!;
    const names = listed.map(({ card }) => card);
    expect(names.includes('peer_moderator')).toBe(hasModerator);
    expect(names.includes('secretary')).toBe(phases.some(({ secretary }) => secretary));
    for (const { card, name } of listed) expect(cards(key, card)!.cards[0]!.role).toBe(name);
    expect(cards(key)!.cards).toHaveLength(listed.length);
  });

  it('tell of every phase, with its minutes', () => {
    const [giver] = cards(key, 'case_giver')!.cards;
    expect(giver!.phases.map(({ minutes }) => Number.parseInt(minutes))).toEqual(
      phases.map(({ minutes }) => minutes),
    );
  });

  it.each(LOCALES)('are an accessible PDF in %s', async (locale) => {
    const wanted = roleCards({ method: key, card: 'all', locale })!;
    const pdf = Buffer.from(await renderPdf(template, wanted)).toString('utf8');
    expect(pdf).toContain(`/Lang (${locale})`);
    expect(pdf).toContain(`<rdf:li xml:lang="x-default">${wanted.title}</rdf:li>`);
    expect(pdf.match(/\/S \/H1\n/g)).toHaveLength(wanted.cards.length);
    const helpTables = wanted.cards.filter(({ helps }) => helps !== null).length;
    expect(pdf.match(/\/S \/Table\n/g) ?? []).toHaveLength(helpTables);
  });
});

describe('a card', () => {
  it('says what one may not do', () => {
    const stances = (card: 'case_giver' | 'adviser') =>
      cards('troika', card)!.cards[0]!.phases.map(({ stance }) => stance?.text ?? null);
    const [quiet, turn] = ['Sie hören nur zu. Notizen sind erlaubt.', 'Sie sind an der Reihe.'];
    expect(stances('case_giver')).toEqual(['Alle schweigen.', turn, null, quiet, turn]);
    const asks = 'Sie fragen nur, ohne zu raten.';
    expect(stances('adviser')).toEqual(['Alle schweigen.', quiet, asks, turn, quiet]);
  });

  it('gives the moderator words for each phase, and for when it gets stuck', () => {
    const [moderator] = cards('tietze', 'peer_moderator')!.cards;
    expect(moderator!.phases.every(({ say }) => say !== null)).toBe(true);
    expect(moderator!.helps!.items.map(({ when }) => when)).toContain(
      'Wenn jemand zu früh einen Rat gibt',
    );
  });

  it('speaks of nothing that cannot come up', () => {
    const [moderator] = cards('balint', 'peer_moderator')!.cards;
    const whens = moderator!.helps!.items.map(({ when }) => when);
    expect(whens).toContain('Wenn jemand einen Rat gibt');
    expect(whens).not.toContain('Wenn jemand zu früh einen Rat gibt');
    expect(whens).not.toContain('Schlüsselfrage gemeinsam suchen');
  });

  it('is not there for a role that a method does not have', () => {
    expect(cards('troika', 'peer_moderator')).toBeNull();
  });
});
