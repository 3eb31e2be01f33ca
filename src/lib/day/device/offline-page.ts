import { trustedScriptUrl } from '$lib/platform/trusted-url';

const CACHE = 'werkraum-day';
const isPart = (url: string) => new URL(url).pathname.startsWith('/_app/immutable/');

/**
 * Keeps this page on the device, so that it opens without a connection. Where the browser cannot (no https,
 * private windows), an open page still goes on; it just cannot be opened anew.
 */
export async function keepPage(): Promise<void> {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  try {
    const scope = window.location.pathname;
    const registration = await serviceWorker.register(trustedScriptUrl('/day-worker.js'), {
      scope,
    });
    const worker = registration.active ?? registration.waiting ?? registration.installing;
    const resources = performance.getEntriesByType('resource').map(({ name }) => name);
    const partUrls = [...new Set(resources.filter(isPart))];
    const pageUrl = window.location.origin + scope;
    worker?.postMessage({ pageUrl, partUrls });
  } catch {
    // The day goes on without it.
  }
}

/** Nothing of it stays for the next person at this device. */
export async function forgetPages(): Promise<void> {
  try {
    await globalThis.caches?.delete(CACHE);
    const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
    await Promise.all(registrations.map((registration) => registration.unregister()));
  } catch {
    // Nothing is kept, so nothing is left.
  }
}
