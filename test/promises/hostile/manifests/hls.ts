/** The folder of the demo's own CMAF tracks. */
const mediaFolder = '/media/cmaf';

/** Returns a multivariant playlist with `lines`, and one rendition at the URL `variant`. */
export const multivariantPlaylist = (lines = '', variant = `${mediaFolder}/video-240.m3u8`, attributes = '') =>
  `#EXTM3U\n#EXT-X-VERSION:7\n${lines && `${lines}\n`}#EXT-X-STREAM-INF:BANDWIDTH=207983,CODECS="avc1.4d4015"${attributes},RESOLUTION=426x240\n${variant}\n`;

interface MediaPlaylist {
  /** Lines before the first segment. */
  readonly head?: string;
  readonly map?: string;
  /** Lines before the second segment. */
  readonly beforeSecondSegment?: string;
  /** URLs that replace a segment, by its number from 1. */
  readonly segmentUrls?: Readonly<Record<number, string>>;
  readonly tail?: string;
}

/** Returns a media playlist of the first six segments of the demo's video, which are 12 seconds long. */
export function mediaPlaylist({
  head = '',
  map = `${mediaFolder}/video-240/init.mp4`,
  beforeSecondSegment = '',
  segmentUrls = {},
  tail = ''
}: MediaPlaylist = {}): string {
  const lines = ['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-TARGETDURATION:2', '#EXT-X-MEDIA-SEQUENCE:1', '#EXT-X-PLAYLIST-TYPE:VOD'];
  lines.push('#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:00.000Z', head, `#EXT-X-MAP:URI="${map}"`);
  for (let number = 1; number <= 6; number++) {
    if (number === 2) lines.push(beforeSecondSegment);
    lines.push('#EXTINF:2.000000,', segmentUrls[number] ?? `${mediaFolder}/video-240/${number}.m4s`);
  }
  return `${[...lines, tail, '#EXT-X-ENDLIST'].filter(Boolean).join('\n')}\n`;
}
