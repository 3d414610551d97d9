import type { PlayerElement } from './player-element.js';

/** The address that the `download` attribute offers; empty when it is absent, no web address, or the source is no file. */
export function downloadOf(host: PlayerElement & { readonly download: string | null }): string {
  if (host.download === null) return '';
  // A playlist is of no use to anybody who wants the film.
  const isFile = host.engine === 'native' && !/\.m3u8?(?:[?#]|$)/i.test(host.currentSrc);
  const written = host.download || (isFile ? host.currentSrc : '');
  if (!written || !URL.canParse(written, host.baseURI)) return '';
  const { protocol, href } = new URL(written, host.baseURI);
  return /^(https?|blob):$/.test(protocol) ? href : '';
}
