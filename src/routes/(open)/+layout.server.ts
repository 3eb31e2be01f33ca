import type { LayoutServerLoad } from './$types';

// What everyone reads is the same for everyone: without a script, a cookie or a nonce the page is the
// same bytes, and may be kept by whoever stands in between. They ask each time whether it still holds
// (ETag): a step down works at once.
export const csr = false;

export const load: LayoutServerLoad = ({ setHeaders }) => {
  setHeaders({ 'cache-control': 'public, no-cache', vary: 'accept-language' });
};
