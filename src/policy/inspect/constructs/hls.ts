import type { HlsItem } from '../hls-item.js';
import { onAnotherHost, isUrl, type HlsRow } from './row.js';

const rfc = (section: string) => `RFC 8216bis, ${section}`;

const attribute =
  (...names: readonly string[]) =>
  ({ attributes }: HlsItem) =>
    names.flatMap((name) => attributes[name] || []);
const lineUrl = ({ uri }: HlsItem) => (uri === undefined ? [] : [uri]);
const interstitialAttributes = ['X-ASSET-URI', 'X-ASSET-LIST'];
const undefinedIfEmpty = (list: string[]): string[] | undefined => (list.length > 0 ? list : undefined);

/** The constructs of HLS playlists. A new construct is one row. */
export const hls: readonly HlsRow[] = [
  {
    construct: 'hls-variant',
    tags: ['EXT-X-STREAM-INF'],
    kind: 'manifest',
    references: lineUrl,
    explanation: `A rendition's playlist ${onAnotherHost}`,
    specification: rfc('4.4.6.2'),
    severity: 'medium'
  },
  {
    construct: 'hls-segment',
    tags: ['EXTINF'],
    kind: 'segment',
    references: lineUrl,
    explanation: `A segment ${onAnotherHost}`,
    specification: rfc('4.4.4.1'),
    severity: 'medium'
  },
  {
    construct: 'hls-map',
    tags: ['EXT-X-MAP'],
    kind: 'segment',
    references: attribute('URI'),
    explanation: `The start of the video ${onAnotherHost}`,
    specification: rfc('4.4.4.5'),
    severity: 'medium'
  },
  {
    construct: 'hls-key',
    tags: ['EXT-X-KEY', 'EXT-X-SESSION-KEY'],
    kind: 'key',
    references: attribute('URI'),
    explanation: `A key ${onAnotherHost} The URL of a key can be unique to one viewer.`,
    specification: rfc('4.4.4.4'),
    severity: 'medium'
  },
  {
    construct: 'hls-track',
    tags: ['EXT-X-MEDIA'],
    kind: 'manifest',
    references: attribute('URI'),
    explanation: `Audio or captions: the playlist ${onAnotherHost}`,
    specification: rfc('4.4.6.1'),
    severity: 'medium'
  },
  {
    construct: 'hls-trick-play',
    tags: ['EXT-X-I-FRAME-STREAM-INF', 'EXT-X-IMAGE-STREAM-INF'],
    kind: 'manifest',
    references: attribute('URI'),
    explanation: `Preview images: the playlist ${onAnotherHost}`,
    specification: rfc('4.4.6.3'),
    severity: 'medium'
  },
  {
    construct: 'hls-hint',
    tags: ['EXT-X-PART', 'EXT-X-PRELOAD-HINT', 'EXT-X-RENDITION-REPORT'],
    kind: 'segment',
    references: attribute('URI'),
    explanation: `A part of a live segment, or a report about it, ${onAnotherHost}`,
    specification: rfc('4.4.4.9'),
    severity: 'medium'
  },
  {
    construct: 'hls-steering',
    tags: ['EXT-X-CONTENT-STEERING'],
    kind: 'steering',
    always: true,
    references: (item) => undefinedIfEmpty(attribute('SERVER-URI')(item)),
    explanation:
      'A server is asked repeatedly which host to use; it receives the throughput, and may name hosts that are not in the manifest.',
    specification: rfc('4.4.6.6'),
    severity: 'high'
  },
  {
    construct: 'hls-interstitial',
    tags: ['EXT-X-DATERANGE'],
    kind: 'manifest',
    always: true,
    references: (item) => undefinedIfEmpty(attribute(...interstitialAttributes)(item)),
    explanation:
      'An interruption, such as an advertisement, is fetched with an identifier of the visit (_HLS_primary_id); a list of them may name further hosts.',
    specification: rfc('Appendix D'),
    severity: 'high'
  },
  {
    construct: 'hls-date-range-url',
    tags: ['EXT-X-DATERANGE'],
    kind: 'beacon',
    references: ({ attributes }) =>
      Object.entries(attributes).flatMap(([name, value]) =>
        name.startsWith('X-') && !interstitialAttributes.includes(name) && isUrl(value) ? value! : []
      ),
    explanation: 'A date range has a custom attribute with a URL; some players use such URLs for beacons.',
    specification: rfc('4.4.5.1'),
    severity: 'low'
  },
  {
    construct: 'hls-session-data',
    tags: ['EXT-X-SESSION-DATA'],
    kind: 'manifest',
    references: attribute('URI'),
    explanation: `Data about the session ${onAnotherHost}`,
    specification: rfc('4.4.6.4'),
    severity: 'low'
  },
  {
    construct: 'hls-define',
    tags: ['EXT-X-DEFINE'],
    kind: 'segment',
    always: true,
    // A variable that is a URL can be a host; any other value can only be a part of one.
    references: ({ attributes: { VALUE } }) => (isUrl(VALUE) ? [VALUE!] : []),
    explanation:
      "URLs are composed of variables, which can come from the query of the playlist's URL. They can hide a host or an identifier of the viewer.",
    specification: rfc('4.4.2.3'),
    severity: 'high'
  }
];
