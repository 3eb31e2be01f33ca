import { escapeHtml } from '$lib/platform/plain-text';

/** Finds "@Name" in rich text and makes links of it. Pure. */

export interface Mentionable {
  membershipId: string;
  accountId: string;
  name: string;
}

export interface Mentioned {
  html: string;
  /** Membership ids, each once. */
  mentionIds: string[];
}

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Takes the links of earlier mentions off, so that the names can be looked up again. */
const withoutMentions = (html: string): string =>
  html.replace(/<a\b[^>]*href="\/cohorts\/[^"]*\/people\/[^"]*"[^>]*>(@[^<]*)<\/a>/g, '$1');

/**
 * Links each "@Name" of a person who may be mentioned.
 *
 * @param html cleaned rich text: text is escaped, attributes stand in double quotes
 * @param people who may be mentioned; the longest name wins ("@Anna Maria" before "@Anna")
 * @param hrefOf the address of a person's directory entry
 */
export function linkMentions(
  html: string,
  people: readonly Mentionable[],
  hrefOf: (membershipId: string) => string,
): Mentioned {
  const plain = withoutMentions(html);
  if (!plain.includes('@') || people.length === 0) return { html: plain, mentionIds: [] };
  const byName = new Map(people.map((person) => [escapeHtml(person.name), person]));
  const names = [...byName.keys()].sort((a, b) => b.length - a.length).map(escapePattern);
  const pattern = new RegExp(`@(${names.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  const mentionIds = new Set<string>();
  let linkDepth = 0;
  const linked = plain
    .split(/(<[^>]*>)/)
    .map((part) => {
      if (part.startsWith('<')) {
        if (/^<a\b/.test(part)) linkDepth += 1;
        if (part === '</a>') linkDepth -= 1;
        return part;
      }
      if (linkDepth > 0) return part;
      return part.replace(pattern, (text, name: string) => {
        const person = byName.get(name);
        if (!person) return text;
        mentionIds.add(person.membershipId);
        return `<a href="${hrefOf(person.membershipId)}">${text}</a>`;
      });
    })
    .join('');
  return { html: linked, mentionIds: [...mentionIds] };
}
