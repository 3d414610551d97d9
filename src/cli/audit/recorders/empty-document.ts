import type { CdpSession } from '../cdp.js';

/** Milliseconds that an empty document may take to load. */
const loadTimeout = 5000;

/**
 * Opens an empty document of an origin in a page. The audit itself answers the request, so no host is contacted and no script of the site
 * runs, including its service worker. Resolves to the id of the frame; undefined if the browser does not open the document.
 */
export async function openEmptyDocument(page: CdpSession, origin: string): Promise<string | undefined> {
  const loaded = new Promise<void>((resolve) => page.on('Page.loadEventFired', () => resolve()));
  const answer = await page.trySend<{ frameId: string; errorText?: string }>('Page.navigate', { url: `${origin}/` });
  if (!answer || answer.errorText) return undefined;
  await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, loadTimeout))]);
  return answer.frameId;
}

/**
 * Answers every later request of a page with an empty document, without contacting a host, except for the URLs in `auditRequests`. Resolves to
 * false if the browser does not allow it.
 */
export async function answerAllRequests(page: CdpSession, auditRequests: ReadonlySet<string>): Promise<boolean> {
  page.on<{ requestId: string; request: { url: string } }>('Fetch.requestPaused', ({ requestId, request }) => {
    if (auditRequests.has(request.url)) {
      void page.trySend('Fetch.continueRequest', { requestId });
      return;
    }
    const responseHeaders = [{ name: 'content-type', value: 'text/html' }];
    void page.trySend('Fetch.fulfillRequest', { requestId, responseCode: 200, responseHeaders });
  });
  await page.trySend('Network.setBypassServiceWorker', { bypass: true });
  return (await page.trySend('Fetch.enable', { patterns: [{ urlPattern: '*' }] })) !== undefined;
}
