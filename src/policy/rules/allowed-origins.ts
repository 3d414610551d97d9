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

/** Whether `url` lies in one origin of the pattern; `*.` stands for one or more labels and never for none, as in a CSP. */
function matches({ scheme, wildcard, host, port }: OriginPattern, url: URL): boolean {
  if (url.protocol !== scheme || url.port !== port) return false;
  return wildcard ? url.hostname.endsWith(`.${host}`) : url.hostname === host;
}

/** Allows the origins the publisher listed; an entry that cannot be read allows nothing. */
export function allowedOrigins(list: readonly string[]): Rule {
  const patterns = list.map(parseOrigin).filter((entry) => entry !== undefined);
  return {
    name: 'allowed-origin',
    judge: ({ url }) => (patterns.some((entry) => matches(entry, url)) ? 'allow' : undefined)
  };
}
