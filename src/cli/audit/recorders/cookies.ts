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
  const domainName = domain.replace(/^\./, '');
  return host === domainName || host.endsWith(`.${domainName}`);
}

/**
 * Records the page's new cookies, including those that scripts cannot read. The browser's own background requests may have set cookies too,
 * so it records only those that a response to the page has set, or that a script in one of its documents could have set.
 */
export async function recordCookies(connection: Connection, evidence: Evidence): Promise<void> {
  const answer = await connection.browser.trySend<{ cookies: readonly Cookie[] }>('Storage.getCookies');
  const documents = evidence.requests.filter(({ type }) => type === 'Document').map(({ url }) => new URL(url).hostname);
  for (const { name, value, domain, path, httpOnly, session, expires } of answer?.cookies ?? []) {
    const byResponse = evidence.requests.some(
      (request) => request.setCookies.includes(name) && covers(domain, new URL(request.url).hostname)
    );
    if (!byResponse && !documents.some((host) => covers(domain, host))) continue;
    evidence.addCookie({
      name,
      domain,
      path,
      httpOnly,
      expires: session ? -1 : expires,
      characters: value.length,
      phase: evidence.phase,
      refused: false
    });
  }
}
