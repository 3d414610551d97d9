import type { Session } from '../cdp.js';

/** Milliseconds that an empty document may take to load. */
const limit = 5000;

/**
 * Opens an empty document of an origin in a page, which the audit answers itself: no host is contacted, and no script of the site runs, not
 * even its service worker. Resolves to the id of the frame; undefined if the browser does not open it.
 */
export async function openEmptyDocument(page: Session, origin: string): Promise<string | undefined> {
  const loaded = new Promise<void>((resolve) => page.on('Page.loadEventFired', () => resolve()));
  const answer = await page.attempt<{ frameId: string; errorText?: string }>('Page.navigate', { url: `${origin}/` });
  if (!answer || answer.errorText) return undefined;
  await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, limit))]);
  return answer.frameId;
}

/** From now on the audit answers every request of a page itself, with an empty document. @throws when the browser refuses that */
export async function answerEverything(page: Session): Promise<void> {
  page.on<{ requestId: string }>('Fetch.requestPaused', ({ requestId }) => {
    const responseHeaders = [{ name: 'content-type', value: 'text/html' }];
    void page.attempt('Fetch.fulfillRequest', { requestId, responseCode: 200, responseHeaders });
  });
  await page.attempt('Network.setBypassServiceWorker', { bypass: true });
  await page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}
