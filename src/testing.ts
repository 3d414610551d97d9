import { redactUrl } from './lib/redact.js';
import { allowedOrigins } from './policy/rules/allowed-origins.js';

/** The members of Playwright's `Request` that are used. */
export interface SeenRequest {
  url(): string;
  resourceType(): string;
}

/** The members of Playwright's `BrowserContext` that are used. */
export interface WatchedContext {
  on(event: 'request', listener: (request: SeenRequest) => void): unknown;
  off(event: 'request', listener: (request: SeenRequest) => void): unknown;
}

/** The members of Playwright's `Page` that are used; declared here to avoid a dependency on a version of Playwright. */
export interface WatchedPage {
  url(): string;
  context(): WatchedContext;
  on(event: 'websocket', listener: (socket: { url(): string }) => void): unknown;
  off(event: 'websocket', listener: (socket: { url(): string }) => void): unknown;
}

export interface NoThirdPartyOptions {
  /** Allowed origins in addition to the page's own, in CSP syntax: `https://media.example.eu`, `https://*.example.eu`. */
  readonly allow?: readonly string[];
  /** Opens the page and uses it as a visitor would; requests are recorded while it runs. */
  readonly during: () => Promise<unknown>;
}

interface RecordedRequest {
  readonly url: URL;
  readonly type: string;
}

/** Converts `ws:` to `http:`, because both contact the same host. */
const asHttp = (url: URL): URL => new URL(url.href.replace(/^ws(s?):/, 'http$1:'));

/**
 * Runs `during` and rejects when the page, one of its frames, a worker or a window it opened has sent a request to a third party. The
 * Error lists each request by resource type and URL, without queries because they may contain secrets.
 *
 * The page's own origin is its current one, else that of the first request. A request counts when it is made, even if it fails.
 * Requests of a service worker and WebRTC are not visible to Playwright; `npx jet-player audit` reports them.
 *
 * ```ts
 * test('contacts no third party when the video plays', ({ page }) =>
 *   expectNoThirdParty(page, {
 *     allow: ['https://media.example.eu'],
 *     during: async () => {
 *       await page.goto('/video');
 *       await page.getByRole('button', { name: 'Play' }).first().click();
 *       await page.waitForFunction(() => document.querySelector('jet-player')!.currentTime > 1);
 *     }
 *   }));
 * ```
 */
export async function expectNoThirdParty(page: WatchedPage, { allow = [], during }: NoThirdPartyOptions): Promise<void> {
  const requests: RecordedRequest[] = [];
  const recordRequest = (requestUrl: string, type: string): void => {
    const url = asHttp(new URL(requestUrl));
    if (/^https?:$/.test(url.protocol)) requests.push({ url, type });
  };
  const onRequest = (request: SeenRequest) => recordRequest(request.url(), request.resourceType());
  const onSocket = (socket: { url(): string }) => recordRequest(socket.url(), 'websocket');
  const context = page.context();
  const initialUrl = new URL(page.url());
  context.on('request', onRequest);
  page.on('websocket', onSocket);
  try {
    await during();
  } finally {
    context.off('request', onRequest);
    page.off('websocket', onSocket);
  }
  if (requests.length === 0)
    throw new Error('expectNoThirdParty: the page has requested nothing, so nothing is shown. Open it inside `during`.');
  const ownOrigin = /^https?:$/.test(initialUrl.protocol) ? initialUrl.origin : requests[0]!.url.origin;
  const thirdParty = requests.filter(({ url }) => url.origin !== ownOrigin && !isAllowed(allow, url));
  if (thirdParty.length === 0) return;
  const lines = new Set(thirdParty.map(({ url, type }) => `  ${type}: ${redactUrl(url)}`));
  throw new Error(`${thirdParty.length} request(s) to a third party (the page is of ${ownOrigin}):\n${[...lines].join('\n')}`);
}

function isAllowed(allow: readonly string[], url: URL): boolean {
  return allowedOrigins(allow).judge({ url, kind: 'manifest', page: url }) === 'allow';
}
