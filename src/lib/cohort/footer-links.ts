import { m } from '$lib/paraglide/messages.js';

/** What is written small below every page. */
export const footerLinks = (): { href: string; label: string }[] => [
  { href: '/imprint', label: m.cohort_footer_imprint() },
  { href: '/privacy', label: m.cohort_footer_privacy() },
  { href: '/accessibility', label: m.cohort_footer_accessibility() },
  { href: '/protection', label: m.cohort_footer_protection() },
  { href: '/help', label: m.cohort_footer_help() },
];
