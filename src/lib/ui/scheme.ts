/** What a person can choose: the light scheme, the dark one, or what the device says. */
export type Scheme = 'light' | 'dark' | 'device';

/** The server reads it and writes `data-scheme` on `<html>`, so that no page flashes. */
export const schemeCookie = 'scheme';

const yearSeconds = 365 * 24 * 60 * 60;

export const isScheme = (value: unknown): value is Scheme =>
  value === 'light' || value === 'dark' || value === 'device';

/** Shows a scheme at once, and remembers it on this device. */
export function chooseScheme(scheme: Scheme): void {
  if (scheme === 'device') delete document.documentElement.dataset.scheme;
  else document.documentElement.dataset.scheme = scheme;
  document.cookie = `${schemeCookie}=${scheme}; path=/; max-age=${yearSeconds}; samesite=lax`;
}
