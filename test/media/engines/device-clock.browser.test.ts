import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

const RealDate = Date;

/** A `Date` whose clock is off by `shift` milliseconds, as on a device with a wrong clock. */
const wrongBy = (shift: number): DateConstructor =>
  new Proxy(RealDate, {
    construct: (target, given) => (given.length > 0 ? Reflect.construct(target, given) : new target(RealDate.now() + shift)) as object,
    get: (target, name) => (name === 'now' ? () => RealDate.now() + shift : Reflect.get(target, name))
  });

/** The media time, in seconds, that the live channel broadcasts now; see the timeline of the demo server. */
const broadcastTime = () => ((RealDate.now() - RealDate.UTC(2025, 0, 1)) / 1000) % 64;

describe("live DASH follows the server's clock, not the device's", () => {
  expectNoThirdPartyRequests();
  afterEach(() => void (window.Date = RealDate));

  for (const [title, shift] of [
    ['right', 0],
    ['an hour slow', -3_600_000],
    ['an hour fast', 3_600_000]
  ] as const) {
    it(`plays at the live edge when the clock of the device is ${title}`, async () => {
      window.Date = wrongBy(shift);
      const at = await mountPlayer();
      await at.play('/live/dash/manifest.mpd');
      await until('the video is at the live edge', () => at.player.state.current.live.atEdge);
      await until('the video shows a frame', () => at.shownTime() >= 0);
      const behind = (broadcastTime() - at.shownTime() + 64) % 64;
      expect(behind, 'seconds behind the broadcast').to.be.within(0, 14);
      at.unmount();
    });
  }
});
