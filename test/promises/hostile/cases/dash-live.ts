import { dashAnswer, type HostileCase } from '../case.js';
import { createLiveMpd } from '../manifests/dash.js';

const liveUrl = '/case/live.mpd';

/** Returns a case with a live presentation of our own, and an element at the start of the MPD that names another host. */
const liveCase = (
  name: string,
  catalogueRow: string,
  headElements: string,
  constructs: string[],
  overrides: Partial<HostileCase> = {}
): HostileCase => ({
  name,
  catalogueRow,
  src: liveUrl,
  files: { [liveUrl]: dashAnswer(createLiveMpd(headElements)) },
  playsToSeconds: 1.5,
  atNormalSpeed: true,
  constructs,
  ...overrides
});

const clockElement = (scheme: string, value = `https://clock.evil.test/${scheme}`) =>
  `<UTCTiming schemeIdUri="urn:mpeg:dash:utc:${scheme}" value="${value}"/>`;

const clockSchemes = ['http-iso:2014', 'http-xsdate:2014', 'http-head:2014', 'http-xsdate:2012', 'http-iso:2012', 'http-head:2012'];

/** Playback continues during several updates of the manifest, one a second. */
const playsThroughUpdates = { playsToSeconds: 5, blocked: ['manifest'] } as const;

export const dashLive: readonly HostileCase[] = [
  liveCase('no clock is given, so the engine would ask its default clock', 'dash-utc-default', '', []),
  ...clockSchemes.map((scheme) =>
    liveCase(`a clock on another host (${scheme})`, 'dash-utc-mpd', clockElement(scheme), ['dash-clock'], { blocked: ['clock'] })
  ),
  liveCase(
    'two clocks in one value',
    'dash-utc-mpd',
    clockElement('http-iso:2014', 'https://clock-a.evil.test/ https://clock-b.evil.test/'),
    ['dash-clock'],
    { blocked: ['clock'] }
  ),
  liveCase('a clock of ours that redirects', 'dash-redirect', clockElement('http-iso:2014', '/case/clock'), [], {
    files: {
      [liveUrl]: dashAnswer(createLiveMpd(clockElement('http-iso:2014', '/case/clock'))),
      '/case/clock': { status: 302, headers: { location: 'https://clock.evil.test/' } }
    }
  }),
  liveCase(
    'a clock with an unknown scheme',
    'dash-utc-mpd',
    '<UTCTiming schemeIdUri="urn:mpeg:dash:utc:ntp:2014" value="ntp.evil.test"/>',
    ['dash-clock']
  ),
  liveCase(
    'Location',
    'dash-location',
    '<Location>https://location.evil.test/live/dash/manifest.mpd</Location>',
    ['dash-location'],
    playsThroughUpdates
  ),
  liveCase(
    'Location that starts with two slashes',
    'dash-location',
    '<Location>//location.evil.test/live/dash/manifest.mpd</Location>',
    ['dash-location'],
    playsThroughUpdates
  ),
  liveCase(
    'PatchLocation',
    'dash-patch',
    '<PatchLocation ttl="60">https://patch.evil.test/p.mpp</PatchLocation>',
    ['dash-location'],
    // The build of dash.js does not support patches, so it requests only the manifest.
    { playsToSeconds: 5 }
  )
];
