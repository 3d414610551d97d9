import type { UrlKind } from '../policy.js';
import type { Construct } from './finding.js';
import type { Element } from './xml.js';

/** An element or attribute of an MPD that contains URLs, or whose presence alone matters. */
interface DashConstruct extends Construct {
  readonly elements: readonly string[] | 'every';
  readonly kind: UrlKind;
  /** The URLs in the element; an empty list if it contains none, undefined if it turns out not to be this construct. */
  addresses(element: Element): readonly string[] | undefined;
  /** Reported wherever its URL points, and even without a URL. */
  readonly always?: boolean;
}

const mpd = (section: string) => `ISO/IEC 23009-1, ${section}`;
const elsewhere = 'is on another host, which learns who watches what and when.';

const text = ({ text: inner }: Element) => (inner.trim() ? [inner.trim()] : []);
const attributes =
  (...names: readonly string[]) =>
  (element: Element) =>
    names.map((name) => element.attributes.get(name)).filter((value) => value !== undefined && value !== '') as string[];
/** `xlink:href`, whatever the prefix of its namespace is. */
const links = (element: Element) =>
  [...element.attributes].filter(([name, value]) => /^[^:]+:href$/.test(name) && value !== '').map(([, value]) => value);
const scheme = (element: Element) => element.attributes.get('schemeIdUri') ?? '';
const urls = (value = '') => value.split(/\s+/).filter(Boolean);

