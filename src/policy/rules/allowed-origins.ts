import type { Rule } from '../policy.js';

const pattern = /^(https?):\/\/(\*\.)?([\p{L}\p{M}\p{N}.-]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?\/?$/iu;

interface OriginPattern {
  readonly scheme: string;
  readonly wildcard: boolean;
  readonly host: string;
  readonly port: string;
}

/** Reads `https://host`, `https://host:8443` or `https://*.host`; anything else is `undefined`. */
export function parseOrigin(text: string): OriginPattern | undefined {
  const match = pattern.exec(text.trim());
  if (!match) return undefined;
  const [, scheme = '', wildcard, host = '', port = ''] = match;
  try {
    // URL drops a scheme's default port and writes the host in its one canonical form (lower case, punycode).
    const url = new URL(`${scheme}://${host}${port && `:${port}`}`);
    return { scheme: url.protocol, wildcard: Boolean(wildcard), host: url.hostname, port: url.port };
  } catch {
    return undefined;
  }
}

/** Whether every label except the root has a character (RFC 1034, 3.5): a URL may have `.example.eu` or `a..example.eu` as its host. */
const hasLabels = (host: string): boolean => !host.startsWith('.') && !host.includes('..');

/** Whether `url` is in one origin of the pattern; `*.` stands for one or more labels and never for none, as in a CSP. */
function matches({ scheme, wildcard, host, port }: OriginPattern, url: URL): boolean {
  if (url.protocol !== scheme || url.port !== port) return false;
  if (!wildcard) return url.hostname === host;
  return url.hostname.endsWith(`.${host}`) && hasLabels(url.hostname);
}

/** Whether a URL is in one of the origins of a list; an unreadable entry matches none. */
export function inOrigins(list: readonly string[]): (url: URL) => boolean {
  const patterns = list.map(parseOrigin).filter((entry) => entry !== undefined);
  return (url) => patterns.some((entry) => matches(entry, url));
}

/** Allows the origins that the publisher listed. */
export function allowedOrigins(list: readonly string[]): Rule {
  const isListed = inOrigins(list);
  return { name: 'allowed-origin', judge: ({ url }) => (isListed(url) ? 'allow' : undefined) };
}
