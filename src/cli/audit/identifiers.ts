import type { RecordedRequest } from './evidence.js';

type IdentifierKind = 'cmcd' | 'hls-primary-id' | 'page-url' | 'uuid' | 'token';

/** A value in a request that can identify a viewer, a visit or the page. */
export interface Identifier {
  readonly kind: IdentifierKind;
  /** The part of the request that contains it. */
  readonly where: 'query' | 'path' | 'header' | 'body';
  /** The name of the parameter, key or header; '' in a path or body. */
  readonly name: string;
  /** Its beginning and length; a long value is never shown whole. */
  readonly shown: string;
}

/** A sentence that explains each kind; the report prints it. */
export const identifierMeanings: Readonly<Record<IdentifierKind, string>> = {
  cmcd: 'Common Media Client Data (CTA-5004): a session or content id (sid, cid) that the player sends with each request.',
  'hls-primary-id':
    'The _HLS_primary_id parameter of HLS interstitials (RFC 8216bis, appendix D): a session id shared by all requests for inserted content.',
  'page-url': 'The address of the page, written into a request.',
  uuid: 'A value in the form of a UUID (RFC 9562); such values often identify a visit, a device or a person.',
  token: 'A long random value. Whether it identifies a viewer cannot be seen from outside.'
};

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const hex = /^[0-9a-f]{24,}$/i;
const base64 = /^[\w+/-]{22,}={0,2}$/;

/** Shortens a value so that it can be recognised but not used. */
export const shorten = (value: string): string => (value.length <= 12 ? value : `${value.slice(0, 6)}… (${value.length} characters)`);

/** Whether a value is long and looks random: neither words nor a number. */
function looksRandom(value: string): boolean {
  if (hex.test(value)) return /\d/.test(value) && /[a-f]/i.test(value);
  return base64.test(value) && /\d/.test(value) && /[a-z]/.test(value) && /[A-Z]/.test(value);
}

/**
 * Whether a value contains the page's URL, encoded or not. An origin alone does not count, because the Referer may reveal it too.
 */
function containsPageUrl(value: string, page: URL): boolean {
  const hostAndPath = `${page.host}${page.pathname}`;
  if (page.pathname === '/' && !page.search) return value.includes(page.href);
  return value.includes(hostAndPath) || decodeIfPossible(value).includes(hostAndPath);
}

function decodeIfPossible(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Returns the most revealing kind that a value has; undefined if it is not an identifier. */
function kindOf(value: string, page: URL): IdentifierKind | undefined {
  if (containsPageUrl(value, page)) return 'page-url';
  if (uuid.test(value)) return 'uuid';
  return looksRandom(value) ? 'token' : undefined;
}

/** Returns the ids in Common Media Client Data: `sid="…",cid="…"`. */
function cmcdIds(data: string, where: 'query' | 'header'): Identifier[] {
  return [...data.matchAll(/\b(sid|cid)=("(?:[^"\\]|\\.)*"|[^,\s]+)/g)].map(([, name = '', value = '']) => ({
    kind: 'cmcd' as const,
    where,
    name,
    shown: shorten(value.replaceAll('"', ''))
  }));
}

function inQuery(url: URL, page: URL): Identifier[] {
  return [...url.searchParams].flatMap(([name, value]): Identifier[] => {
    if (name === 'CMCD') return cmcdIds(value, 'query');
    const kind = name === '_HLS_primary_id' ? 'hls-primary-id' : kindOf(value, page);
    return kind ? [{ kind, where: 'query', name, shown: shorten(value) }] : [];
  });
}

function inBody(body: string, page: URL): Identifier[] {
  if (!body) return [];
  const identifiers: Identifier[] = [];
  if (containsPageUrl(body, page)) identifiers.push({ kind: 'page-url', where: 'body', name: '', shown: shorten(page.href) });
  const [id] = uuid.exec(body) ?? [];
  if (id) identifiers.push({ kind: 'uuid', where: 'body', name: '', shown: shorten(id) });
  return identifiers;
}

/** Returns the identifiers in a request's URL, CMCD headers and body. `page` is the URL of the audited page. */
export function identifiersIn(request: Pick<RecordedRequest, 'url' | 'cmcd' | 'body'>, page: URL): Identifier[] {
  const url = new URL(request.url);
  // Hashes in a path name files; a UUID there can identify anything.
  const [id] = uuid.exec(url.pathname) ?? [];
  const inPath: Identifier[] = id ? [{ kind: 'uuid', where: 'path', name: '', shown: shorten(id) }] : [];
  const inHeaders = request.cmcd.flatMap((line) => cmcdIds(line, 'header'));
  return [...inQuery(url, page), ...inPath, ...inHeaders, ...inBody(request.body, page)];
}
