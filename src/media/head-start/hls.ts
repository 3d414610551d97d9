import { mediaSource } from '../engines/media-source.js';
import { bandwidthSeen } from './bandwidth.js';
import { firstRendition } from './first-rendition.js';
import type { FirstChoice, Track } from './head-start.js';

/** One tag with its attributes (RFC 8216, 4.2), and the line below it, which may be its address. */
interface Tag {
  readonly name: string;
  readonly value: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly below: string;
}

/** Bits per second that hls.js expects of a line it does not know, and the most that a playlist makes it expect. */
const [least, most] = [500_000, 5_000_000];

function attributesOf(list: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', quoted, plain = ''] of list.matchAll(/(?<![\w-])([\w-]+)=(?:"([^"]*)"|([^,]*))/g))
    attributes[name] = quoted ?? plain;
  return attributes;
}

function tagsOf(playlist: string): Tag[] {
  const tags: Tag[] = [];
  let below = '';
  for (const line of playlist.split(/\r?\n/).reverse()) {
    const [, name, value = ''] = /^#(EXT[\w-]*):?(.*)$/.exec(line) ?? [];
    if (name === undefined) {
      if (line && !line.startsWith('#')) below = line;
      continue;
    }
    tags.push({ name, value, attributes: attributesOf(value), below });
  }
  return tags.reverse();
}

/** Chooses the first rendition as hls.js would, and fetches its playlists and their first segments. */
export function chooseFirst(text: string, base: URL, track: Track): FirstChoice | undefined {
  const tags = tagsOf(text);
  const variants = tags
    .filter(({ name, below }) => name === 'EXT-X-STREAM-INF' && below)
    .map(({ attributes, below }) => {
      const [width = 0, height = 0] = (attributes.RESOLUTION ?? '').split('x').map(Number);
      return { bitrate: Number(attributes.BANDWIDTH), width, height, attributes, url: new URL(below, base) };
    });
  if (variants.length === 0) {
    warmSegments(tags, base, track);
    return undefined;
  }
  const expected = Math.max(least, Math.min(variants[0]!.bitrate, most));
  const first = firstRendition(variants.filter(playable), { expected, seen: bandwidthSeen(), ...track });
  if (!first) return undefined;
  const sound = soundOf(tags, first.attributes.AUDIO);
  const playlists = [first.url, ...(sound ? [new URL(sound, base)] : [])];
  const asked = Promise.all(playlists.map((url) => warmPlaylist(url, track)));
  return { rendition: first.url.href, bitrate: first.bitrate, asked };
}

/** A variant without codecs may be anything; one without a picture is not begun with. */
const playable = ({ attributes: { CODECS: codecs, RESOLUTION: resolution } }: Pick<Tag, 'attributes'>): boolean =>
  !codecs || (resolution !== undefined && mediaSource()?.isTypeSupported(`video/mp4; codecs="${codecs}"`) === true);

/** The address of the sound that is heard first in a group; undefined where it is inside the video's segments. */
function soundOf(tags: readonly Tag[], group: string | undefined): string | undefined {
  const sounds = tags.filter(
    ({ name, attributes }) => name === 'EXT-X-MEDIA' && attributes.TYPE === 'AUDIO' && attributes['GROUP-ID'] === group
  );
  return (sounds.find(({ attributes }) => attributes.DEFAULT === 'YES') ?? sounds[0])?.attributes.URI;
}

async function warmPlaylist(url: URL, track: Track): Promise<void> {
  try {
    const { bytes, url: address } = await track.guard.warm(url, 'manifest', track);
    warmSegments(tagsOf(new TextDecoder().decode(bytes)), new URL(address || url), track);
  } catch {
    // The engine will meet the same fault.
  }
}

/** Fetches the head of a rendition, and the segment at the start; where a live channel begins is the engine's to say. */
function warmSegments(tags: readonly Tag[], base: URL, track: Track): void {
  const fetchPart = (uri: string, range?: string) => uri && track.fetchPart(new URL(uri, base), range);
  const map = tags.find(({ name }) => name === 'EXT-X-MAP')?.attributes;
  fetchPart(map?.URI ?? '', rangeOf(map?.BYTERANGE));
  if (!tags.some(({ name }) => name === 'EXT-X-ENDLIST') || tags.some(({ name }) => name === 'EXT-X-START')) return;
  let end = 0;
  const segments = tags.filter(({ name }) => name === 'EXTINF');
  const index = segments.findIndex(({ value }) => (end += Number.parseFloat(value)) > track.startTime);
  const range = tags.filter(({ name }) => name === 'EXT-X-BYTERANGE')[index]?.value;
  // A range that does not say where it begins, begins where the one before it ended.
  if (index === 0 || !range || range.includes('@')) fetchPart(segments[index]?.below ?? '', rangeOf(range));
}

/** An HTTP range for a BYTERANGE, `length@offset`. */
function rangeOf(written: string | undefined): string | undefined {
  const [length, offset = 0] = (written ?? '').split('@').map(Number);
  return length ? `bytes=${offset}-${offset + length - 1}` : undefined;
}
