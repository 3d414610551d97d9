import type { Element } from '../xml.js';
import { decodedBase64, schemeOf, textsOf, valuesOf } from './dash-element.js';
import type { DashRow } from './row.js';

const mpd = (section: string) => `ISO/IEC 23009-1, ${section}`;

/** The event stream that an event, or a part of one, belongs to. */
function streamOf(element: Element): Element | undefined {
  let ancestor = element.parent;
  for (let steps = 0; ancestor && steps < 3 && ancestor.name !== 'EventStream'; steps++) ancestor = ancestor.parent;
  return ancestor;
}

const callback = 'urn:mpeg:dash:event:callback:2015';
const isCallback = (stream: Element | undefined): boolean => stream !== undefined && schemeOf(stream) === callback;

/** The licence servers in a PlayReady header (UTF-16 in Base64). */
const playReadyUrls = (element: Element): string[] =>
  [
    ...decodedBase64(element)
      .replaceAll('\0', '')
      .matchAll(/<(?:LA|LUI)_URL>([^<]*)</g)
  ].map(([, url = '']) => url);

/** The constructs of an MPD that report about the viewer, identify them, or are contacted for another purpose than media. */
export const dashTracking: readonly DashRow[] = [
  {
    construct: 'dash-steering',
    elements: ['ContentSteering'],
    kind: 'steering',
    always: true,
    references: (element) => [...textsOf(element), ...valuesOf('proxyServerURL')(element)],
    explanation:
      'A server is asked repeatedly which host to use; it receives the throughput, and may name hosts that are not in the manifest.',
    specification: 'ETSI TS 103 998',
    severity: 'high'
  },
  {
    construct: 'dash-metrics',
    elements: ['Reporting'],
    kind: 'beacon',
    always: true,
    references: valuesOf('reportingUrl'),
    explanation: 'The player is asked to report about playback, with the URL of the manifest and the time.',
    specification: 'ETSI TS 103 285, 10.12.3',
    severity: 'high'
  },
  {
    construct: 'dash-callback',
    elements: ['EventStream', 'InbandEventStream'],
    kind: 'beacon',
    always: true,
    references: (element) => (isCallback(element) ? [] : undefined),
    explanation: 'The player is asked to request a URL when the viewer reaches a position in the video.',
    specification: mpd('5.10.4.5'),
    severity: 'high'
  },
  {
    construct: 'dash-callback',
    elements: ['Event', 'Binary'],
    kind: 'beacon',
    always: true,
    // The URL is in an attribute, in the text, or in binary data.
    references(element) {
      if (!isCallback(streamOf(element))) return undefined;
      return element.name === 'Binary' ? [decodedBase64(element)] : [...valuesOf('messageData')(element), ...textsOf(element)];
    },
    explanation: 'The player is asked to request a URL when the viewer reaches a position in the video.',
    specification: mpd('5.10.4.5'),
    severity: 'high'
  },
  {
    construct: 'dash-cmcd',
    elements: ['CMCDParameters'],
    kind: 'segment',
    always: true,
    references: () => [],
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
    references: () => [],
    explanation: "The query of the manifest's URL, which may contain a secret or an identifier, is copied to other URLs.",
    specification: mpd('I.2, I.3'),
    severity: 'high'
  },
  {
    construct: 'dash-font',
    elements: ['SupplementalProperty', 'EssentialProperty'],
    kind: 'font',
    always: true,
    references: (element) => (schemeOf(element) === 'urn:dvb:dash:fontdownload:2014' ? valuesOf('url')(element) : undefined),
    explanation: 'A font is fetched for the captions.',
    specification: 'ETSI TS 103 285, 7.2',
    severity: 'medium'
  },
  {
    construct: 'dash-license',
    elements: ['Laurl', 'laurl', 'Certurl', 'Authzurl', 'LA_URL'],
    kind: 'license',
    always: true,
    references: (element) => [...textsOf(element), ...valuesOf('licenseUrl')(element)],
    explanation: 'A licence server is named: it would learn the device, the video and the time.',
    specification: 'DASH-IF IOP, Part 6',
    severity: 'high'
  },
  {
    construct: 'dash-license',
    elements: ['pssh', 'pro'],
    kind: 'license',
    always: true,
    references: playReadyUrls,
    explanation: 'Data for a DRM system, which can contain the URL of a licence server.',
    specification: 'ISO/IEC 23001-7, 8.1',
    severity: 'low'
  }
];
