import type { Slot } from './slots.js';

/** A line of a playlist: its tag, its attributes in RFC 8216bis, and its normal form. */
interface Line {
  readonly where: 'master' | 'media';
  readonly written: string;
  readonly attributes?: string;
}

const line = (where: Line['where'], written: string, attributes?: string): Line => ({
  where,
  written,
  ...(attributes !== undefined && { attributes })
});

const lines: readonly Line[] = [
  line('master', '#EXT-X-VERSION:7'),
  line('media', '#EXT-X-VERSION:7'),
  line('master', '#EXT-X-INDEPENDENT-SEGMENTS'),
  line('master', '#EXT-X-START:TIME-OFFSET=0', 'TIME-OFFSET PRECISE'),
  line('media', '#EXT-X-START:TIME-OFFSET=0', 'TIME-OFFSET PRECISE'),
  line('master', '#EXT-X-DEFINE:NAME="n",VALUE="v"', 'NAME VALUE IMPORT QUERYPARAM'),
  line('media', '#EXT-X-DEFINE:NAME="n",VALUE="v"', 'NAME VALUE IMPORT QUERYPARAM'),
  line(
    'master',
    '#EXT-X-STREAM-INF:BANDWIDTH=207983,CODECS="avc1.4d4015",RESOLUTION=426x240',
    'BANDWIDTH AVERAGE-BANDWIDTH SCORE CODECS SUPPLEMENTAL-CODECS RESOLUTION FRAME-RATE HDCP-LEVEL ALLOWED-CPC VIDEO-RANGE REQ-VIDEO-LAYOUT STABLE-VARIANT-ID AUDIO VIDEO SUBTITLES CLOSED-CAPTIONS PATHWAY-ID PROGRAM-ID NAME'
  ),
  line(
    'master',
    '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="g",NAME="E",LANGUAGE="en",URI="/media/cmaf/text-en.m3u8"',
    'TYPE URI GROUP-ID LANGUAGE ASSOC-LANGUAGE NAME STABLE-RENDITION-ID DEFAULT AUTOSELECT FORCED INSTREAM-ID BIT-DEPTH SAMPLE-RATE CHARACTERISTICS CHANNELS PATHWAY-ID'
  ),
  line(
    'master',
    '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="E",DEFAULT=YES,URI="/media/cmaf/audio-en.m3u8"',
    'TYPE URI GROUP-ID LANGUAGE NAME CHARACTERISTICS CHANNELS'
  ),
  line('master', '#EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS,GROUP-ID="c",NAME="E",INSTREAM-ID="CC1"', 'INSTREAM-ID GROUP-ID NAME LANGUAGE'),
  line('master', '#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,URI="i.m3u8"', 'BANDWIDTH URI CODECS RESOLUTION VIDEO PATHWAY-ID'),
  line('master', '#EXT-X-IMAGE-STREAM-INF:BANDWIDTH=1,RESOLUTION=160x90,CODECS="jpeg",URI="i.m3u8"', 'URI CODECS RESOLUTION'),
  line('master', '#EXT-X-SESSION-DATA:DATA-ID="d",VALUE="v"', 'DATA-ID VALUE URI LANGUAGE FORMAT'),
  line('master', '#EXT-X-SESSION-KEY:METHOD=AES-128,URI="key"', 'METHOD URI IV KEYFORMAT KEYFORMATVERSIONS'),
  line('master', '#EXT-X-CONTENT-STEERING:SERVER-URI="steer.json",PATHWAY-ID="."', 'SERVER-URI PATHWAY-ID'),
  line('media', '#EXT-X-TARGETDURATION:2'),
  line('media', '#EXT-X-MEDIA-SEQUENCE:1'),
  line('media', '#EXT-X-DISCONTINUITY-SEQUENCE:0'),
  line('media', '#EXT-X-PLAYLIST-TYPE:VOD'),
  line('media', '#EXT-X-ALLOW-CACHE:NO'),
  line('media', '#EXT-X-BYTERANGE:33378@0'),
  line('media', '#EXT-X-BITRATE:139'),
  line('media', '#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:00.000Z'),
  line('media', '#EXT-X-KEY:METHOD=NONE', 'METHOD URI IV KEYFORMAT KEYFORMATVERSIONS'),
  line('media', '#EXT-X-KEY:METHOD=AES-128,URI="key"', 'METHOD URI IV KEYFORMAT'),
  line('media', '#EXT-X-MAP:URI="/media/cmaf/video-240/init.mp4"', 'URI BYTERANGE'),
  line(
    'media',
    '#EXT-X-DATERANGE:ID="d",START-DATE="2026-01-01T00:00:00.000Z",DURATION=1',
    'ID CLASS START-DATE CUE END-DATE DURATION PLANNED-DURATION END-ON-NEXT SCTE35-CMD SCTE35-OUT SCTE35-IN X-URL X-ASSET-URI X-ASSET-LIST X-RESUME-OFFSET'
  ),
  line(
    'media',
    '#EXT-X-DATERANGE:ID="i",CLASS="com.apple.hls.interstitial",START-DATE="2026-01-01T00:00:00.000Z",X-ASSET-URI="a.m3u8"',
    'CLASS X-ASSET-URI X-ASSET-LIST X-RESTRICT X-SNAP X-PLAYOUT-LIMIT'
  ),
  line('media', '#EXT-X-SKIP:SKIPPED-SEGMENTS=1', 'SKIPPED-SEGMENTS RECENTLY-REMOVED-DATERANGES'),
  line(
    'media',
    '#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=NO',
    'CAN-SKIP-UNTIL CAN-SKIP-DATERANGES HOLD-BACK PART-HOLD-BACK CAN-BLOCK-RELOAD'
  ),
  line('media', '#EXT-X-PART-INF:PART-TARGET=1', 'PART-TARGET'),
  line('media', '#EXT-X-PART:DURATION=1,URI="p.m4s"', 'URI DURATION INDEPENDENT BYTERANGE GAP'),
  line('media', '#EXT-X-PRELOAD-HINT:TYPE=PART,URI="p.m4s"', 'TYPE URI BYTERANGE-START BYTERANGE-LENGTH'),
  line('media', '#EXT-X-RENDITION-REPORT:URI="r.m3u8",LAST-MSN=1', 'URI LAST-MSN LAST-PART'),
  line('media', '#EXTINF:2.000000,')
];

