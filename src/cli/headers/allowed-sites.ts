/** Matches the values of `Sec-Fetch-Site` that are served: the same origin, the same site, and a request that no page caused. */
export const ownSites = '(same-origin|same-site|none)';

/** Returns a regular expression for one origin; `*.` stands for one or more labels, as in a Content Security Policy. */
function patternOf(origin: string): string {
  const escaped = origin.replaceAll(/[.[\]]/g, String.raw`\$&`);
  return escaped.replace(String.raw`*\.`, String.raw`([^./]+\.)+`);
}

/** Returns a regular expression, as nginx, Apache and Caddy understand it, for the `Origin` of pages that may play the media. */
export const allowedOrigins = (origins: readonly string[]): string => `(${origins.map(patternOf).join('|')})`;
