import { m } from '$lib/paraglide/messages.js';
import { withLanguage } from '$lib/ui/with-language';

interface FooterLink {
  href: string;
  label: string;
}

/** What is written small below every page. */
export const footerLinks = (): FooterLink[] => [
  { href: '/imprint', label: m.cohort_footer_imprint() },
  { href: '/privacy', label: m.cohort_footer_privacy() },
  { href: '/accessibility', label: m.cohort_footer_accessibility() },
  { href: '/protection', label: m.cohort_footer_protection() },
  { href: '/help', label: m.cohort_footer_help() },
];

/** The same for those who are not signed in: in the language that was chosen at this address. */
export const footerLinksOutside = (url: URL): FooterLink[] =>
  footerLinks().map(({ href, label }) => ({ href: withLanguage(href, url), label }));
