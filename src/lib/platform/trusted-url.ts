// The content security policy allows exactly two Trusted Types policies, one for Svelte's templates
// and this one for addresses of scripts. SvelteKit would create it itself, for its service worker
// registration; a name can be taken once per page, so a service worker has to be registered through
// `trustedScriptUrl` too (`kit.serviceWorker.register: false`).
const POLICY_NAME = 'sveltekit-trusted-url';

type ScriptUrlPolicy = { createScriptURL(url: string): unknown };
type TrustedTypes = {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
};

let policy: ScriptUrlPolicy | undefined;

/** Refuses every address outside the installation: a worker from elsewhere would read passwords. */
export function ownScriptUrl(url: string, origin: string): string {
  const absolute = new URL(url, origin);
  if (absolute.origin !== origin) throw new TypeError(`Not a script of this installation: ${url}`);
  return absolute.href;
}

/**
 * Marks the address of one of our own scripts as safe to run (worker, service worker). Where the
 * browser knows no Trusted Types, the address itself comes back.
 */
export function trustedScriptUrl(url: string): string {
  const { origin } = globalThis.location;
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return ownScriptUrl(url, origin);
  policy ??= trustedTypes.createPolicy(POLICY_NAME, {
    createScriptURL: (candidate) => ownScriptUrl(candidate, origin),
  });
  // TypeScript's DOM takes only strings for script addresses; the browser insists on this object.
  return policy.createScriptURL(url) as string;
}
