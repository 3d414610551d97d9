/** Returns a URL on `host` that imitates another host. The site of the tests is `page.test`; the allowed media are on `*.page-cdn.test`. */
type Disguise = readonly [name: string, write: (host: string, path: string) => string];

/** Functions that write the URL of a third party: one plainly and 24 in a disguise. Some replace the host with one that resembles ours. */
export const urlDisguises: readonly Disguise[] = [
  ['none', (host, path) => `https://${host}${path}`],
  ['our name as a prefix', (host, path) => `https://page.test.${host}${path}`],
  ['our name as a suffix without a dot', (_, path) => `https://evilpage-cdn.test${path}`],
  ['our name as the username', (host, path) => `https://page.test@${host}${path}`],
  ['our name as username and password', (host, path) => `https://page.test:443@${host}${path}`],
  ['our name before a backslash', (host, path) => `https://${host}\\@page.test${path}`],
  ['our name after a hash', (host, path) => `https://${host}${path}#@page.test/`],
  ['our name in the query', (host, path) => `https://${host}${path}&u=https://page.test/`],
  ['another port of our host', (_, path) => `https://page.test:8443${path}`],
  ['the port of plain HTTP', (_, path) => `https://page.test:80${path}`],
  ['our host over plain HTTP', (_, path) => `http://page.test${path}`],
  ['a Cyrillic letter', (_, path) => `https://p\u0430ge.test${path}`],
  ['an ideographic full stop', (host, path) => `https://page.test\u3002${host}${path}`],
  ['a trailing dot', (_, path) => `https://page.test.${path}`],
  ['a percent-encoded dot', (host, path) => `https://page.test%2E${host}${path}`],
  ['a full-width letter', (host, path) => `https://${host.replace('evil', '\uff45vil')}${path}`],
  ['a soft hyphen', (host, path) => `https://${host.replace('evil', 'ev\u00adil')}${path}`],
  ['two slashes', (host, path) => `//${host}${path}`],
  ['one slash and one backslash', (host, path) => `/\\${host}${path}`],
  ['two backslashes', (host, path) => `\\\\${host}${path}`],
  ['no slash', (host, path) => `https:${host}${path}`],
  ['three slashes', (host, path) => `https:///${host}${path}`],
  ['a tab inside the scheme', (host, path) => `ht\ttps://${host}${path}`],
  ['capital letters after spaces', (host, path) => `  HTTPS://${host.toUpperCase()}${path}`],
  ['the parent domain of the wildcard', (_, path) => `https://test${path}`]
];
