import type { HostileCase } from '../hostile/case.js';
import { site, type Answer } from '../support/world.js';

/** A text with every address in it over HTTP. */
export const plain = (text: string): string => text.replaceAll('https://', 'http://').replaceAll('https%3A%2F%2F', 'http%3A%2F%2F');
const plainValues = (values: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plain(value)]));

function plainAnswer(answer: Answer): Answer {
  const { body, headers } = answer;
  const told = typeof body === 'string' ? plain(body) : typeof body === 'function' ? () => plain(body()) : body;
  return { ...answer, ...(told !== undefined && { body: told }), ...(headers && { headers: plainValues(headers) }) };
}

/** The files of a world, with every address in them and of them over HTTP. */
export const filesOverHttp = (files: Readonly<Record<string, Answer>>): Record<string, Answer> =>
  Object.fromEntries(Object.entries(files).map(([address, answer]) => [plain(new URL(address, site).href), plainAnswer(answer)]));

/**
 * The same case over HTTP, for a browser that cannot be told to trust the certificate of a made-up world. Its hosts, its ways and
 * its judgement are the same; a connection that it opens over TLS all the same is seen as a tunnel.
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

/** Cases that are about HTTPS itself, or need a page that came over it. */
export const aboutHttps: readonly string[] = [
  'an address in disguise: the port of plain HTTP',
  'our own host over plain HTTP',
  'an error screen, not a player: plain HTTP'
];
