import { chromium } from '@playwright/test';
import type { SignedIn } from './fill';

export interface FirstVisit {
  requests: number;
  kilobytes: string;
  scriptKilobytes: string;
}

/**
 * What an empty browser loads to show a topic page: compressed bytes, as they came over the wire; of
 * the scripts their bodies alone.
 */
export async function measureFirstVisit(
  origin: string,
  { sessionId, cohortId, topicId }: SignedIn,
): Promise<FirstVisit> {
  const executablePath = process.env['WERKRAUM_CHROMIUM'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext();
    await context.addCookies([{ name: 'session', value: sessionId, url: origin }]);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    const scripts = new Set<string>();
    const headerBytes = new Map<string, number>();
    let requests = 0;
    let bytes = 0;
    let scriptBytes = 0;
    devtools.on('Network.responseReceived', ({ requestId, type, response }) => {
      requests += 1;
      headerBytes.set(requestId, response.encodedDataLength);
      if (type === 'Script') scripts.add(requestId);
    });
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      bytes += encodedDataLength;
      if (scripts.has(requestId))
        scriptBytes += encodedDataLength - (headerBytes.get(requestId) ?? 0);
    });
    await page.goto(`${origin}/cohorts/${cohortId}/topics/${topicId}`, { waitUntil: 'load' });
    await page.locator('html[data-hydrated]').waitFor();
    return {
      requests,
      kilobytes: (bytes / 1000).toFixed(1),
      scriptKilobytes: (scriptBytes / 1000).toFixed(1),
    };
  } finally {
    await browser.close();
  }
}
