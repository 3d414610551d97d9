import type { ReservationPlan } from './plan.js';

/** A response header. */
export type Header = readonly [name: string, value: string];

/**
 * Returns the headers that reserve the rights of text and data mining: those of the TDM Reservation Protocol (final report of a W3C community
 * group, section "TDM Header Field in HTTP Responses"), and `X-Robots-Tag`, whose values `noai` and `noimageai` are in no standard.
 */
export function reservationHeaders({ policy = '', noindex = false }: Partial<Pick<ReservationPlan, 'policy' | 'noindex'>>): Header[] {
  return [
    ['tdm-reservation', '1'],
    ...(policy ? [['tdm-policy', policy] as const] : []),
    ['X-Robots-Tag', ['noai', 'noimageai', ...(noindex ? ['noindex'] : [])].join(', ')]
  ];
}

/**
 * Returns the headers with which browsers enforce who may use a file, and with which caches keep the answers to different sites apart.
 * `Cross-Origin-Resource-Policy` applies to `<video>` and `<img>`, and not to requests of scripts.
 */
export const accessHeaders: readonly Header[] = [
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Expose-Headers', 'Content-Length, Content-Range, Date'],
  ['Cross-Origin-Resource-Policy', 'same-site'],
  ['Vary', 'Sec-Fetch-Site, Origin']
];

/** The values of `Cache-Control`. A token in a query string makes a URL secret, so no cache may keep it. */
export const cacheControl = {
  refused: 'no-store',
  withQuery: 'private, no-store',
  playlist: 'no-cache',
  other: 'public, max-age=3600'
} as const;

/** What the headers mean, as the first comment of each configuration. */
export const explanation: readonly string[] = [
  'tdm-reservation reserves the rights of text and data mining (TDM Reservation Protocol). noai and noimageai are conventions, and in no',
  'standard. Both are statements: only programs that read and respect them are kept away.'
];

/** How other sites are refused, for the servers that can do so. */
export const refusalExplanation: readonly string[] = [
  'Pages of other sites are refused. Browsers send Sec-Fetch-Site over https; other programs send nothing, or whatever they like, so this',
  'stops pages that use your media, and not programs that copy them.'
];
