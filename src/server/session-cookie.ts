import { parse, serialize } from 'cookie';
import type { Context } from '$lib/access/procedure.server';

/** The only cookie there is. The __Host- prefix binds it to this host over https. */
export const sessionCookieName = (origin: string): string =>
  origin.startsWith('https:') ? '__Host-session' : 'session';

export const readSessionCookie = (header: string | undefined, origin: string): string | null =>
  parse(header ?? '')[sessionCookieName(origin)] ?? null;

/** Writes the cookie through whatever appends a Set-Cookie header. */
export function sessionCookies(
  origin: string,
  append: (setCookie: string) => void,
): Context['cookies'] {
  const options = {
    httpOnly: true,
    sameSite: 'lax',
    secure: origin.startsWith('https:'),
    path: '/',
  } as const;
  const name = sessionCookieName(origin);
  return {
    setSession: (id, expires) => append(serialize(name, id, { ...options, expires })),
    clearSession: () => append(serialize(name, '', { ...options, maxAge: 0 })),
  };
}
