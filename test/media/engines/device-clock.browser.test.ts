import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

const RealDate = Date;

/** A `Date` whose clock differs by `shift` milliseconds, as on a device with a wrong clock. */
const dateShiftedBy = (shift: number): DateConstructor =>
  new Proxy(RealDate, {
    construct: (target, args) => (args.length > 0 ? Reflect.construct(target, args) : new target(RealDate.now() + shift)) as object,
    get: (target, name) => (name === 'now' ? () => RealDate.now() + shift : Reflect.get(target, name))
  });

/** The media time, in seconds, that the live channel broadcasts now; see the timeline of the demo server. */
const broadcastTime = () => ((RealDate.now() - RealDate.UTC(2025, 0, 1)) / 1000) % 64;

describe('a live DASH presentation', () => {
  expectNoThirdPartyRequests();
  afterEach(() => void (window.Date = RealDate));

  for (const [title, shift] of [
    ['right', 0],
    ['an hour slow', -3_600_000],
    ['an hour fast', 3_600_000]
  ] as const) {
    it(`plays at the live edge when the clock of the device is ${title}`, async () => {
      window.Date = dateShiftedBy(shift);
      const mounted = await mountPlayer();
      await mounted.play('/live/dash/manifest.mpd');
      await until('the video is at the live edge', () => mounted.player.state.current.live.atEdge);
      await until('the video shows a frame', () => mounted.shownTime() >= 0);
      const secondsBehind = (broadcastTime() - mounted.shownTime() + 64) % 64;
      expect(secondsBehind, 'seconds behind the broadcast').to.be.within(0, 14);
      mounted.unmount();
    });
  }
});
