import { shorten } from './identifiers.js';

/** Formats a URL as evidence: parameters keep their names, long values are cut, credentials and fragment are left out. */
export function evidenceUrl(url: string): string {
  if (!URL.canParse(url)) return 'an address that cannot be read';
  const { protocol, origin, host, pathname, searchParams } = new URL(url);
  const base = origin === 'null' ? `${protocol}//${host}` : origin;
  const query = [...searchParams].map(([name, value]) => (value ? `${name}=${shorten(value)}` : name)).join('&');
  return `${base}${pathname}${query && `?${query}`}`;
}

/** Formats a URL without query, fragment and credentials. For a `data:` or `blob:` URL, returns a description of the script. */
export function plainUrl(url: string): string {
  if (!URL.canParse(url)) return url.slice(0, 120);
  const { protocol, origin, host, pathname } = new URL(url);
  if (protocol === 'blob:') return `a script that ${origin} made itself`;
  if (protocol === 'data:') return 'an inline script';
  return `${origin === 'null' ? `${protocol}//${host}` : origin}${pathname}`;
}
