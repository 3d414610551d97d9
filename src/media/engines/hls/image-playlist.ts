import { LimitedRetries } from '../../../lib/limited-retries.js';
import { readLimited } from '../../../lib/read-limited.js';
import { readAttributes } from '../../../policy/attribute-list.js';
import type { EngineContext } from '../engine.js';
import type { ThumbnailPlace } from '../../stream.js';

/** Maximum size of an image playlist, in bytes. */
const maxBytes = 4 * 1024 * 1024;

/** Time within which an image playlist has to arrive. */
const timeoutMs = 20_000;

/** One image of tiles, each of which covers a time range. Times and durations in seconds, sizes in pixels. */
interface Sheet {
  readonly url: string;
  readonly start: number;
  readonly end: number;
  readonly across: number;
  readonly down: number;
  readonly width: number;
  readonly height: number;
  readonly tileDuration: number;
}

const attributesOf = (line: string) => readAttributes(line.slice(line.indexOf(':') + 1));

const numberPair = (text: string | undefined): [number, number] => (text ? text.split('x').map(Number) : [1, 1]) as [number, number];

/** Returns the URLs of the image playlists of a multivariant playlist, lowest bandwidth first, from the manifest that is already loaded. */
function imagePlaylists({ manifest, source }: EngineContext): string[] {
  const lines = new TextDecoder().decode(manifest?.bytes).match(/^#EXT-X-IMAGE-STREAM-INF:.*$/gm) ?? [];
  return lines
    .map(attributesOf)
    .sort((a, b) => Number(a.BANDWIDTH) - Number(b.BANDWIDTH))
    .flatMap((attributes) => attributes.URI || [])
    .map((uri) => new URL(uri, manifest?.url || source.url).href);
}

type Tiles = Omit<Sheet, 'url' | 'start' | 'end'>;

/** Parses an `EXT-X-TILES` line, which applies to every image after it; `tileDuration` is NaN without a `DURATION`. */
function tilesIn(line: string): Tiles {
  const { RESOLUTION: resolution, LAYOUT: layout, DURATION: duration } = attributesOf(line);
  const [[width, height], [across, down]] = [numberPair(resolution), numberPair(layout)];
  return { width, height, across, down, tileDuration: Number(duration) };
}

function sheetsOf(playlist: string, base: string): Sheet[] {
  const sheets: Sheet[] = [];
  let [duration, start] = [0, 0];
  let tiles: Tiles = tilesIn('');
  for (const line of playlist.split(/\r?\n/)) {
    if (line.startsWith('#EXTINF:')) duration = parseFloat(line.slice(8));
    else if (line.startsWith('#EXT-X-TILES:')) tiles = tilesIn(line);
    else if (line !== '' && !line.startsWith('#')) {
      const tileDuration = tiles.tileDuration || duration / (tiles.across * tiles.down);
      sheets.push({ url: new URL(line, base).href, start, end: (start += duration), ...tiles, tileDuration });
    }
  }
  return sheets;
}

/**
 * Returns a function that finds the thumbnail at a time in seconds in Roku's image media playlists; undefined when the manifest names
 * none. The image playlist is loaded at the first call, without the retries and the errors of the video's own requests.
 */
export function tilesOf(context: EngineContext): ((seconds: number) => Promise<ThumbnailPlace | undefined>) | undefined {
  const [playlist] = imagePlaylists(context);
  if (playlist === undefined) return undefined;
  const retries = new LimitedRetries();
  let sheets: Promise<Sheet[] | undefined> | undefined;
  const loadSheets = async () => {
    const signal = AbortSignal.any([context.signal, AbortSignal.timeout(timeoutMs)]);
    const response = await context.guard.direct.fetch(playlist, 'manifest', { signal });
    const text = response.ok ? await (await readLimited(response, maxBytes)).text() : '';
    return text.startsWith('#EXTM3U') ? sheetsOf(text, response.url) : undefined;
  };
  return async (seconds) => {
    const loadedSheets = await (sheets ??= retries.run(playlist, loadSheets));
    if (!loadedSheets) sheets = undefined;
    const sheet = loadedSheets?.find(({ start, end }) => seconds >= start && seconds < end);
    if (!sheet) return undefined;
    const { url, start, across, down, width, height, tileDuration } = sheet;
    const index = Math.min(Math.floor((seconds - start) / tileDuration), across * down - 1);
    return { url, x: (index % across) * width, y: Math.floor(index / across) * height, width, height };
  };
}
