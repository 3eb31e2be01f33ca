import {
  error,
  redirect,
  type Cookies,
  type Handle,
  type HandleServerError,
  type HttpError,
  type RequestEvent,
} from '@sveltejs/kit';
import { AsyncLocalStorage } from 'node:async_hooks';
import { errorText } from '$lib/access/error-text';
import type { Locale } from '$lib/access/actor';
import type { AppError } from '$lib/platform/errors';
import { schemeCookie } from '$lib/ui/scheme';
import { overwriteGetLocale } from '$lib/paraglide/runtime.js';
import type { Bridge } from './server/bridge';
import { deviceName, preferredLocale } from './server/request-facts';
import { sessionCookieName } from './server/session-cookie';
import type { Api } from './server/router';

const bridge = (): Bridge => {
  const found = (globalThis as Record<symbol, unknown>)[Symbol.for('werkraum')];
  if (!found) throw new Error('SvelteKit runs inside the Werkraum server only');
  return found as Bridge;
};

const reading = new AsyncLocalStorage<Locale>();
overwriteGetLocale(() => reading.getStore() ?? 'de');

/** The fonts that every page shows at once, in the letters of German and English. */
const FIRST_FONTS = /(source-sans-3|vollkorn)-latin-wght-normal/;

/** The scheme that the person chose on this device, so that no page flashes. */
function schemeAttribute(cookies: Cookies): string {
  const scheme = cookies.get(schemeCookie);
  return scheme === 'light' || scheme === 'dark' ? `data-scheme="${scheme}"` : '';
}

export const handle: Handle = async ({ event, resolve }) => {
  const { origin, open } = bridge();
  const cookieName = sessionCookieName(origin);
  const cookie = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: origin.startsWith('https:'),
  } as const;
  const wished = event.url.searchParams.get('lang');
  const opened = await open({
    sessionId: isForEveryone(event) ? null : (event.cookies.get(cookieName) ?? null),
    locale:
      wished === 'de' || wished === 'en'
        ? wished
        : preferredLocale(event.request.headers.get('accept-language') ?? undefined),
    address: event.platform?.req.werkraum?.address ?? event.getClientAddress(),
    device: deviceName(event.request.headers.get('user-agent') ?? undefined),
    cookies: {
      setSession: (id, expires) => event.cookies.set(cookieName, id, { ...cookie, expires }),
      clearSession: () => event.cookies.delete(cookieName, cookie),
    },
    isReading: isReading(event.request) && !countsAttempts(event),
  });
  event.locals.actor = opened.actor;
  event.locals.locale = opened.locale;
  event.locals.api = withPageErrors(opened.api, event);
  const scheme = isForEveryone(event) ? '' : schemeAttribute(event.cookies);
  try {
    const response = await reading.run(opened.locale, () =>
      resolve(event, {
        transformPageChunk: ({ html }) =>
          html.replace('%lang%', opened.locale).replace('%scheme%', scheme),
        preload: ({ type, path }) => type !== 'font' || FIRST_FONTS.test(path),
      }),
    );
    if (isEmbedded(event)) allowFraming(response);
    return response;
  } finally {
    await opened.close();
  }
};

const isReading = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD';

/**
 * Pages before the door count attempts, on connections of their own. Holding one for the page at the
 * same time, ten readers at once would wait for each other.
 */
const countsAttempts = ({ route }: RequestEvent): boolean =>
  route.id?.startsWith('/(entry)') ?? false;

/** Pages that everyone reads are the same for everyone, whoever is signed in: caches may keep them. */
const isForEveryone = ({ route }: RequestEvent): boolean =>
  /^\/\((open|embed)\)/.test(route.id ?? '');

const isEmbedded = ({ route }: RequestEvent): boolean => route.id?.startsWith('/(embed)') ?? false;

/** Towns show these in pages of their own; there is nothing on them that a press could do. */
function allowFraming({ headers }: Response): void {
  const policy = headers.get('content-security-policy');
  if (policy)
    headers.set(
      'content-security-policy',
      policy.replace("frame-ancestors 'none'", 'frame-ancestors *'),
    );
}

/**
 * A missing thing becomes the page "not found", a missing session the way to sign in, and a missing
 * second factor the way to set it up. Any other
 * refusal is the page that says why, unless a form shows it beside its fields (lib/access/form.ts).
 */
function withPageErrors(api: Api, { url, request, locals }: RequestEvent): Api {
  const wrap = (target: object): object =>
    new Proxy(target, {
      get: (inner, key) => wrap(Reflect.get(inner, key) as object),
      async apply(procedure, _self, args) {
        try {
          return await (procedure as (...rest: unknown[]) => Promise<unknown>)(...args);
        } catch (failure) {
          const { appCode = 'internal', facts = {} } = failure as Partial<AppError>;
          // An address that says nothing sensible is a missing thing too; a form gets its findings.
          const isMissing =
            appCode === 'not_found' || (appCode === 'invalid_input' && isReading(request));
          if (isMissing) error(404, { message: 'not_found', appCode: 'not_found' });
          if (appCode === 'sign_in_required')
            redirect(303, `/sign-in?to=${encodeURIComponent(url.pathname + url.search)}`);
          if (appCode === 'second_factor_first') redirect(303, '/account/second-factor');
          if (appCode === 'internal') throw failure;
          const status = appCode === 'invalid_input' ? 400 : 403;
          throw refusal(status, { appCode, facts }, locals.locale);
        }
      },
    });
  return wrap(api) as Api;
}

/** What SvelteKit answers with this status, and a form with the code and its facts. */
function refusal(
  status: number,
  { appCode, facts }: Pick<AppError, 'appCode' | 'facts'>,
  locale: Locale,
) {
  try {
    error(status, { message: errorText(appCode, facts, locale), appCode });
  } catch (expected) {
    return Object.assign(expected as HttpError, { appCode, facts });
  }
}

/** What SvelteKit refuses by itself. */
const codeOfStatus: Record<number, string> = { 404: 'not_found', 413: 'input_too_large' };

export const handleError: HandleServerError = ({ error: failure, event, status }) => {
  const requestId = event.platform?.req.werkraum?.requestId;
  const appCode = (failure as { appCode?: string }).appCode ?? codeOfStatus[status] ?? 'internal';
  if (appCode === 'internal' && status >= 500) {
    const { name, message, stack } = failure as Error;
    process.stderr.write(
      `${JSON.stringify({ level: 50, requestId, route: event.route.id, name, message, stack })}\n`,
    );
  }
  return { message: errorText(appCode, {}, event.locals.locale ?? 'de'), appCode, requestId };
};
