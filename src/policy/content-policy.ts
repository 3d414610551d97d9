/** The directives that cover every request of a player; a missing one falls back to `default-src`. */
const fetchDirectives = ['connect-src', 'media-src', 'img-src'] as const;

/** Source expressions that allow no host, or only the page's own. */
const harmlessSources = new Set(["'none'", "'self'", "'report-sample'", 'blob:', 'data:']);

/** A label in place of `*`; no publisher lists it. */
const anyLabel = 'x--any--x';

/** Returns the directives of one policy. If a directive is written twice, the first one counts (CSP 3, 2.2.1). */
function directivesOf(policy: string): ReadonlyMap<string, readonly string[]> {
  const directives = new Map<string, readonly string[]>();
  for (const part of policy.split(';')) {
    const [name = '', ...sources] = part.trim().split(/\s+/);
    if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
  }
  return directives;
}

/** Returns a URL that a host source allows; undefined for a scheme, a `*` or the port `*`, which allow too much. */
function exampleOf(source: string, scheme: string): URL | undefined {
  const absoluteSource = /^[a-z][a-z0-9+.-]*:\/\//i.test(source) ? source : `${scheme}//${source}`;
  const example = absoluteSource.replace('//*.', `//${anyLabel}.`);
  return !example.includes('*') && !/^[a-z-]+:$/i.test(source) && URL.canParse(example) ? new URL(example) : undefined;
}

/**
 * Whether Content Security Policies (https://www.w3.org/TR/CSP3/) limit every request of a player to hosts that `allows` accepts,
 * so that the browser itself blocks all others. All policies apply together, so one policy that limits a directive is enough.
 */
export function limitsRequests(policies: readonly string[], page: URL, allows: (url: URL) => boolean): boolean {
  const parsedPolicies = policies.map(directivesOf);
  const isAllowed = (source: string): boolean => {
    const example = exampleOf(source, page.protocol);
    return harmlessSources.has(source.toLowerCase()) || (example !== undefined && allows(example));
  };
  return fetchDirectives.every((name) =>
    parsedPolicies.some((policy) => (policy.get(name) ?? policy.get('default-src'))?.every(isAllowed))
  );
}
