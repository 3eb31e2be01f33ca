import type { LayoutServerLoad } from './$types';

// Nothing to operate here: without a script the same page is the same bytes, and the browser's copy
// stays good until the text changes.
export const csr = false;

export const load: LayoutServerLoad = ({ setHeaders }) => {
  setHeaders({ 'cache-control': 'private, no-cache' });
};
