import { procedure, router } from '$lib/access/procedure.server';
import { notFound } from '$lib/platform/errors';
import { renderPdf } from '$lib/platform/pdf.server';
import { listCards, roleCards } from './card';
import template from './role-card.typ?raw';
import { ofRoleCard, type OfRoleCard } from './schema';

/** What a method asks of each role is public knowledge: whoever is signed in may have it. */
export const roleCardRouter = router({
  list: procedure.query(({ ctx }) => listCards(ctx.locale)),
  pdf: procedure.input(ofRoleCard).query(({ input }) => roleCardPdf(input)),
});

async function roleCardPdf(wanted: OfRoleCard): Promise<{ content: string; title: string }> {
  const cards = roleCards(wanted);
  if (cards === null) throw notFound();
  const pdf = await renderPdf(template, cards);
  return { content: Buffer.from(pdf).toString('base64'), title: cards.title };
}
