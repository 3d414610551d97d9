import { shorten } from './identifiers.js';

/** A URL as evidence: parameters keep their names, long values are cut, credentials and fragment are left out. */
export function evidenceUrl(address: string): string {
  if (!URL.canParse(address)) return 'an address that cannot be read';
  const { protocol, origin, host, pathname, searchParams } = new URL(address);
  const base = origin === 'null' ? `${protocol}//${host}` : origin;
  const query = [...searchParams].map(([name, value]) => (value ? `${name}=${shorten(value)}` : name)).join('&');
  return `${base}${pathname}${query && `?${query}`}`;
}

/** A URL without query, fragment and credentials; for an inline script or a blob, the URL it came from. */
export function plainUrl(address: string): string {
  if (!URL.canParse(address)) return address.slice(0, 120);
  const { protocol, origin, host, pathname } = new URL(address);
  if (protocol === 'blob:') return `a script that ${origin} made itself`;
  if (protocol === 'data:') return 'an inline script';
  return `${origin === 'null' ? `${protocol}//${host}` : origin}${pathname}`;
}
