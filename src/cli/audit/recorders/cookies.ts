import type { Connection } from '../cdp.js';
import type { Evidence } from '../evidence.js';

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly path: string;
  readonly httpOnly: boolean;
  readonly session: boolean;
  readonly expires: number;
}

/** Whether a cookie's domain covers a host: `.a.test` covers `a.test` and `www.a.test`. */
function covers(domain: string, host: string): boolean {
  const bare = domain.replace(/^\./, '');
  return host === bare || host.endsWith(`.${bare}`);
}

/**
 * Reads the cookie jar (cookies that scripts cannot see included) and records new cookies. The browser's own background requests may have
 * left cookies too: the page's are those that a response to it set, or that a document of it could have set by script.
 */
export async function lookAtCookies(connection: Connection, evidence: Evidence): Promise<void> {
  const answer = await connection.browser.attempt<{ cookies: readonly Cookie[] }>('Storage.getCookies');
  const documents = evidence.requests.filter(({ type }) => type === 'Document').map(({ url }) => new URL(url).hostname);
  for (const { name, value, domain, path, httpOnly, session, expires } of answer?.cookies ?? []) {
    const byAnswer = evidence.requests.some(
      (request) => request.setCookies.includes(name) && covers(domain, new URL(request.url).hostname)
    );
    if (!byAnswer && !documents.some((host) => covers(domain, host))) continue;
    evidence.addCookie({
      ...{ name, domain, path, httpOnly, expires: session ? -1 : expires, characters: value.length },
      ...{ phase: evidence.phase, refused: false }
    });
  }
}
