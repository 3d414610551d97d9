import type { PlayerElement } from './player-element.js';

/**
 * Returns the URL that the `download` attribute offers; empty when it is absent, not an HTTP(S) or blob URL, the source is not a file,
 * or parts of it must not be shown.
 */
export function downloadUrlOf(host: PlayerElement & { readonly download: string | null }): string {
  // The file contains what must not be shown.
  if (host.download === null || host.restrictions) return '';
  // A playlist is not offered, because it does not contain the media.
  const isFile = (host.engine === 'file' || host.engine === 'native') && !/\.m3u8?(?:[?#]|$)/i.test(host.currentSrc);
  const url = host.download || (isFile ? host.currentSrc : '');
  if (!url || !URL.canParse(url, host.baseURI)) return '';
  const { protocol, href } = new URL(url, host.baseURI);
  return /^(https?|blob):$/.test(protocol) ? href : '';
}
