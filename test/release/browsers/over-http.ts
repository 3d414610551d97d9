import type { HostileCase } from '../../promises/hostile/case.js';
import { site, type Answer } from '../../support/world.js';

/** Returns a text with every HTTPS URL replaced by an HTTP URL. */
export const withHttpUrls = (text: string): string => text.replaceAll('https://', 'http://').replaceAll('https%3A%2F%2F', 'http%3A%2F%2F');
const valuesOverHttp = (values: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, withHttpUrls(value)]));

function answerOverHttp(answer: Answer): Answer {
  const { body, headers } = answer;
  const content = typeof body === 'string' ? withHttpUrls(body) : typeof body === 'function' ? () => withHttpUrls(body()) : body;
  return { ...answer, ...(content !== undefined && { body: content }), ...(headers && { headers: valuesOverHttp(headers) }) };
}

/** Returns the files of the test server, with HTTP URLs in them and for them. */
export const filesOverHttp = (files: Readonly<Record<string, Answer>>): Record<string, Answer> =>
  Object.fromEntries(Object.entries(files).map(([url, answer]) => [withHttpUrls(new URL(url, site).href), answerOverHttp(answer)]));

/**
 * Returns the same case over HTTP, for a browser that does not accept the certificate of the test hosts. Its hosts, paths and expectations
 * are the same; a connection that it still opens over TLS is counted as a tunnel.
 */
export function caseOverHttp(hostile: HostileCase): HostileCase {
  const { files, src, allow, attributes, childMarkup, pageMarkup, hole } = hostile;
  return {
    ...hostile,
    files: filesOverHttp(files),
    src: withHttpUrls(src),
    ...(allow && { allow: allow.map(withHttpUrls) }),
    ...(attributes && { attributes: valuesOverHttp(attributes) }),
    ...(childMarkup && { childMarkup: withHttpUrls(childMarkup) }),
    ...(pageMarkup && { pageMarkup: withHttpUrls(pageMarkup) }),
    ...(hole && { hole: { ...hole, origins: hole.origins.map(withHttpUrls) } })
  };
}

/** Cases that test HTTPS itself, or need a page that was loaded over HTTPS. */
export const httpsCases: readonly string[] = [
  'a disguised URL: the port of plain HTTP',
  'our own host over plain HTTP',
  'shows an error screen instead of a player: plain HTTP'
];

/** Cases that need a browser which plays HLS natively. */
export const nativeHlsCases: readonly string[] = ['a playlist named like a file, on an allowed host without CORS: the browser plays it'];
