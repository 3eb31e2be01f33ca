/** Addresses as people type them. Pure. */

/** Whether a browser may open it: a scheme that runs scripts is no address. */
export const isWebAddress = (typed: string): boolean =>
  URL.canParse(typed) && /^https?:$/.test(new URL(typed).protocol);

/** "www.ahlen.de" with what a browser would put before it; anything else as it is. */
export function withScheme(typed: string): string {
  const trimmed = typed.trim();
  const isBare = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#].*)?$/u.test(trimmed);
  return isBare ? `https://${trimmed}` : trimmed;
}
