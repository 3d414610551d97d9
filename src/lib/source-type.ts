import { ownValue } from './own.js';

/** The kind of a source: each is played by an engine of its own. */
export type SourceType = 'hls' | 'dash' | 'file';

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

/** Returns the source type of a MIME type, ignoring its parameters. */
export function typeOfMime(mimeType: string): SourceType | undefined {
  const name = mimeType.split(';')[0]!.trim().toLowerCase();
  return ownValue(mimeTypes, name) ?? (/^(video|audio)\//.test(name) ? 'file' : undefined);
}

/** Returns the source type that the extension of a URL's path shows, ignoring the query; undefined for an unknown one. */
export function typeOfPath(url: URL): SourceType | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(url.pathname)?.[1]?.toLowerCase();
  return extension === undefined ? undefined : ownValue(extensions, extension);
}
