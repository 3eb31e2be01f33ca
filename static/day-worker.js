// Keeps the page of a workshop's day on the device, so that it opens again where there is no connection.
// Everything else of the program goes past it: it is registered for the addresses of one day alone
// (src/lib/day/device/offline-page.ts), asks the server first, and forgets what it is no longer let in to.

const CACHE = 'werkraum-day';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (pathname.startsWith('/_app/immutable/')) event.respondWith(part(request));
});

/** What was loaded before this worker was there: the page says what it consists of. */
self.addEventListener('message', (event) => event.waitUntil(keepAll(event.data)));

async function keepAll({ pageUrl, partUrls }) {
  await page(new Request(pageUrl)).catch(() => undefined);
  await Promise.all(partUrls.map((url) => part(new Request(url)).catch(() => undefined)));
}

async function page(request) {
  const cache = await caches.open(CACHE);
  const url = request.url.split(/[?#]/)[0];
  let response;
  try {
    response = await fetch(request);
  } catch (error) {
    const kept = await cache.match(url);
    if (kept) return kept;
    throw error;
  }
  // Whoever is led elsewhere is signed out, or no longer belongs here.
  if (response.ok && !response.redirected) await cache.put(url, response.clone());
  else await cache.delete(url);
  return response;
}

/** The name of a part says what is in it: it never changes. */
async function part(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}
