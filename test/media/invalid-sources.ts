import type { ErrorCode, SourceInput } from '../../src/media/index.js';

const dataUrl = (type: string, text: string) => `data:${type},${encodeURIComponent(text)}`;

/** A playlist whose only rendition has a codec that no browser supports. */
const unknownCodec = '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1000,CODECS="hvc1.9.99.L999.B0"\n/media/cmaf/video-240.m3u8\n';

/** An MPD of the demo's video with another timeline, segment template or offset. */
const mpdWith = (timeline: string, media = '/media/cmaf/video-240/$Number$.m4s', offset = '') =>
  `<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT64S" minBufferTime="PT2S" profiles="urn:mpeg:dash:profile:isoff-live:2011"><Period start="PT0S"><AdaptationSet contentType="video" mimeType="video/mp4"><SegmentTemplate timescale="1000000000" ${offset} startNumber="1" initialization="/media/cmaf/video-240/init.mp4" media="${media}"><SegmentTimeline>${timeline}</SegmentTimeline></SegmentTemplate><Representation id="v" bandwidth="139708" width="426" height="240" codecs="avc1.4d4015"/></AdaptationSet></Period></MPD>`;
const regularTimeline = '<S t="0" d="2000000000" r="31"/>';

/** An MPD of some hundred kilobytes. Each representation inherits all attributes, which exceeds the limit of two million steps. */
const mpdWithManyAttributes = mpdWith(regularTimeline)
  .replace('<AdaptationSet ', `<AdaptationSet ${Array.from({ length: 1500 }, (_, index) => `a${index}="1"`).join(' ')} `)
  .replace(/<Representation [^>]*>/, (element) => element.repeat(1500));
const htmlPage = '/test/fixtures/page.html';
const hlsType = 'application/vnd.apple.mpegurl';
const dashType = 'application/dash+xml';

/** Invalid sources, each with the code of the only error that it causes. */
export const invalidSources: readonly { title: string; source: SourceInput; code: ErrorCode }[] = [
  { title: 'a missing playlist', source: { src: '/media/none.m3u8' }, code: 'source/not-found' },
  { title: 'a missing MPD', source: { src: '/media/none.mpd' }, code: 'source/not-found' },
  { title: 'a missing file', source: { src: '/media/none.mp4' }, code: 'source/not-found' },
  { title: 'a missing URL without an extension', source: { src: '/media/none' }, code: 'source/not-found' },
  { title: 'HTML instead of a playlist', source: { src: htmlPage, type: hlsType }, code: 'manifest/not-a-manifest' },
  { title: 'HTML instead of an MPD', source: { src: htmlPage, type: dashType }, code: 'manifest/not-a-manifest' },
  { title: 'HTML instead of a file', source: { src: htmlPage, type: 'video/mp4' }, code: 'media/not-media' },
  { title: 'HTML without a declared type', source: { src: htmlPage }, code: 'manifest/not-a-manifest' },
  { title: 'an empty manifest', source: { src: dataUrl('text/plain', ' '), type: dashType }, code: 'manifest/empty' },
  {
    title: 'an MPD that is truncated inside an attribute',
    source: { src: dataUrl('text/plain', '<MPD xmlns="urn:x" ty'), type: dashType },
    code: 'manifest/malformed'
  },
  ...[
    ['a timeline that repeats a segment endlessly', mpdWith('<S t="0" d="1" r="9000000000000000"/>')],
    ['a timeline that fills its period with segments of a nanosecond', mpdWith('<S t="0" d="1" r="-1"/>')],
    ['a timeline of segments without duration', mpdWith('<S t="0" d="0" r="-1"/>')],
    [
      'a timeline with an enormous presentation time offset',
      mpdWith('<S d="2000000000" r="-1"/>', undefined, 'presentationTimeOffset="9e24"')
    ],
    ['a segment with endless partial segments', mpdWith('<S t="0" d="2000000000" r="31" k="9000000000000000"/>')],
    ['representations that inherit more attributes than the limit', mpdWithManyAttributes],
    ['a segment number padded to half a billion digits', mpdWith(regularTimeline, '/media/cmaf/video-240/$Number%0500000000d$.m4s')]
  ].map(([title = '', text = '']) => ({
    title,
    source: { src: dataUrl('text/plain', text), type: dashType } as const,
    code: 'manifest/malformed' as const
  })),
  {
    title: 'a codec that no browser supports',
    source: { src: dataUrl(hlsType, unknownCodec), type: hlsType },
    code: 'media/unsupported-codec'
  },
  { title: 'an empty src', source: { src: '' }, code: 'source/empty' },
  { title: 'a src that is no URL', source: { src: 'https://' }, code: 'source/invalid-url' },
  { title: 'HLS declared as DASH', source: { src: '/media/cmaf/master.m3u8', type: dashType }, code: 'source/wrong-type' },
  { title: 'DASH declared as HLS', source: { src: '/media/cmaf/manifest.mpd', type: hlsType }, code: 'source/wrong-type' },
  { title: 'a playlist declared as a file', source: { src: '/media/cmaf/master.m3u8', type: 'video/mp4' }, code: 'source/wrong-type' },
  { title: 'an MPD that only its bytes reveal', source: { src: '/streams/unnamed/dash', type: 'video/mp4' }, code: 'source/wrong-type' },
  {
    title: 'a MIME type that the player does not support',
    source: { src: '/media/film.mp4', type: 'application/x-shockwave-flash' },
    code: 'source/unsupported'
  }
];
