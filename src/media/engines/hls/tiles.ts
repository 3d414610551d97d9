import type { EngineContext, ThumbnailPlace } from '../../engine.js';

/** One large picture with its tiles, each of which stands for a stretch of time. Seconds and pixels. */
interface Sheet {
  readonly url: string;
  readonly start: number;
  readonly end: number;
  readonly across: number;
  readonly down: number;
  readonly width: number;
  readonly height: number;
  readonly each: number;
}

const attribute = (line: string, name: string): string | undefined =>
  new RegExp(`[:,]${name}=(?:"([^"]*)"|([^,]*))`).exec(line)?.slice(1).find(Boolean);

const pair = (text: string | undefined): [number, number] => (text?.split('x').map(Number) ?? [1, 1]) as [number, number];

/** The image playlists of a master playlist, the smallest first; the manifest's own bytes are at hand already. */
function imagePlaylists({ manifest, source }: EngineContext): string[] {
  const lines = new TextDecoder().decode(manifest?.bytes).match(/^#EXT-X-IMAGE-STREAM-INF:.*$/gm) ?? [];
  return lines
    .sort((a, b) => Number(attribute(a, 'BANDWIDTH')) - Number(attribute(b, 'BANDWIDTH')))
    .flatMap((line) => attribute(line, 'URI') ?? [])
    .map((uri) => new URL(uri, manifest?.url || source.url).href);
}

function sheetsOf(playlist: string, base: string): Sheet[] {
  const sheets: Sheet[] = [];
  let [duration, tiles, start] = [0, '', 0];
  for (const line of playlist.split(/\r?\n/)) {
    if (line.startsWith('#EXTINF:')) duration = parseFloat(line.slice(8));
    else if (line.startsWith('#EXT-X-TILES:')) tiles = line;
    else if (line !== '' && !line.startsWith('#')) {
      const [[width, height], [across, down]] = [pair(attribute(tiles, 'RESOLUTION')), pair(attribute(tiles, 'LAYOUT'))];
      const each = Number(attribute(tiles, 'DURATION')) || duration / (across * down);
      sheets.push({ url: new URL(line, base).href, start, end: (start += duration), across, down, width, height, each });
    }
  }
  return sheets;
}

/** The pictures of a stream's image playlist, as Roku's image media playlists have it; undefined where it names none. Read when first asked for. */
export function tilesOf(context: EngineContext): ((seconds: number) => Promise<ThumbnailPlace | undefined>) | undefined {
  const [playlist] = imagePlaylists(context);
  if (playlist === undefined) return undefined;
  let sheets: Promise<Sheet[]> | undefined;
  const read = async () => {
    const response = await context.guard.fetch(playlist, 'manifest', { signal: context.signal });
    return sheetsOf(await response.text(), response.url);
  };
  return async (seconds) => {
    sheets ??= read().catch(() => []);
    const sheet = (await sheets).find(({ start, end }) => seconds >= start && seconds < end);
    if (!sheet) return undefined;
    const { url, start, across, down, width, height, each } = sheet;
    const index = Math.min(Math.floor((seconds - start) / each), across * down - 1);
    return { url, x: (index % across) * width, y: Math.floor(index / across) * height, width, height };
  };
}
