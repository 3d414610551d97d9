import type { MpdParts } from '../manifests/dash.js';

/** One element of an MPD: its position, harmless markup with it, and its attributes in the standard. */
interface MpdElement {
  readonly part?: keyof MpdParts;
  readonly markup?: string;
  readonly attributes: string;
  /** Whether it has text content. */
  readonly text?: boolean;
  /** Whether it has a meaning only in a live presentation, whose manifest is requested again. */
  readonly live?: boolean;
}

const descriptor = (part: keyof MpdParts, name: string, scheme = 'urn:x'): MpdElement => ({
  part,
  markup: `<${name} schemeIdUri="${scheme}" value="v"/>`,
  attributes: 'schemeIdUri value id'
});
const element = (part: keyof MpdParts, markup: string, attributes: string, overrides: Partial<MpdElement> = {}): MpdElement => ({
  part,
  markup,
  attributes,
  ...overrides
});
const xlinkAttributes = 'xlink:href xlink:actuate xlink:type xlink:show';
const commonAttributes =
  'profiles width height sar frameRate audioSamplingRate mimeType segmentProfiles codecs containerProfiles maximumSAPPeriod startWithSAP maxPlayoutRate codingDependency scanType selectionPriority tag';
const segmentBaseAttributes =
  'timescale presentationTimeOffset presentationDuration timeShiftBufferDepth indexRange indexRangeExact availabilityTimeOffset availabilityTimeComplete';
const segmentList = `<SegmentList timescale="1" duration="2"><Initialization sourceURL="/media/cmaf/video-240/init.mp4"/>${[1, 2, 3].map((number) => `<SegmentURL media="/media/cmaf/video-240/${number}.m4s"/>`).join('')}</SegmentList>`;
const segmentTimeline =
  '<SegmentTemplate timescale="1" startNumber="1" initialization="/media/cmaf/video-240/init.mp4" media="/media/cmaf/video-240/$Number$.m4s"><SegmentTimeline><S t="0" d="2" r="31"/></SegmentTimeline></SegmentTemplate>';
const text =
  '<AdaptationSet id="4" contentType="text" mimeType="text/vtt" lang="en"><Label>E</Label><Representation id="t" bandwidth="256"><BaseURL>/media/captions/en.vtt</BaseURL></Representation></AdaptationSet>';
const protection =
  '<ContentProtection schemeIdUri="urn:mpeg:dash:mp4protection:2011" value="cenc" cenc:default_KID="9eb4050d-e44b-4802-932e-27d75083e266"><cenc:pssh>AAAA</cenc:pssh><dashif:Laurl>https://la.test/</dashif:Laurl></ContentProtection>';

