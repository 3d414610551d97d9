import type { Element } from '../xml.js';
import { schemeOf, textsOf, undefinedIfEmpty, urlsIn, valuesOf } from './dash-element.js';
import { onAnotherHost, isUrl, type DashRow } from './row.js';

const mpd = (section: string) => `ISO/IEC 23009-1, ${section}`;

/** `xlink:href`, whatever the prefix of its namespace is. */
const hrefsOf = (element: Element) =>
  [...element.attributes].filter(([name, value]) => /^[^:]+:href$/.test(name) && value !== '').map(([, value]) => value);

/** The constructs of an MPD from which media and manifests are fetched. A new construct is one row. */
export const dashMedia: readonly DashRow[] = [
  {
    // Its URL is also the base of other URLs: see `inspectDash`.
    construct: 'dash-base-url',
    elements: ['BaseURL'],
    kind: 'segment',
    references: textsOf,
    explanation: `A part of the video ${onAnotherHost}`,
    specification: mpd('5.6'),
    severity: 'medium'
  },
  {
    construct: 'dash-segment-template',
    elements: ['SegmentTemplate', 'InitializationSet', 'InitializationGroup'],
    kind: 'segment',
    references: valuesOf('media', 'initialization', 'index', 'bitstreamSwitching'),
    explanation: `A segment ${onAnotherHost}`,
    specification: mpd('5.3.9.4'),
    severity: 'medium'
  },
  {
    construct: 'dash-segment-url',
    elements: ['SegmentURL', 'Initialization', 'RepresentationIndex', 'BitstreamSwitching'],
    kind: 'segment',
    references: valuesOf('media', 'index', 'sourceURL'),
    explanation: `A segment ${onAnotherHost}`,
    specification: mpd('5.3.9.2'),
    severity: 'medium'
  },
  {
    construct: 'dash-location',
    elements: ['Location', 'PatchLocation'],
    kind: 'manifest',
    references: textsOf,
    explanation: `The manifest moves, and from then on it ${onAnotherHost}`,
    specification: mpd('5.3.1.2, 5.15'),
    severity: 'medium'
  },
  {
    construct: 'dash-xlink',
    elements: 'every',
    kind: 'manifest',
    always: true,
    references: (element) => undefinedIfEmpty(hrefsOf(element).filter((href) => href !== 'urn:mpeg:dash:resolve-to-zero:2013')),
    explanation:
      'A part of the manifest is loaded from another URL during playback: it can differ for each viewer, such as an advertisement.',
    specification: mpd('5.5'),
    severity: 'high'
  },
  {
    construct: 'dash-clock',
    elements: ['UTCTiming'],
    kind: 'clock',
    references: (element) =>
      /:direct:/.test(schemeOf(element))
        ? []
        : urlsIn(element.attributes.get('value')).map((value) => (/:s?ntp:/.test(schemeOf(element)) ? `ntp://${value}` : value)),
    explanation: `A time server ${onAnotherHost}`,
    specification: mpd('5.8.4.11'),
    severity: 'medium'
  },
  {
    construct: 'dash-alternative',
    elements: ['EventStream', 'InbandEventStream'],
    kind: 'manifest',
    always: true,
    references: (element) => (schemeOf(element).startsWith('urn:mpeg:dash:event:alternativeMPD') ? [] : undefined),
    explanation: 'Another presentation, such as an advertisement, takes the place of this one for a while.',
    specification: mpd('5.10.4.6 (6th edition)'),
    severity: 'high'
  },
  {
    construct: 'dash-alternative',
    elements: ['ReplacePresentation', 'InsertPresentation', 'ImportedMPD'],
    kind: 'manifest',
    always: true,
    references: (element) => [...valuesOf('url', 'uri')(element), ...textsOf(element)],
    explanation: 'Another presentation, such as an advertisement, takes the place of this one for a while.',
    specification: mpd('5.10.4.6 (6th edition)'),
    severity: 'high'
  },
  {
    construct: 'dash-chaining',
    elements: ['EssentialProperty', 'SupplementalProperty'],
    kind: 'manifest',
    always: true,
    references: (element) =>
      /^urn:mpeg:dash:(?:chaining|fallback):/.test(schemeOf(element)) ? urlsIn(element.attributes.get('value')) : undefined,
    explanation: 'Another presentation follows this one, or replaces it if it fails.',
    specification: mpd('5.11'),
    severity: 'high'
  },
  {
    construct: 'dash-information',
    elements: ['ProgramInformation'],
    kind: 'manifest',
    references: valuesOf('moreInformationURL'),
    explanation: 'A page about the programme is on another host; players may link to it and do not fetch it.',
    specification: mpd('5.7'),
    severity: 'low'
  },
  {
    construct: 'dash-identifier-url',
    elements: ['Representation'],
    kind: 'segment',
    // `$RepresentationID$` at the start of a template.
    references: (element) => valuesOf('id')(element).filter((id) => isUrl(id) || id.startsWith('//')),
    explanation: `A template can insert this identifier, and a segment then ${onAnotherHost}`,
    specification: mpd('5.3.9.4.4'),
    severity: 'medium'
  },
  {
    construct: 'dash-patch',
    elements: ['add', 'replace'],
    kind: 'segment',
    // The text replaces an attribute, such as the template of the segments.
    references: (element) => textsOf(element).filter((value) => isUrl(value) || value.startsWith('//')),
    explanation: `A patch changes a URL in the manifest, which then ${onAnotherHost}`,
    specification: mpd('5.15.3'),
    severity: 'medium'
  }
];
