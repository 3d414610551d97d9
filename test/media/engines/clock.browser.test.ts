import { expect } from 'chai';
import { staySilent } from '../../support/second-origin.js';
import { stage } from '../../support/stage.js';
import { until } from '../../support/until.js';

const RealDate = Date;

/** A clock that is wrong by so many milliseconds, as that of a viewer's device may be. */
const wrongBy = (shift: number): DateConstructor =>
  new Proxy(RealDate, {
    construct: (target, given) => (given.length > 0 ? Reflect.construct(target, given) : new target(RealDate.now() + shift)) as object,
    get: (target, name) => (name === 'now' ? () => RealDate.now() + shift : Reflect.get(target, name))
  });

/** The film's own second at which the live channel stands now; see the demo server's time line. */
const onAir = () => ((RealDate.now() - RealDate.UTC(2025, 0, 1)) / 1000) % 64;

describe("live DASH keeps the server's time on a device whose clock is wrong", () => {
  staySilent();
  afterEach(() => void (window.Date = RealDate));

  for (const [title, shift] of [
    ['right', 0],
    ['an hour slow', -3_600_000],
    ['an hour fast', 3_600_000]
  ] as const) {
    it(title, async () => {
      window.Date = wrongBy(shift);
      const at = await stage();
      await at.play('/live/dash/manifest.mpd');
      await until('it is at the edge', () => at.player.state.current.live.atEdge);
      await until('there is a picture', () => at.shown() >= 0);
      const behind = (onAir() - at.shown() + 64) % 64;
      expect(behind, 'seconds behind what is on air').to.be.within(0, 14);
      at.leave();
    });
  }
});
