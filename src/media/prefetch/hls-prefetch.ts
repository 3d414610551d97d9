import { readAttributes } from '../../policy/attribute-list.js';
import type { InitialRendition } from '../engines/engine.js';
import { mediaSourceClass } from '../engines/mse/media-source.js';
import { estimatedBandwidth } from '../network/bandwidth-estimate.js';
import { selectInitialRendition } from './initial-rendition.js';
import type { PrefetchContext } from './prefetch-context.js';

/** A tag with its attributes (RFC 8216, 4.2), and the next line without a tag, which may be its URI. */
interface Tag {
  readonly name: string;
  readonly value: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly nextLine: string;
  /** Number of lines without a tag after it; equal for all tags of one segment. */
  readonly linesAfter: number;
}

/** Bits per second that hls.js assumes for a network that it has not measured. */
const minExpectedBandwidth = 500_000;
/** Maximum bandwidth, in bits per second, that hls.js assumes because of a playlist. */
const maxExpectedBandwidth = 5_000_000;

/** Length of a playlist, in characters, above which reading it takes longer than prefetching a segment saves. */
const maxLength = 2_000_000;

/** Returns the tags of a playlist; none if it is very long, or has variables, which only the engine replaces. */
function tagsOf(playlist: string): Tag[] {
  const tags: Tag[] = [];
  if (playlist.length > maxLength || playlist.includes('#EXT-X-DEFINE:')) return tags;
  let nextLine = '';
  let linesAfter = 0;
  for (const line of playlist.split(/\r?\n/).reverse()) {
    const [, name, value = ''] = /^#(EXT[\w-]*):?(.*)$/s.exec(line) ?? [];
    if (name === undefined) {
      if (!line || line.startsWith('#')) continue;
      nextLine = line;
      linesAfter += 1;
      continue;
    }
    tags.push({ name, value, attributes: readAttributes(value), nextLine, linesAfter });
  }
  return tags.reverse();
}

/** Chooses the first rendition as hls.js would, and prefetches its playlists and their first segments. */
export function prefetchInitialRendition(text: string, base: URL, context: PrefetchContext): InitialRendition | undefined {
  const tags = tagsOf(text);
  const variants = tags
    .filter(({ name, nextLine }) => name === 'EXT-X-STREAM-INF' && nextLine)
    .map(({ attributes, nextLine }) => {
      const [width = 0, height = 0] = (attributes.RESOLUTION ?? '').split('x').map(Number);
      return { bitrate: Number(attributes.BANDWIDTH), width, height, attributes, url: new URL(nextLine, base) };
    });
  if (variants.length === 0) {
    prefetchSegments(tags, base, context);
    return undefined;
  }
  const assumedBandwidth = Math.max(minExpectedBandwidth, Math.min(variants[0]!.bitrate, maxExpectedBandwidth));
  const rendition = selectInitialRendition(variants.filter(isPlayable), {
    assumedBandwidth,
    measuredBandwidth: estimatedBandwidth(),
    ...context
  });
  if (!rendition) return undefined;
  const audioUri = audioUriOf(tags, rendition.attributes.AUDIO);
  const playlists = [rendition.url, ...(audioUri ? [new URL(audioUri, base)] : [])];
  const segmentsRequested = Promise.all(playlists.map((url) => prefetchPlaylist(url, context)));
  return { rendition: rendition.url.href, bitrate: rendition.bitrate, segmentsRequested };
}

/** Whether to start with a variant: one without `CODECS` may be anything; one without video is excluded. */
const isPlayable = ({ attributes: { CODECS: codecs, RESOLUTION: resolution } }: Pick<Tag, 'attributes'>): boolean =>
  !codecs || (resolution !== undefined && mediaSourceClass()?.isTypeSupported(`video/mp4; codecs="${codecs}"`) === true);

/** Returns the URI of the first audio track that plays from a group; undefined when the audio is inside the video's segments. */
function audioUriOf(tags: readonly Tag[], group: string | undefined): string | undefined {
  const audioTracks = tags.filter(
    ({ name, attributes }) => name === 'EXT-X-MEDIA' && attributes.TYPE === 'AUDIO' && attributes['GROUP-ID'] === group
  );
  return (audioTracks.find(({ attributes }) => attributes.DEFAULT === 'YES') ?? audioTracks[0])?.attributes.URI;
}

async function prefetchPlaylist(url: URL, context: PrefetchContext): Promise<void> {
  try {
    const { bytes, url: finalUrl } = await context.guard.prefetch(url, 'manifest', context);
    prefetchSegments(tagsOf(new TextDecoder().decode(bytes)), new URL(finalUrl || url), context);
  } catch {
    // The engine meets the same error and reports it.
  }
}

/**
 * Prefetches a rendition's init segment, and the media segment at the start time, or the first one after it that is not marked as a gap.
 * In a live stream, the engine chooses the start position.
 */
function prefetchSegments(tags: readonly Tag[], base: URL, context: PrefetchContext): void {
  const fetchSegment = (uri: string, range?: string) => uri && context.fetchSegment(new URL(uri, base), range);
  const map = tags.find(({ name }) => name === 'EXT-X-MAP')?.attributes;
  fetchSegment(map?.URI ?? '', rangeOf(map?.BYTERANGE));
  if (!tags.some(({ name }) => name === 'EXT-X-ENDLIST') || tags.some(({ name }) => name === 'EXT-X-START')) return;
  let end = 0;
  const segments = tags.filter(({ name }) => name === 'EXTINF');
  const gaps = new Set(tags.filter(({ name }) => name === 'EXT-X-GAP').map(({ linesAfter }) => linesAfter));
  const index = segments.findIndex(
    ({ value, linesAfter }) => (end += Number.parseFloat(value)) > context.startTime && !gaps.has(linesAfter)
  );
  const range = tags.filter(({ name }) => name === 'EXT-X-BYTERANGE')[index]?.value;
  // A byte range without an offset starts at the end of the previous one.
  if (index === 0 || !range || range.includes('@')) fetchSegment(segments[index]?.nextLine ?? '', rangeOf(range));
}

/** Returns the HTTP range for a BYTERANGE, `length@offset`. */
function rangeOf(byteRange: string | undefined): string | undefined {
  const [length, offset = 0] = (byteRange ?? '').split('@').map(Number);
  return length ? `bytes=${offset}-${offset + length - 1}` : undefined;
}
