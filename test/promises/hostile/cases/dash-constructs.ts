import { dashAnswer, type HostileCase } from '../case.js';
import { createLiveMpd, createMpd, segmentTemplate } from '../manifests/dash.js';
import { patchDocument, makePatchable } from '../manifests/patch.js';

const mpdUrl = '/case/manifest.mpd';
const liveUrl = '/case/live.mpd';
const thirdParty = 'https://cdn.evil.test';

const constructCase = (
  name: string,
  catalogueRow: string,
  mpd: string,
  constructs: string[],
  overrides: Partial<HostileCase> = {}
): HostileCase => ({
  name,
  catalogueRow,
  src: mpdUrl,
  files: { [mpdUrl]: dashAnswer(mpd) },
  playsToSeconds: 1.5,
  constructs,
  ...overrides
});

const mpdWithEvent = (scheme: string, event: string) =>
  createMpd({ period: `<EventStream schemeIdUri="urn:mpeg:dash:event:${scheme}" value="1" timescale="1">${event}</EventStream>` });
const callbackUrl = 'https://callback.evil.test/ping?u=42';
const binaryCallbackUrl = Buffer.from(callbackUrl).toString('base64');
const protection = `<ContentProtection schemeIdUri="urn:uuid:e2719d58-a985-b3c9-781a-b030af78d30e" value="ClearKey1.0"><dashif:laurl licenseUrl="https://la.evil.test/l"/></ContentProtection>`;

/** Constructs that name a host in an unusual way, and constructs that dash.js does not know. */
export const dashConstructs: readonly HostileCase[] = [
  constructCase(
    'an event that calls another host by an attribute',
    'dash-event-callback',
    mpdWithEvent('callback:2015', `<Event presentationTime="0" duration="1" id="7" messageData="${callbackUrl}"/>`),
    ['dash-callback']
  ),
  constructCase(
    'an event that calls another host by binary data',
    'dash-event-callback',
    mpdWithEvent(
      'callback:2015',
      `<Event presentationTime="0" duration="1" id="7"><Signal><Binary>${binaryCallbackUrl}</Binary></Signal></Event>`
    ),
    ['dash-callback']
  ),
  constructCase(
    'another presentation in place of this one',
    'dash-not-fetched',
    mpdWithEvent(
      'alternativeMPD:replace:2025',
      '<Event presentationTime="0" duration="9" id="7"><ReplacePresentation url="https://alternative.evil.test/a.mpd" maxDuration="9"/></Event>'
    ),
    ['dash-alternative']
  ),
  constructCase(
    'another presentation after this one',
    'dash-not-fetched',
    createMpd({ tail: '<SupplementalProperty schemeIdUri="urn:mpeg:dash:chaining:2016" value="https://chained.evil.test/b.mpd"/>' }),
    ['dash-chaining']
  ),
  constructCase(
    'a content steering proxy on another host',
    'dash-steering',
    createMpd({
      head: '<ContentSteering defaultServiceLocation="a" proxyServerURL="https://proxy.evil.test/"/><BaseURL serviceLocation="a">/media/cmaf/</BaseURL>',
      segments: segmentTemplate('')
    }),
    ['dash-steering']
  ),
  constructCase('a licence server in an attribute', 'dash-drm-laurl', createMpd({ set: protection }), ['dash-license'], {
    playsToSeconds: undefined
  }),
  constructCase(
    'a template whose host is the identifier of a representation',
    'dash-baseurl',
    createMpd({ segments: segmentTemplate('') }).replace('id="video-240"', `id="${thirdParty}/media/cmaf/video-240"`),
    ['dash-identifier-url'],
    { playsToSeconds: undefined, blocked: ['segment'] }
  ),
  constructCase('a patch that moves the segments to another host', 'dash-patch', '', ['dash-patch'], {
    src: liveUrl,
    files: {
      [liveUrl]: dashAnswer(makePatchable(createLiveMpd(), '/case/patch.mpp')),
      '/case/patch.mpp': {
        body: patchDocument(`<replace sel="/MPD/Period[1]/AdaptationSet[1]/SegmentTemplate/@media">${thirdParty}/1.m4s</replace>`),
        type: 'application/dash-patch+xml'
      }
    },
    playsToSeconds: 5,
    atNormalSpeed: true
  })
];
