import { PlayerError } from './error.js';

export type SourceType = 'hls' | 'dash' | 'file';

/** Something to play: an absolute URL and what it is. */
export interface Source {
  readonly url: URL;
  readonly type: SourceType;
  /** The MIME type the publisher wrote, for the browser to judge a file by. */
  readonly mimeType: string;
}

/** A source as its publisher wrote it; `type` is undefined until the first bytes tell. */
export interface DeclaredSource extends Omit<Source, 'type'> {
  readonly type: SourceType | undefined;
}

/** What a publisher writes: `src` and `type` of a `<source>`. */
export interface SourceInput {
  readonly src: string;
  readonly type?: string;
}

const mimeTypes: Readonly<Record<string, SourceType>> = {
  'application/vnd.apple.mpegurl': 'hls',
  'application/x-mpegurl': 'hls',
  'audio/mpegurl': 'hls',
  'audio/x-mpegurl': 'hls',
  'application/mpegurl': 'hls',
  'application/dash+xml': 'dash'
};

const extensions: Readonly<Record<string, SourceType>> = {
  m3u8: 'hls',
  m3u: 'hls',
  mpd: 'dash',
  mp4: 'file',
  m4v: 'file',
  mov: 'file',
  webm: 'file',
  ogv: 'file',
  ogg: 'file',
  mkv: 'file',
  mp3: 'file',
  m4a: 'file',
  aac: 'file',
  oga: 'file',
  opus: 'file',
  wav: 'file',
  flac: 'file'
};

/** What kind of source a MIME type names, ignoring its parameters. */
export function typeOfMime(mimeType: string): SourceType | undefined {
  const name = mimeType.split(';')[0]!.trim().toLowerCase();
  return mimeTypes[name] ?? (/^(video|audio)\//.test(name) ? 'file' : undefined);
}

function typeOfPath(url: URL): SourceType | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(url.pathname)?.[1]?.toLowerCase();
  return extension === undefined ? undefined : extensions[extension];
}

/**
 * Reads what the publisher wrote. The type comes from `type`, then from the path's extension, ignoring the query.
 * @throws PlayerError `source/empty`, `source/invalid-url`, `source/unsupported`, or `source/wrong-type` where a playlist is
 *   declared a file, for a browser would then fetch what the playlist names, past the guard
 */
export function toSource({ src, type = '' }: SourceInput, base: URL): DeclaredSource {
  if (!src.trim()) throw new PlayerError('source/empty', 'No video address was given.');
  let url: URL;
  try {
    url = new URL(src, base);
  } catch (cause) {
    throw new PlayerError('source/invalid-url', 'The video address cannot be read as a URL.', { cause });
  }
  const declared = typeOfMime(type);
  const named = typeOfPath(url);
  if (type && !declared) throw new PlayerError('source/unsupported', `The type "${type}" is not one this player knows.`);
  if (declared === 'file' && named && named !== 'file') {
    throw new PlayerError('source/wrong-type', `The type "${type}" does not fit a playlist.`);
  }
  return { url, type: declared ?? named, mimeType: type };
}