const ofNumbers = /^(BANDWIDTH|AVERAGE-BANDWIDTH|RESOLUTION|TYPE|METHOD|DURATION|TIME-OFFSET|FRAME-RATE|PART-TARGET)$/;

/** An attribute list that contains a value. A quotation mark would end it, so that value attacks the rest of the line. */
function withAttribute(written: string, attribute: string, value: string): string {
  const kept = written.replace(new RegExp(`([:,])${attribute}=("[^"]*"|[^,]*),?`), '$1').replace(/,$/, '');
  const mark = ofNumbers.test(attribute) ? '' : '"';
  return `${kept}${/[:,]$/.test(kept) ? '' : ','}${attribute}=${mark}${value}${mark}`;
}

const streamInf = '#EXT-X-STREAM-INF:BANDWIDTH=207983,CODECS="avc1.4d4015",RESOLUTION=426x240';

function files({ where, written }: Line, attacked: string, variant = 'media.m3u8', segment?: string): Readonly<Record<string, string>> {
  const tag = /^#[A-Z0-9-]+/.exec(written)![0];
  const own = (text: string) => (tag === /^#[A-Z0-9-]+/.exec(text)?.[0] ? [] : [text]);
  const master = [
    '#EXTM3U',
    ...(where === 'master' && tag !== '#EXT-X-STREAM-INF' ? [attacked, streamInf] : [where === 'master' ? attacked : streamInf]),
    variant
  ];
  const segments = [1, 2, 3, 4, 5, 6].flatMap((number) => {
    const address = number === 1 && segment !== undefined ? segment : `/media/cmaf/video-240/${number}.m4s`;
    return [tag === '#EXTINF' && number === 1 ? attacked : '#EXTINF:2.000000,', address];
  });
  const media = [
    '#EXTM3U',
    ...['#EXT-X-VERSION:7', '#EXT-X-TARGETDURATION:2', '#EXT-X-MEDIA-SEQUENCE:1', '#EXT-X-PLAYLIST-TYPE:VOD'].flatMap((text) =>
      where === 'media' ? own(text) : [text]
    ),
    ...(where === 'media' && tag === '#EXT-X-MAP' ? [] : ['#EXT-X-MAP:URI="/media/cmaf/video-240/init.mp4"']),
    ...(where === 'media' && tag !== '#EXTINF' ? [attacked] : []),
    ...segments,
    '#EXT-X-ENDLIST'
  ];
  return { 'master.m3u8': `${master.join('\n')}\n`, 'media.m3u8': `${media.join('\n')}\n` };
}

const slotsOf = (given: Line): Slot[] => {
  const [, tag = '', plain = ''] = /^#([A-Z0-9-]+):?(.*)/.exec(given.written)!;
  const name = `${tag} (${given.where})`;
  const whole: Slot = { name: `${name} as a whole`, write: (value) => files(given, `#${tag}:${value}`) };
  if (given.attributes === undefined)
    return plain === ''
      ? [whole]
      : [whole, { name: `${name} after its value`, write: (value) => files(given, `${given.written}${value}`) }];
  const named: Slot = { name: `${name}: the name of an attribute`, write: (value) => files(given, `${given.written},${value}="polluted"`) };
  return [
    whole,
    named,
    ...given.attributes.split(' ').map((attribute) => ({
      name: `${name}: ${attribute}`,
      write: (value: string) => files(given, withAttribute(given.written, attribute, value))
    }))
  ];
};

const first = lines[0]!;

/** Every tag and every attribute of a playlist, and the URL lines. */
export const playlistSlots: readonly Slot[] = [
  ...lines.flatMap(slotsOf),
  { name: 'the URL of a variant', write: (value) => files(first, first.written, value) },
  { name: 'the URL of a segment', write: (value) => files(first, first.written, undefined, value) },
  { name: 'an unknown tag', write: (value) => files(first, `#EXT-X-${value}:1`) },
  { name: 'a comment', write: (value) => files(first, `#${value}`) }
];
