import { redactUrl } from './lib/redact.js';
import { allowedOrigins } from './policy/rules/allowed-origins.js';

/** As much of Playwright's `Request` as is looked at. */
export interface SeenRequest {
  url(): string;
  resourceType(): string;
}

/** As much of Playwright's `BrowserContext` as is looked at. */
export interface WatchedContext {
  on(event: 'request', listener: (request: SeenRequest) => void): unknown;
  off(event: 'request', listener: (request: SeenRequest) => void): unknown;
}

/** As much of Playwright's `Page` as is looked at; it comes without a dependency on Playwright, whichever version the project has. */
export interface WatchedPage {
  url(): string;
  context(): WatchedContext;
  on(event: 'websocket', listener: (socket: { url(): string }) => void): unknown;
  off(event: 'websocket', listener: (socket: { url(): string }) => void): unknown;
}

export interface NoThirdPartyOptions {
  /** Origins that may be asked besides the page's own, CSP style: `https://media.example.eu`, `https://*.example.eu`. */
  readonly allow?: readonly string[];
  /** Opens the page and does with it what a visitor would; requests are watched while it runs. */
  readonly during: () => Promise<unknown>;
}

interface Seen {
  readonly url: URL;
  readonly type: string;
}

/** `ws:` reaches the host that `http:` does. */
const asHttp = (url: URL): URL => new URL(url.href.replace(/^ws(s?):/, 'http$1:'));

/**
 * Carries out `during` and rejects when the page, a frame in it, a worker or a window it opened has asked a third party for
 * anything: with an Error that lists each by method of loading and address, without queries, for they may hold secrets.
 *
 * The page's own origin is the one it is at already, else that of the first request. A request counts when it is made, whatever
 * becomes of it. Requests of a service worker and WebRTC are not visible to Playwright; `npx jet-player audit` sees them.
 *
 * ```ts
 * test('the film contacts nobody else', ({ page }) =>
 *   expectNoThirdParty(page, {
 *     allow: ['https://media.example.eu'],
 *     during: async () => {
 *       await page.goto('/film');
 *       await page.getByRole('button', { name: 'Play' }).first().click();
 *       await page.waitForFunction(() => document.querySelector('jet-player')!.currentTime > 1);
 *     }
 *   }));
 * ```
 */
export async function expectNoThirdParty(page: WatchedPage, { allow = [], during }: NoThirdPartyOptions): Promise<void> {
  const seen: Seen[] = [];
  const note = (address: string, type: string): void => {
    const url = asHttp(new URL(address));
    if (/^https?:$/.test(url.protocol)) seen.push({ url, type });
  };
  const onRequest = (request: SeenRequest) => note(request.url(), request.resourceType());
  const onSocket = (socket: { url(): string }) => note(socket.url(), 'websocket');
  const context = page.context();
  const before = new URL(page.url());
  context.on('request', onRequest);
  page.on('websocket', onSocket);
  try {
    await during();
  } finally {
    context.off('request', onRequest);
    page.off('websocket', onSocket);
  }
  if (seen.length === 0)
    throw new Error('expectNoThirdParty: the page has requested nothing, so nothing is shown. Open it inside `during`.');
  const own = /^https?:$/.test(before.protocol) ? before.origin : seen[0]!.url.origin;
  const strangers = seen.filter(({ url }) => url.origin !== own && !isAllowed(allow, url));
  if (strangers.length === 0) return;
  const lines = new Set(strangers.map(({ url, type }) => `  ${type}: ${redactUrl(url)}`));
  throw new Error(`${strangers.length} request(s) to a third party (the page is of ${own}):\n${[...lines].join('\n')}`);
}

function isAllowed(allow: readonly string[], url: URL): boolean {
  return allowedOrigins(allow).judge({ url, kind: 'manifest', page: url }) === 'allow';
}
