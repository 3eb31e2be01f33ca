/** A link between pages for people who are not signed in: keeps the language that was chosen there. */
export function withLanguage(path: string, { searchParams }: Pick<URL, 'searchParams'>): string {
  const language = searchParams.get('lang');
  return language ? `${path}?lang=${encodeURIComponent(language)}` : path;
}

/** The same page in another language. */
export function inLanguage({ pathname, searchParams }: URL, locale: string): string {
  const query = new URLSearchParams(searchParams);
  query.set('lang', locale);
  return `${pathname}?${query}`;
}
