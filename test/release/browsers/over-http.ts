import type { HostileCase } from '../../promises/hostile/case.js';
import { site, type Answer } from '../../support/world.js';

/** A text with every URL in it over HTTP. */
export const plain = (text: string): string => text.replaceAll('https://', 'http://').replaceAll('https%3A%2F%2F', 'http%3A%2F%2F');
const plainValues = (values: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plain(value)]));

function plainAnswer(answer: Answer): Answer {
  const { body, headers } = answer;
  const content = typeof body === 'string' ? plain(body) : typeof body === 'function' ? () => plain(body()) : body;
  return { ...answer, ...(content !== undefined && { body: content }), ...(headers && { headers: plainValues(headers) }) };
}

/** The files of the test server, with every URL in them and of them over HTTP. */
export const filesOverHttp = (files: Readonly<Record<string, Answer>>): Record<string, Answer> =>
  Object.fromEntries(Object.entries(files).map(([address, answer]) => [plain(new URL(address, site).href), plainAnswer(answer)]));

/**
 * The same case over HTTP, for a browser that cannot be made to accept the certificate of the test hosts. Its hosts, paths and expectations
 * are the same; a connection that it still opens over TLS is counted as a tunnel.
 */
export function caseOverHttp(hostile: HostileCase): HostileCase {
  const { files, src, allow, attributes, inside, beside, hole } = hostile;
  return {
    ...hostile,
    files: filesOverHttp(files),
    src: plain(src),
    ...(allow && { allow: allow.map(plain) }),
    ...(attributes && { attributes: plainValues(attributes) }),
    ...(inside && { inside: plain(inside) }),
    ...(beside && { beside: plain(beside) }),
    ...(hole && { hole: { ...hole, origins: hole.origins.map(plain) } })
  };
}

/** Cases that are about HTTPS itself, or need a page that was loaded over it. */
export const aboutHttps: readonly string[] = [
  'a disguised URL: the port of plain HTTP',
  'our own host over plain HTTP',
  'an error screen, not a player: plain HTTP'
];
