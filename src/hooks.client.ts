import '$lib/platform/zod-without-eval';
import { fetchPatiently } from '$lib/live/patient-fetch';
import { overwriteGetLocale } from '$lib/paraglide/runtime.js';

// The server decides the language (account, ?lang=, browser); the page's own attribute carries it over.
overwriteGetLocale(() => (document.documentElement.lang === 'en' ? 'en' : 'de'));

fetchPatiently();
