import type { Page } from '@playwright/test';

/** Calls a procedure as whoever is signed in on the page. */
export async function call<Answer>(page: Page, procedure: string, input: object): Promise<Answer> {
  const response = await page.request.post(`/trpc/${procedure}`, {
    data: input,
    headers: { origin: new URL(page.url()).origin },
  });
  const { result, error } = await response.json();
  if (error) throw new Error(JSON.stringify(error));
  return result.data as Answer;
}
