import { mediaSourceClass } from '../engines/mse/media-source.js';
import { PlayerError } from '../error.js';
import type { DeclaredSource, ValidSource } from '../source.js';

/** Codecs that no browser is asked for: timed text, which the player reads itself, and old names, which hls.js translates. */
const uncheckedCodecs = /^(?:stpp|wvtt|tx3g|avc1\.\d+\.\d+$|mp4a\.40\.34$)/;

/** Returns the codecs that a MIME type declares (RFC 6381, 3). */
function codecsOf(mimeType: string): string[] {
  const [, quoted, unquoted = ''] = /;\s*codecs\s*=\s*(?:"([^"]*)"|([^;\s]+))/i.exec(mimeType) ?? [];
  return (quoted ?? unquoted)
    .split(',')
    .map((codec) => codec.trim())
    .filter((codec) => codec && !uncheckedCodecs.test(codec));
}

/** Returns the container for which the browser decides about codecs; undefined when it does not know this one. */
function containerOf({ mimeType, type }: ValidSource, video: HTMLVideoElement): string | undefined {
  const container = type === 'file' || !mediaSourceClass() ? mimeType.split(';')[0]! : 'video/mp4';
  return video.canPlayType(container) ? container : undefined;
}

/**
 * Returns a source unchanged, or with the error `media/unsupported-codec` when its type declares codecs that the browser cannot decode, so
 * that no request is made for it. The browser selects from its own `<source>` elements in the same way (HTML, 4.8.11.5).
 */
export function checkCodecs(source: DeclaredSource, video: HTMLVideoElement): DeclaredSource {
  const codecs = codecsOf(source.mimeType);
  if (source.error || codecs.length === 0) return source;
  const container = containerOf(source, video);
  if (!container) return source;
  const isSupported = (list: string): boolean => {
    const type = `${container}; codecs="${list}"`;
    return (source.type !== 'file' && mediaSourceClass()?.isTypeSupported(type)) || video.canPlayType(type) !== '';
  };
  if (isSupported(codecs.join(', '))) return source;
  const unsupported = codecs.filter((codec) => !isSupported(codec));
  const codecNames = (unsupported.length > 0 ? unsupported : codecs).join(', ');
  const { src, mimeType, url } = source;
  return {
    src,
    mimeType,
    url,
    error: new PlayerError('media/unsupported-codec', `This browser has no decoder for the declared codec ${codecNames}.`)
  };
}