/** The elements of an MPD (ISO/IEC 23009-1 and the DVB and DASH-IF extensions), with their attributes. */
export const mpdElements: Readonly<Record<string, MpdElement>> = {
  MPD: {
    attributes:
      'id profiles type availabilityStartTime availabilityEndTime publishTime mediaPresentationDuration minimumUpdatePeriod minBufferTime timeShiftBufferDepth suggestedPresentationDelay maxSegmentDuration maxSubsegmentDuration xmlns xml:base'
  },
  Period: { attributes: `id start duration bitstreamSwitching ${xlinkAttributes}` },
  AdaptationSet: {
    attributes: `id group lang contentType par minBandwidth maxBandwidth minWidth maxWidth minHeight maxHeight minFrameRate maxFrameRate segmentAlignment subsegmentAlignment subsegmentStartsWithSAP bitstreamSwitching initializationSetRef ${commonAttributes} ${xlinkAttributes}`
  },
  Representation: {
    attributes: `id bandwidth qualityRanking dependencyId associationId associationType mediaStreamStructureId ${commonAttributes}`
  },
  SegmentTemplate: {
    attributes: `${segmentBaseAttributes} duration startNumber endNumber eptDelta pdDelta media index initialization bitstreamSwitching`
  },
  SegmentTimeline: element('segments', segmentTimeline, ''),
  S: element('segments', segmentTimeline, 't n d r k'),
  SegmentList: element('segments', segmentList, `duration startNumber ${xlinkAttributes} ${segmentBaseAttributes}`),
  SegmentURL: element('segments', segmentList, 'media mediaRange index indexRange'),
  Initialization: element('segments', segmentList, 'sourceURL range'),
  BaseURL: element(
    'head',
    '<BaseURL>/media/cmaf/</BaseURL>',
    'serviceLocation byteRange availabilityTimeOffset availabilityTimeComplete timeShiftBufferDepth rangeAccess dvb:priority dvb:weight',
    { text: true }
  ),
  SegmentBase: element('representation', '<BaseURL>/media/film.mp4</BaseURL><SegmentBase indexRange="0-1000"/>', segmentBaseAttributes),
  Location: element('head', '<Location>live.mpd</Location>', 'serviceLocation', { text: true, live: true }),
  PatchLocation: element('head', '<PatchLocation ttl="60">patch.mpp</PatchLocation>', 'ttl serviceLocation', { text: true, live: true }),
  UTCTiming: { ...descriptor('head', 'UTCTiming', 'urn:mpeg:dash:utc:direct:2014'), live: true },
  LeapSecondInformation: element(
    'head',
    '<LeapSecondInformation availabilityStartLeapOffset="37"/>',
    'availabilityStartLeapOffset nextAvailabilityStartLeapOffset nextLeapChangeTime'
  ),
  ProgramInformation: element('head', '<ProgramInformation><Title>t</Title></ProgramInformation>', 'lang moreInformationURL'),
  Title: element('head', '<ProgramInformation><Title>t</Title></ProgramInformation>', '', { text: true }),
  ServiceDescription: element('head', '<ServiceDescription id="0"><Latency target="3000"/></ServiceDescription>', 'id'),
  Latency: element('head', '<ServiceDescription id="0"><Latency target="3000"/></ServiceDescription>', 'referenceId target max min'),
  PlaybackRate: element('head', '<ServiceDescription id="0"><PlaybackRate max="1.04"/></ServiceDescription>', 'max min'),
  OperatingBandwidth: element(
    'head',
    '<ServiceDescription id="0"><OperatingBandwidth mediaType="video" target="1000"/></ServiceDescription>',
    'mediaType min max target'
  ),
  OperatingQuality: element(
    'head',
    '<ServiceDescription id="0"><OperatingQuality mediaType="video" target="1"/></ServiceDescription>',
    'mediaType min max target type maxDifference'
  ),
  CMCDParameters: element(
    'head',
    '<ServiceDescription id="0"><ClientDataReporting><CMCDParameters version="1" mode="query" keys="sid" sessionID="s"/></ClientDataReporting></ServiceDescription>',
    'schemeIdUri version mode includeInRequests keys contentID sessionID'
  ),
  ClientDataReporting: element(
    'head',
    '<ServiceDescription id="0"><ClientDataReporting><CMCDParameters version="1"/></ClientDataReporting></ServiceDescription>',
    'serviceLocations adaptationSets'
  ),
  ContentSteering: element(
    'head',
    '<ContentSteering defaultServiceLocation="a" queryBeforeStart="true">steer.json</ContentSteering>',
    'defaultServiceLocation queryBeforeStart clientRequirement',
    { text: true }
  ),
  InitializationSet: element(
    'head',
    '<InitializationSet id="1" mimeType="video/mp4"/>',
    `id inAllPeriods contentType initialization mimeType codecs ${xlinkAttributes}`
  ),
  EssentialProperty: descriptor('set', 'EssentialProperty', 'urn:mpeg:dash:urlparam:2014'),
  'up:UrlQueryInfo': element(
    'set',
    '<EssentialProperty schemeIdUri="urn:mpeg:dash:urlparam:2014"><up:UrlQueryInfo queryTemplate="$querypart$" useMPDUrlQuery="true"/></EssentialProperty>',
    'queryTemplate useMPDUrlQuery queryString xlink:href'
  ),
  SupplementalProperty: descriptor('set', 'SupplementalProperty', 'urn:mpeg:dash:adaptation-set-switching:2016'),
  Role: descriptor('set', 'Role', 'urn:mpeg:dash:role:2011'),
  Accessibility: descriptor('set', 'Accessibility', 'urn:scte:dash:cc:cea-608:2015'),
  Rating: descriptor('set', 'Rating'),
  Viewpoint: descriptor('set', 'Viewpoint'),
  FramePacking: descriptor('set', 'FramePacking'),
  AudioChannelConfiguration: descriptor('representation', 'AudioChannelConfiguration'),
  OutputProtection: descriptor('set', 'OutputProtection'),
  Label: element('set', '<Label id="1" lang="en">l</Label>', 'id lang', { text: true }),
  GroupLabel: element('set', '<GroupLabel id="1" lang="en">l</GroupLabel>', 'id lang', { text: true }),
  ContentComponent: element('set', '<ContentComponent id="1" contentType="video"/>', 'id lang contentType par tag'),
  Switching: element('set', '<Switching interval="2000" type="media"/>', 'interval type'),
  RandomAccess: element('set', '<RandomAccess interval="2000" type="closed"/>', 'interval type minBufferTime bandwidth'),
  ProducerReferenceTime: element(
    'set',
    '<ProducerReferenceTime id="0" type="encoder" wallClockTime="2026-01-01T00:00:00Z" presentationTime="0"/>',
    'id inband type applicationScheme wallClockTime presentationTime'
  ),
  Resync: element('set', '<Resync type="1" dT="100"/>', 'type dT dImax dImin marker'),
  SubRepresentation: element(
    'representation',
    '<SubRepresentation level="1" bandwidth="1"/>',
    'level dependencyLevel bandwidth contentComponent codecs'
  ),
  InbandEventStream: element('set', '<InbandEventStream schemeIdUri="urn:x" value="1"/>', 'schemeIdUri value id timescale'),
  EventStream: element(
    'period',
    '<EventStream schemeIdUri="urn:x" value="1" timescale="1"><Event presentationTime="0" duration="1" id="7">e</Event></EventStream>',
    `schemeIdUri value timescale presentationTimeOffset ${xlinkAttributes}`
  ),
  Event: element(
    'period',
    '<EventStream schemeIdUri="urn:mpeg:dash:event:callback:2015" value="1" timescale="1"><Event presentationTime="0" duration="1" id="7">e</Event></EventStream>',
    'presentationTime duration id contentEncoding messageData',
    { text: true }
  ),
  AssetIdentifier: descriptor('period', 'AssetIdentifier'),
  Subset: element('tail', '', ''),
  Preselection: element('sets', '<Preselection id="1" preselectionComponents="1" lang="en"/>', 'id preselectionComponents lang order'),
  Metrics: element(
    'tail',
    '<Metrics metrics="DVBErrors"><Range starttime="PT0S" duration="PT9S"/><Reporting schemeIdUri="urn:dvb:dash:reporting:2014" value="1" dvb:reportingUrl="https://m.test/" dvb:probability="1000"/></Metrics>',
    'metrics'
  ),
  Range: element('tail', '<Metrics metrics="DVBErrors"><Range starttime="PT0S" duration="PT9S"/></Metrics>', 'starttime duration'),
  Reporting: element(
    'tail',
    '<Metrics metrics="DVBErrors"><Reporting schemeIdUri="urn:dvb:dash:reporting:2014" value="1" dvb:reportingUrl="https://m.test/" dvb:probability="1000"/></Metrics>',
    'schemeIdUri value dvb:reportingUrl dvb:probability'
  ),
  ContentProtection: element('set', protection, 'schemeIdUri value cenc:default_KID robustness ref refId'),
  'cenc:pssh': element('set', protection, '', { text: true }),
  'dashif:Laurl': element('set', protection, 'licenseType', { text: true }),
  'AdaptationSet id="4"': element('sets', text, 'lang mimeType codecs')
};
