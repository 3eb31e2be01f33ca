import type { Page } from '@playwright/test';

/** What somebody chooses in a file field. */
export interface ChosenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export const documentOf = (name: string, content: string): ChosenFile => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content),
});

/** A picture of 90 × 60 points. */
export const pictureOf = async (page: Page, name: string): Promise<ChosenFile> => ({
  name,
  mimeType: 'image/png',
  buffer: await page.screenshot({ clip: { x: 0, y: 0, width: 90, height: 60 } }),
});
