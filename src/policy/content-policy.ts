/** The directives under which everything passes that a player fetches; a missing one falls back to `default-src`. */
const ways = ['connect-src', 'media-src', 'img-src'] as const;

/** Sources that reach no host, or none but the page's own. */
const harmless = new Set(["'none'", "'self'", "'report-sample'", 'blob:', 'data:']);

/** A label that stands for every name below a `*.`; no publisher lists it by itself. */
const anyLabel = 'x--any--x';

/** The directives of one policy; of a directive that is written twice the first counts (CSP 3, 2.2.1). */
function directivesOf(policy: string): ReadonlyMap<string, readonly string[]> {
  const directives = new Map<string, readonly string[]>();
  for (const part of policy.split(';')) {
    const [name = '', ...sources] = part.trim().split(/\s+/);
    if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
  }
  return directives;
}

/** An address that a host source stands for; undefined for a scheme, a `*` or a port's `*`, which stand for too much. */
function exampleOf(source: string, scheme: string): URL | undefined {
  const written = /^[a-z][a-z0-9+.-]*:\/\//i.test(source) ? source : `${scheme}//${source}`;
  const example = written.replace('//*.', `//${anyLabel}.`);
  return !example.includes('*') && !/^[a-z-]+:$/i.test(source) && URL.canParse(example) ? new URL(example) : undefined;
}

/**
 * Whether Content Security Policies (https://www.w3.org/TR/CSP3/) keep all that a player fetches to hosts that `allows` answers for,
 * so that the browser itself would stop every other request. Several policies hold at once, so each way needs one that holds it.
 */
export function confines(policies: readonly string[], page: URL, allows: (url: URL) => boolean): boolean {
  const all = policies.map(directivesOf);
  const held = (source: string): boolean => {
    const example = exampleOf(source, page.protocol);
    return harmless.has(source.toLowerCase()) || (example !== undefined && allows(example));
  };
  return ways.every((way) => all.some((policy) => (policy.get(way) ?? policy.get('default-src'))?.every(held)));
}
