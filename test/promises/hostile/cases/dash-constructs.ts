import { dash, type HostileCase } from '../case.js';
import { live, mpd, template } from '../manifests/dash.js';
import { patch, patchable } from '../manifests/patch.js';

const src = '/case/manifest.mpd';
const channel = '/case/live.mpd';
const evil = 'https://cdn.evil.test';

const construct = (name: string, row: string, text: string, finds: string[], more: Partial<HostileCase> = {}): HostileCase => ({
  name,
  row,
  src,
  files: { [src]: dash(text) },
  playsTo: 1.5,
  finds,
  ...more
});

const events = (scheme: string, event: string) =>
  mpd({ period: `<EventStream schemeIdUri="urn:mpeg:dash:event:${scheme}" value="1" timescale="1">${event}</EventStream>` });
const callback = 'https://callback.evil.test/ping?u=42';
const binary = Buffer.from(callback).toString('base64');
const protection = `<ContentProtection schemeIdUri="urn:uuid:e2719d58-a985-b3c9-781a-b030af78d30e" value="ClearKey1.0"><dashif:laurl licenseUrl="https://la.evil.test/l"/></ContentProtection>`;

/** Constructs that name a host in a second way, and those that dash.js does not know. */
export const dashConstructs: readonly HostileCase[] = [
  construct(
    'an event that calls another host by an attribute',
    'dash-event-callback',
    events('callback:2015', `<Event presentationTime="0" duration="1" id="7" messageData="${callback}"/>`),
    ['dash-callback']
  ),
  construct(
    'an event that calls another host by binary data',
    'dash-event-callback',
    events('callback:2015', `<Event presentationTime="0" duration="1" id="7"><Signal><Binary>${binary}</Binary></Signal></Event>`),
    ['dash-callback']
  ),
  construct(
    'another presentation in place of this one',
    'dash-not-fetched',
    events(
      'alternativeMPD:replace:2025',
      '<Event presentationTime="0" duration="9" id="7"><ReplacePresentation url="https://alternative.evil.test/a.mpd" maxDuration="9"/></Event>'
    ),
    ['dash-alternative']
  ),
  construct(
    'another presentation after this one',
    'dash-not-fetched',
    mpd({ tail: '<SupplementalProperty schemeIdUri="urn:mpeg:dash:chaining:2016" value="https://chained.evil.test/b.mpd"/>' }),
    ['dash-chaining']
  ),
  construct(
    'a content steering proxy on another host',
    'dash-steering',
    mpd({
      head: '<ContentSteering defaultServiceLocation="a" proxyServerURL="https://proxy.evil.test/"/><BaseURL serviceLocation="a">/media/cmaf/</BaseURL>',
      segments: template('')
    }),
    ['dash-steering']
  ),
  construct('a licence server in an attribute', 'dash-drm-laurl', mpd({ set: protection }), ['dash-license'], { playsTo: undefined }),
  construct(
    'a template whose host is the identifier of a representation',
    'dash-baseurl',
    mpd({ segments: template('') }).replace('id="video-240"', `id="${evil}/media/cmaf/video-240"`),
    ['dash-identifier-url'],
    { playsTo: undefined, blocked: ['segment'] }
  ),
  construct('a patch that moves the segments to another host', 'dash-patch', '', ['dash-patch'], {
    src: channel,
    files: {
      [channel]: dash(patchable(live(), '/case/patch.mpp')),
      '/case/patch.mpp': {
        body: patch(`<replace sel="/MPD/Period[1]/AdaptationSet[1]/SegmentTemplate/@media">${evil}/1.m4s</replace>`),
        type: 'application/dash-patch+xml'
      }
    },
    playsTo: 5,
    unhurried: true
  })
];