/** The elements of an MPD that matter. A new construct is one row. */
export const dashConstructs: readonly DashConstruct[] = [
  {
    construct: 'dash-segment-template',
    elements: ['SegmentTemplate', 'InitializationSet', 'InitializationGroup'],
    kind: 'segment',
    addresses: attributes('media', 'initialization', 'index', 'bitstreamSwitching'),
    explanation: `A segment ${elsewhere}`,
    specification: mpd('5.3.9.4'),
    severity: 'medium'
  },
  {
    construct: 'dash-segment-url',
    elements: ['SegmentURL', 'Initialization', 'RepresentationIndex', 'BitstreamSwitching'],
    kind: 'segment',
    addresses: attributes('media', 'index', 'sourceURL'),
    explanation: `A segment ${elsewhere}`,
    specification: mpd('5.3.9.2'),
    severity: 'medium'
  },
  {
    construct: 'dash-location',
    elements: ['Location', 'PatchLocation'],
    kind: 'manifest',
    addresses: text,
    explanation: `The manifest moves, and from then on it ${elsewhere}`,
    specification: mpd('5.3.1.2, 5.15'),
    severity: 'medium'
  },
  {
    construct: 'dash-xlink',
    elements: 'every',
    kind: 'manifest',
    always: true,
    addresses: (element) => present(links(element).filter((href) => href !== 'urn:mpeg:dash:resolve-to-zero:2013')),
    explanation:
      'A part of the manifest is loaded from another URL during playback: it can differ for each viewer, such as an advertisement.',
    specification: mpd('5.5'),
    severity: 'high'
  },
  {
    construct: 'dash-steering',
    elements: ['ContentSteering'],
    kind: 'steering',
    always: true,
    addresses: (element) => [...text(element), ...attributes('proxyServerURL')(element)],
    explanation:
      'A server is asked repeatedly which host to use; it receives the throughput, and may name hosts that are not in the manifest.',
    specification: 'ETSI TS 103 998',
    severity: 'high'
  },
  {
    construct: 'dash-clock',
    elements: ['UTCTiming'],
    kind: 'clock',
    addresses: (element) =>
      /:direct:/.test(scheme(element))
        ? []
        : urls(element.attributes.get('value')).map((value) => (/:s?ntp:/.test(scheme(element)) ? `ntp://${value}` : value)),
    explanation: `A time server ${elsewhere}`,
    specification: mpd('5.8.4.11'),
    severity: 'medium'
  },
  {
    construct: 'dash-metrics',
    elements: ['Reporting'],
    kind: 'beacon',
    always: true,
    addresses: attributes('dvb:reportingUrl', 'reportingUrl'),
    explanation: 'The player is asked to report about playback, with the URL of the manifest and the time.',
    specification: 'ETSI TS 103 285, 10.12.3',
    severity: 'high'
  },
  {
    construct: 'dash-callback',
    elements: ['EventStream', 'InbandEventStream'],
    kind: 'beacon',
    always: true,
    addresses: (element) => (scheme(element) === 'urn:mpeg:dash:event:callback:2015' ? [] : undefined),
    explanation: 'The player is asked to request a URL when the viewer reaches a position in the video.',
    specification: mpd('5.10.4.5'),
    severity: 'high'
  },
  {
    construct: 'dash-callback',
    elements: ['Event'],
    kind: 'beacon',
    always: true,
    addresses: (element) => (element.parent && scheme(element.parent) === 'urn:mpeg:dash:event:callback:2015' ? text(element) : undefined),
    explanation: 'The player is asked to request a URL when the viewer reaches a position in the video.',
    specification: mpd('5.10.4.5'),
    severity: 'high'
  },
  {
    construct: 'dash-alternative',
    elements: ['EventStream', 'InbandEventStream'],
    kind: 'manifest',
    always: true,
    addresses: (element) => (scheme(element).startsWith('urn:mpeg:dash:event:alternativeMPD') ? [] : undefined),
    explanation: 'Another presentation, such as an advertisement, takes the place of this one for a while.',
    specification: mpd('5.10.4.6 (6th edition)'),
    severity: 'high'
  },
  {
    construct: 'dash-alternative',
    elements: ['ReplacePresentation', 'InsertPresentation'],
    kind: 'manifest',
    always: true,
    addresses: attributes('url', 'uri'),
    explanation: 'Another presentation, such as an advertisement, takes the place of this one for a while.',
    specification: mpd('5.10.4.6 (6th edition)'),
    severity: 'high'
  },
  {
    construct: 'dash-chaining',
    elements: ['EssentialProperty', 'SupplementalProperty'],
    kind: 'manifest',
    always: true,
    addresses: (element) =>
      /^urn:mpeg:dash:(?:chaining|fallback):/.test(scheme(element)) ? urls(element.attributes.get('value')) : undefined,
    explanation: 'Another presentation follows this one, or replaces it if it fails.',
    specification: mpd('5.11'),
    severity: 'high'
  },
  {
    construct: 'dash-cmcd',
    elements: ['CMCDParameters'],
    kind: 'segment',
    always: true,
    addresses: () => [],
    explanation:
      'Every request carries data about the player. A session and a content identifier let a server combine requests into what one viewer watches.',
    specification: 'CTA-5004; ISO/IEC 23009-1, K.4',
    severity: 'high'
  },
  {
    construct: 'dash-query',
    elements: ['UrlQueryInfo', 'ExtUrlQueryInfo', 'ExtHttpHeaderInfo'],
    kind: 'segment',
    always: true,
    addresses: () => [],
    explanation: "The query of the manifest's address, which may contain a secret or an identifier, is copied to other addresses.",
    specification: mpd('I.2, I.3'),
    severity: 'high'
  },
  {
    construct: 'dash-font',
    elements: ['SupplementalProperty', 'EssentialProperty'],
    kind: 'font',
    always: true,
    addresses: (element) => (scheme(element) === 'urn:dvb:dash:fontdownload:2014' ? attributes('dvb:url', 'url')(element) : undefined),
    explanation: 'A font is fetched for the captions.',
    specification: 'ETSI TS 103 285, 7.2',
    severity: 'medium'
  },
  {
    construct: 'dash-license',
    elements: ['Laurl', 'laurl', 'Certurl', 'LA_URL'],
    kind: 'license',
    always: true,
    addresses: (element) => [...text(element), ...attributes('licenseUrl')(element)],
    explanation: 'A licence server is named: it would learn the device, the video and the time.',
    specification: 'DASH-IF IOP, Part 6',
    severity: 'high'
  },
  {
    construct: 'dash-license',
    elements: ['pssh', 'pro'],
    kind: 'license',
    always: true,
    addresses: () => [],
    explanation: 'Data for a DRM system, which can contain the address of a licence server.',
    specification: 'ISO/IEC 23001-7, 8.1',
    severity: 'low'
  },
  {
    construct: 'dash-information',
    elements: ['ProgramInformation'],
    kind: 'manifest',
    addresses: attributes('moreInformationURL'),
    explanation: 'A page about the programme is on another host; players may link to it and do not fetch it.',
    specification: mpd('5.7'),
    severity: 'low'
  }
];

/** `BaseURL`, kept apart because URLs below it are resolved against it. */
export const baseUrl: Construct = {
  construct: 'dash-base-url',
  explanation: `A part of the video ${elsewhere}`,
  specification: mpd('5.6'),
  severity: 'medium'
};

const present = (list: string[]): string[] | undefined => (list.length > 0 ? list : undefined);
