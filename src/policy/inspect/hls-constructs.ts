import type { UrlKind } from '../policy.js';
import type { Construct } from './finding.js';

/** An attribute of an HLS tag that contains a URL. */
interface HlsConstruct extends Construct {
  readonly tags: readonly string[];
  readonly attributes: readonly string[];
  readonly kind: UrlKind;
  /** Reported wherever its URL points. */
  readonly always?: boolean;
}

const rfc = (section: string) => `RFC 8216bis, ${section}`;
const elsewhere = 'is on another host, which learns who watches what and when.';

/** The URL line after `EXT-X-STREAM-INF`. */
export const variant: Construct = {
  construct: 'hls-variant',
  explanation: `A rendition's playlist ${elsewhere}`,
  specification: rfc('4.4.6.2'),
  severity: 'medium'
};

/** The URL line of a segment. */
export const segment: Construct = {
  construct: 'hls-segment',
  explanation: `A segment ${elsewhere}`,
  specification: rfc('4.4.4.1'),
  severity: 'medium'
};

/** `EXT-X-DEFINE`. */
export const define: Construct = {
  construct: 'hls-define',
  explanation:
    "Addresses are composed of variables, which can come from the query of the playlist's address. They can hide a host or an identifier of the viewer.",
  specification: rfc('4.4.2.3'),
  severity: 'high'
};

/** A URL in an attribute of a date range that no standard defines. */
export const dateRangeUrl: Construct = {
  construct: 'hls-date-range-url',
  explanation: 'A date range has a custom attribute with a URL; some players use such URLs for beacons.',
  specification: rfc('4.4.5.1'),
  severity: 'low'
};

/** The tags whose attributes contain URLs. A new construct is one row. */
export const hlsConstructs: readonly HlsConstruct[] = [
  {
    construct: 'hls-map',
    tags: ['EXT-X-MAP'],
    attributes: ['URI'],
    kind: 'segment',
    explanation: `The start of the video ${elsewhere}`,
    specification: rfc('4.4.4.5'),
    severity: 'medium'
  },
  {
    construct: 'hls-key',
    tags: ['EXT-X-KEY', 'EXT-X-SESSION-KEY'],
    attributes: ['URI'],
    kind: 'key',
    explanation: `A key ${elsewhere} The address of a key can be unique to one viewer.`,
    specification: rfc('4.4.4.4'),
    severity: 'medium'
  },
  {
    construct: 'hls-track',
    tags: ['EXT-X-MEDIA'],
    attributes: ['URI'],
    kind: 'manifest',
    explanation: `Audio or captions: the playlist ${elsewhere}`,
    specification: rfc('4.4.6.1'),
    severity: 'medium'
  },
  {
    construct: 'hls-trick-play',
    tags: ['EXT-X-I-FRAME-STREAM-INF', 'EXT-X-IMAGE-STREAM-INF'],
    attributes: ['URI'],
    kind: 'manifest',
    explanation: `Preview images: the playlist ${elsewhere}`,
    specification: rfc('4.4.6.3'),
    severity: 'medium'
  },
  {
    construct: 'hls-hint',
    tags: ['EXT-X-PART', 'EXT-X-PRELOAD-HINT', 'EXT-X-RENDITION-REPORT'],
    attributes: ['URI'],
    kind: 'segment',
    explanation: `A part of a live segment, or a report about it, ${elsewhere}`,
    specification: rfc('4.4.4.9'),
    severity: 'medium'
  },
  {
    construct: 'hls-steering',
    tags: ['EXT-X-CONTENT-STEERING'],
    attributes: ['SERVER-URI'],
    kind: 'steering',
    always: true,
    explanation:
      'A server is asked repeatedly which host to use; it receives the throughput, and may name hosts that are not in the manifest.',
    specification: rfc('4.4.6.6'),
    severity: 'high'
  },
  {
    construct: 'hls-interstitial',
    tags: ['EXT-X-DATERANGE'],
    attributes: ['X-ASSET-URI', 'X-ASSET-LIST'],
    kind: 'manifest',
    always: true,
    explanation:
      'An interruption, such as an advertisement, is fetched with an identifier of the visit (_HLS_primary_id); a list of them may name further hosts.',
    specification: rfc('Appendix D'),
    severity: 'high'
  },
  {
    construct: 'hls-session-data',
    tags: ['EXT-X-SESSION-DATA'],
    attributes: ['URI'],
    kind: 'manifest',
    explanation: `Data about the session ${elsewhere}`,
    specification: rfc('4.4.6.4'),
    severity: 'low'
  }
];
