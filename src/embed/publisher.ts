/** How far a page that holds the embed is trusted: to give commands, to hear that it plays, or not at all. */
export type Trust = 'control' | 'events' | 'none';

/** What the publisher fixed when the page was generated: attributes of `<jet-player>` in the page's own markup. */
export interface Publisher {
  /** The embed's own origin is among the media origins. */
  readonly own: boolean;
  /** Origins that may control, when they can be named one by one; a wildcard cannot be. */
  readonly pages: readonly string[];
  trust(origin: string): Trust;
}

const words = (list: string | null): string[] => (list ?? '').split(/\s+/).filter(Boolean);

/** Whether an origin, as the browser writes it, is the pattern or lies below its `*.`, which stands for at least one label. */
function fits(pattern: string, origin: string): boolean {
  const [scheme, rest] = pattern.split('*', 2);
  if (rest === undefined) return pattern === origin;
  return (
    scheme!.endsWith('://') &&
    rest.startsWith('.') &&
    origin.length > pattern.length - 1 &&
    origin.startsWith(scheme!) &&
    origin.endsWith(rest)
  );
}

/**
 * Reads `allow-origins` and `data-pages`. Without any page, every page hears that it plays and none controls it; with some, all
 * others get no answer. An opaque origin (`null`) could be anybody, and gets none either.
 */
export function readPublisher(element: Element, ownOrigin: string): Publisher {
  const media = words(element.getAttribute('allow-origins'));
  const pages = words(element.getAttribute('data-pages')).map((page) => (page === "'self'" ? ownOrigin : page));
  return {
    own: media.includes("'self'") || media.includes(ownOrigin),
    pages: pages.filter((page) => !page.includes('*')),
    trust(origin) {
      if (!origin.includes('://')) return 'none';
      if (pages.length === 0) return 'events';
      return pages.some((page) => fits(page, origin)) ? 'control' : 'none';
    }
  };
}
