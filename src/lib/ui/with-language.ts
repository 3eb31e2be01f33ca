/** A link between pages for people who are not signed in: keeps the language that was chosen there. */
export function withLanguage(path: string, { searchParams }: Pick<URL, 'searchParams'>): string {
  const language = searchParams.get('lang');
  return language ? `${path}?lang=${encodeURIComponent(language)}` : path;
}
