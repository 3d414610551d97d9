import type { Rule } from '../policy.js';

const pattern = /^(https?):\/\/(\*\.)?([\p{L}\p{M}\p{N}.-]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?\/?$/iu;

interface OriginPattern {
  readonly scheme: string;
  readonly wildcard: boolean;
  readonly host: string;
  readonly port: string;
}

/** Parses `https://host`, `https://host:8443` or `https://*.host`. Returns undefined for anything else. */
export function parseOrigin(text: string): OriginPattern | undefined {
  const match = pattern.exec(text.trim());
  if (!match) return undefined;
  const [, scheme = '', wildcard, host = '', port = ''] = match;
  try {
    // URL removes a scheme's default port, and writes the host in its canonical form (lower case, punycode).
    const url = new URL(`${scheme}://${host}${port && `:${port}`}`);
    return { scheme: url.protocol, wildcard: Boolean(wildcard), host: url.hostname, port: url.port };
  } catch {
    return undefined;
  }
}

/** Whether no label except the root is empty (RFC 1034, 3.5), because the host of a URL may be `.example.eu` or `a..example.eu`. */
const hasLabels = (host: string): boolean => !host.startsWith('.') && !host.includes('..');

/** Whether the origin of `url` matches a pattern; `*.` stands for one or more labels, as in a CSP. */
function matches({ scheme, wildcard, host, port }: OriginPattern, url: URL): boolean {
  if (url.protocol !== scheme || url.port !== port) return false;
  if (!wildcard) return url.hostname === host;
  return url.hostname.endsWith(`.${host}`) && hasLabels(url.hostname);
}

/** Returns a function that tests whether the origin of a URL is in a list. An unreadable entry matches no URL. */
export function inOrigins(list: readonly string[]): (url: URL) => boolean {
  const patterns = list.map(parseOrigin).filter((entry) => entry !== undefined);
  return (url) => patterns.some((entry) => matches(entry, url));
}

/** Allows the origins that the publisher listed. */
export function allowedOrigins(list: readonly string[]): Rule {
  const isListed = inOrigins(list);
  return { name: 'allowed-origin', judge: ({ url }) => (isListed(url) ? 'allow' : undefined) };
}
