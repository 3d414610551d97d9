import type { Slot } from './slots.js';

/** A harmless line of a playlist, and the attributes of its tag in RFC 8216bis. */
interface TagLine {
  readonly playlist: 'master' | 'media';
  readonly text: string;
  readonly attributes?: string;
}

const createTagLine = (playlist: TagLine['playlist'], text: string, attributes?: string): TagLine => ({
  playlist,
  text,
  ...(attributes !== undefined && { attributes })
});

const tagLines: readonly TagLine[] = [
  createTagLine('master', '#EXT-X-VERSION:7'),
  createTagLine('media', '#EXT-X-VERSION:7'),
  createTagLine('master', '#EXT-X-INDEPENDENT-SEGMENTS'),
  createTagLine('master', '#EXT-X-START:TIME-OFFSET=0', 'TIME-OFFSET PRECISE'),
  createTagLine('media', '#EXT-X-START:TIME-OFFSET=0', 'TIME-OFFSET PRECISE'),
  createTagLine('master', '#EXT-X-DEFINE:NAME="n",VALUE="v"', 'NAME VALUE IMPORT QUERYPARAM'),
  createTagLine('media', '#EXT-X-DEFINE:NAME="n",VALUE="v"', 'NAME VALUE IMPORT QUERYPARAM'),
  createTagLine(
    'master',
    '#EXT-X-STREAM-INF:BANDWIDTH=207983,CODECS="avc1.4d4015",RESOLUTION=426x240',
    'BANDWIDTH AVERAGE-BANDWIDTH SCORE CODECS SUPPLEMENTAL-CODECS RESOLUTION FRAME-RATE HDCP-LEVEL ALLOWED-CPC VIDEO-RANGE REQ-VIDEO-LAYOUT STABLE-VARIANT-ID AUDIO VIDEO SUBTITLES CLOSED-CAPTIONS PATHWAY-ID PROGRAM-ID NAME'
  ),
  createTagLine(
    'master',
    '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="g",NAME="E",LANGUAGE="en",URI="/media/cmaf/text-en.m3u8"',
    'TYPE URI GROUP-ID LANGUAGE ASSOC-LANGUAGE NAME STABLE-RENDITION-ID DEFAULT AUTOSELECT FORCED INSTREAM-ID BIT-DEPTH SAMPLE-RATE CHARACTERISTICS CHANNELS PATHWAY-ID'
  ),
  createTagLine(
    'master',
    '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="E",DEFAULT=YES,URI="/media/cmaf/audio-en.m3u8"',
    'TYPE URI GROUP-ID LANGUAGE NAME CHARACTERISTICS CHANNELS'
  ),
  createTagLine(
    'master',
    '#EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS,GROUP-ID="c",NAME="E",INSTREAM-ID="CC1"',
    'INSTREAM-ID GROUP-ID NAME LANGUAGE'
  ),
  createTagLine('master', '#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,URI="i.m3u8"', 'BANDWIDTH URI CODECS RESOLUTION VIDEO PATHWAY-ID'),
  createTagLine('master', '#EXT-X-IMAGE-STREAM-INF:BANDWIDTH=1,RESOLUTION=160x90,CODECS="jpeg",URI="i.m3u8"', 'URI CODECS RESOLUTION'),
  createTagLine('master', '#EXT-X-SESSION-DATA:DATA-ID="d",VALUE="v"', 'DATA-ID VALUE URI LANGUAGE FORMAT'),
  createTagLine('master', '#EXT-X-SESSION-KEY:METHOD=AES-128,URI="key"', 'METHOD URI IV KEYFORMAT KEYFORMATVERSIONS'),
  createTagLine('master', '#EXT-X-CONTENT-STEERING:SERVER-URI="steer.json",PATHWAY-ID="."', 'SERVER-URI PATHWAY-ID'),
  createTagLine('media', '#EXT-X-TARGETDURATION:2'),
  createTagLine('media', '#EXT-X-MEDIA-SEQUENCE:1'),
  createTagLine('media', '#EXT-X-DISCONTINUITY-SEQUENCE:0'),
  createTagLine('media', '#EXT-X-PLAYLIST-TYPE:VOD'),
  createTagLine('media', '#EXT-X-ALLOW-CACHE:NO'),
  createTagLine('media', '#EXT-X-BYTERANGE:33378@0'),
  createTagLine('media', '#EXT-X-BITRATE:139'),
  createTagLine('media', '#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:00.000Z'),
  createTagLine('media', '#EXT-X-KEY:METHOD=NONE', 'METHOD URI IV KEYFORMAT KEYFORMATVERSIONS'),
  createTagLine('media', '#EXT-X-KEY:METHOD=AES-128,URI="key"', 'METHOD URI IV KEYFORMAT'),
  createTagLine('media', '#EXT-X-MAP:URI="/media/cmaf/video-240/init.mp4"', 'URI BYTERANGE'),
  createTagLine(
    'media',
    '#EXT-X-DATERANGE:ID="d",START-DATE="2026-01-01T00:00:00.000Z",DURATION=1',
    'ID CLASS START-DATE CUE END-DATE DURATION PLANNED-DURATION END-ON-NEXT SCTE35-CMD SCTE35-OUT SCTE35-IN X-URL X-ASSET-URI X-ASSET-LIST X-RESUME-OFFSET'
  ),
  createTagLine(
    'media',
    '#EXT-X-DATERANGE:ID="i",CLASS="com.apple.hls.interstitial",START-DATE="2026-01-01T00:00:00.000Z",X-ASSET-URI="a.m3u8"',
    'CLASS X-ASSET-URI X-ASSET-LIST X-RESTRICT X-SNAP X-PLAYOUT-LIMIT'
  ),
  createTagLine('media', '#EXT-X-SKIP:SKIPPED-SEGMENTS=1', 'SKIPPED-SEGMENTS RECENTLY-REMOVED-DATERANGES'),
  createTagLine(
    'media',
    '#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=NO',
    'CAN-SKIP-UNTIL CAN-SKIP-DATERANGES HOLD-BACK PART-HOLD-BACK CAN-BLOCK-RELOAD'
  ),
  createTagLine('media', '#EXT-X-PART-INF:PART-TARGET=1', 'PART-TARGET'),
  createTagLine('media', '#EXT-X-PART:DURATION=1,URI="p.m4s"', 'URI DURATION INDEPENDENT BYTERANGE GAP'),
  createTagLine('media', '#EXT-X-PRELOAD-HINT:TYPE=PART,URI="p.m4s"', 'TYPE URI BYTERANGE-START BYTERANGE-LENGTH'),
  createTagLine('media', '#EXT-X-RENDITION-REPORT:URI="r.m3u8",LAST-MSN=1', 'URI LAST-MSN LAST-PART'),
  createTagLine('media', '#EXTINF:2.000000,')
];

