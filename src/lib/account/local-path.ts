const ANYWHERE = 'https://werkraum.invalid';

/**
 * The page to go to after signing in, from the `to` of the address: a path of this installation, or
 * the start page. Anything that a browser could read as another host is refused ("//x", "/\x").
 */
export function localPath(to: string | null): string {
  if (!to || !to.startsWith('/') || !URL.canParse(to, ANYWHERE)) return '/';
  const url = new URL(to, ANYWHERE);
  const isLocal = url.origin === ANYWHERE && !url.pathname.startsWith('//');
  const leadsBack = url.pathname === '/sign-in' || url.pathname === '/sign-out';
  return isLocal && !leadsBack ? url.pathname + url.search + url.hash : '/';
}
