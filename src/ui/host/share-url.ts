/** The part of a player that decides what a shared link is. */
interface SharingElement {
  /** The publisher's URL of the page; empty for the URL of this page. */
  readonly shareUrl: string;
  readonly baseURI: string;
}

/** Whether the page is in a frame, such as the embed, where its own URL is not what a viewer would pass on. */
const isFramed = (): boolean => window.parent !== window;

/**
 * Returns the URL that a viewer can pass on: the publisher's unchanged, otherwise that of this page without its query and its
 * fragment, which may contain a token. Empty where there is none.
 */
export function shareUrlOf({ shareUrl, baseURI }: SharingElement, framed = isFramed()): string {
  const sharedUrl = shareUrl || (framed ? '' : location.origin + location.pathname);
  if (!sharedUrl || !URL.canParse(sharedUrl, baseURI)) return '';
  const url = new URL(sharedUrl, baseURI);
  return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : '';
}