const unquotedAttributes = /^(BANDWIDTH|AVERAGE-BANDWIDTH|RESOLUTION|TYPE|METHOD|DURATION|TIME-OFFSET|FRAME-RATE|PART-TARGET)$/;

/** Returns a line with a value in one attribute. If the value contains a quotation mark, the rest of the line is attacked as well. */
function withAttribute(text: string, attribute: string, value: string): string {
  const otherAttributes = text.replace(new RegExp(`([:,])${attribute}=("[^"]*"|[^,]*),?`), '$1').replace(/,$/, '');
  const mark = unquotedAttributes.test(attribute) ? '' : '"';
  return `${otherAttributes}${/[:,]$/.test(otherAttributes) ? '' : ','}${attribute}=${mark}${value}${mark}`;
}

const streamInf = '#EXT-X-STREAM-INF:BANDWIDTH=207983,CODECS="avc1.4d4015",RESOLUTION=426x240';

/** Returns a multivariant playlist and a media playlist, with `attackedLine` in the playlist of its tag. */
function playlistFiles(
  { playlist, text }: TagLine,
  attackedLine: string,
  variant = 'media.m3u8',
  segment?: string
): Readonly<Record<string, string>> {
  const tag = /^#[A-Z0-9-]+/.exec(text)![0];
  const unlessSameTag = (otherLine: string) => (tag === /^#[A-Z0-9-]+/.exec(otherLine)?.[0] ? [] : [otherLine]);
  const master = [
    '#EXTM3U',
    ...(playlist === 'master' && tag !== '#EXT-X-STREAM-INF'
      ? [attackedLine, streamInf]
      : [playlist === 'master' ? attackedLine : streamInf]),
    variant
  ];
  const segments = [1, 2, 3, 4, 5, 6].flatMap((number) => {
    const url = number === 1 && segment !== undefined ? segment : `/media/cmaf/video-240/${number}.m4s`;
    return [tag === '#EXTINF' && number === 1 ? attackedLine : '#EXTINF:2.000000,', url];
  });
  const media = [
    '#EXTM3U',
    ...['#EXT-X-VERSION:7', '#EXT-X-TARGETDURATION:2', '#EXT-X-MEDIA-SEQUENCE:1', '#EXT-X-PLAYLIST-TYPE:VOD'].flatMap((otherLine) =>
      playlist === 'media' ? unlessSameTag(otherLine) : [otherLine]
    ),
    ...(playlist === 'media' && tag === '#EXT-X-MAP' ? [] : ['#EXT-X-MAP:URI="/media/cmaf/video-240/init.mp4"']),
    ...(playlist === 'media' && tag !== '#EXTINF' ? [attackedLine] : []),
    ...segments,
    '#EXT-X-ENDLIST'
  ];
  return { 'master.m3u8': `${master.join('\n')}\n`, 'media.m3u8': `${media.join('\n')}\n` };
}

const slotsOf = (tagLine: TagLine): Slot[] => {
  const [, tag = '', tagValue = ''] = /^#([A-Z0-9-]+):?(.*)/.exec(tagLine.text)!;
  const name = `${tag} (${tagLine.playlist})`;
  const wholeLineSlot: Slot = { name: `${name} as a whole`, write: (value) => playlistFiles(tagLine, `#${tag}:${value}`) };
  if (tagLine.attributes === undefined)
    return tagValue === ''
      ? [wholeLineSlot]
      : [wholeLineSlot, { name: `${name} after its value`, write: (value) => playlistFiles(tagLine, `${tagLine.text}${value}`) }];
  const attributeNameSlot: Slot = {
    name: `${name}: the name of an attribute`,
    write: (value) => playlistFiles(tagLine, `${tagLine.text},${value}="polluted"`)
  };
  return [
    wholeLineSlot,
    attributeNameSlot,
    ...tagLine.attributes.split(' ').map((attribute) => ({
      name: `${name}: ${attribute}`,
      write: (value: string) => playlistFiles(tagLine, withAttribute(tagLine.text, attribute, value))
    }))
  ];
};

const firstLine = tagLines[0]!;

/** A slot for every tag and every attribute of a playlist, and for the lines with URLs. */
export const playlistSlots: readonly Slot[] = [
  ...tagLines.flatMap(slotsOf),
  { name: 'the URL of a variant', write: (value) => playlistFiles(firstLine, firstLine.text, value) },
  { name: 'the URL of a segment', write: (value) => playlistFiles(firstLine, firstLine.text, undefined, value) },
  { name: 'an unknown tag', write: (value) => playlistFiles(firstLine, `#EXT-X-${value}:1`) },
  { name: 'a comment', write: (value) => playlistFiles(firstLine, `#${value}`) }
];
