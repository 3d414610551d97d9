/** How far a page that contains the embed is trusted: to send commands, to receive playback events, or not at all. */
export type Trust = 'control' | 'events' | 'none';

/** The publisher's settings, fixed when the page was generated: attributes of `<jet-player>` in the page's own markup. */
export interface Publisher {
  /** Whether the embed's own origin is a media origin. */
  readonly mayPlayOwnOrigin: boolean;
  /** Origins that may control, without wildcard patterns, because `postMessage` needs an exact origin. */
  readonly exactPageOrigins: readonly string[];
  trust(origin: string): Trust;
}

const splitList = (list: string | null): string[] => (list ?? '').split(/\s+/).filter(Boolean);

/** Whether an origin, as the browser serialises it, equals the pattern or matches its `*.`, which stands for at least one label. */
function matchesOrigin(pattern: string, origin: string): boolean {
  const [scheme, rest] = pattern.split('*', 2);
  if (rest === undefined) return pattern === origin;
  if (!scheme!.endsWith('://') || !rest.startsWith('.') || !origin.startsWith(scheme!) || !origin.endsWith(rest)) return false;
  const subdomains = origin.slice(scheme!.length, -rest.length);
  return subdomains.split('.').every((label) => label !== '');
}

/**
 * Reads `allow-origins` and `data-pages`. When no page is listed, every page receives playback events and none has control; otherwise
 * unlisted pages get no answer. An opaque origin (`null`) identifies no page, and gets no answer either.
 */
export function readPublisher(element: Element, ownOrigin: string): Publisher {
  const mediaOrigins = splitList(element.getAttribute('allow-origins'));
  const pagePatterns = splitList(element.getAttribute('data-pages')).map((pattern) => (pattern === "'self'" ? ownOrigin : pattern));
  return {
    mayPlayOwnOrigin: mediaOrigins.includes("'self'") || mediaOrigins.includes(ownOrigin),
    exactPageOrigins: pagePatterns.filter((pattern) => !pattern.includes('*')),
    trust(origin) {
      if (!origin.includes('://')) return 'none';
      if (pagePatterns.length === 0) return 'events';
      return pagePatterns.some((pattern) => matchesOrigin(pattern, origin)) ? 'control' : 'none';
    }
  };
}
