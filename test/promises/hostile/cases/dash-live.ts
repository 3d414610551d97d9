import { dash, type HostileCase } from '../case.js';
import { live } from '../manifests/dash.js';

const src = '/case/live.mpd';

/** A live presentation of ours with an element at the start of the MPD that names another host. */
const channel = (name: string, row: string, head: string, finds: string[], more: Partial<HostileCase> = {}): HostileCase => ({
  name,
  row,
  src,
  files: { [src]: dash(live(head)) },
  playsTo: 1.5,
  unhurried: true,
  finds,
  ...more
});

const clock = (scheme: string, value = `https://clock.evil.test/${scheme}`) =>
  `<UTCTiming schemeIdUri="urn:mpeg:dash:utc:${scheme}" value="${value}"/>`;

const clocks = ['http-iso:2014', 'http-xsdate:2014', 'http-head:2014', 'http-xsdate:2012', 'http-iso:2012', 'http-head:2012'];

/** Plays through several of the updates, one a second. */
const staysOn = { playsTo: 5, blocked: ['manifest'] } as const;

export const dashLive: readonly HostileCase[] = [
  channel('no clock is given, so the engine would ask its default clock', 'dash-utc-default', '', []),
  ...clocks.map((scheme) =>
    channel(`a clock on another host (${scheme})`, 'dash-utc-mpd', clock(scheme), ['dash-clock'], { blocked: ['clock'] })
  ),
  channel(
    'two clocks in one value',
    'dash-utc-mpd',
    clock('http-iso:2014', 'https://clock-a.evil.test/ https://clock-b.evil.test/'),
    ['dash-clock'],
    { blocked: ['clock'] }
  ),
  channel('a clock of ours that redirects', 'dash-redirect', clock('http-iso:2014', '/case/clock'), [], {
    files: {
      [src]: dash(live(clock('http-iso:2014', '/case/clock'))),
      '/case/clock': { status: 302, headers: { location: 'https://clock.evil.test/' } }
    }
  }),
  channel('a clock with an unknown scheme', 'dash-utc-mpd', '<UTCTiming schemeIdUri="urn:mpeg:dash:utc:ntp:2014" value="ntp.evil.test"/>', [
    'dash-clock'
  ]),
  channel(
    'Location',
    'dash-location',
    '<Location>https://location.evil.test/live/dash/manifest.mpd</Location>',
    ['dash-location'],
    staysOn
  ),
  channel(
    'Location that starts with two slashes',
    'dash-location',
    '<Location>//location.evil.test/live/dash/manifest.mpd</Location>',
    ['dash-location'],
    staysOn
  ),
  channel(
    'PatchLocation',
    'dash-patch',
    '<PatchLocation ttl="60">https://patch.evil.test/p.mpp</PatchLocation>',
    ['dash-location'],
    // The player builds dash.js without patching, so it requests only the manifest.
    { playsTo: 5 }
  )
];
