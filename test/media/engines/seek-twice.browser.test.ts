import { expect } from 'chai';
import { staySilent } from '../../support/second-origin.js';
import { stage, type Stage } from '../../support/stage.js';
import { until } from '../../support/until.js';

describe('a viewer who changes his mind', () => {
  let at: Stage;
  afterEach(() => at.leave());
  staySilent();

  for (const [engine, src] of [
    ['hls.js', '/media/cmaf/master.m3u8'],
    ['dash.js', '/media/cmaf/manifest.mpd']
  ] as const) {
    it(`is left where he went last: ${engine}`, async () => {
      at = await stage();
      await at.play(src);
      const { player, video } = at;
      // The sound of these places begins a little later, which makes an engine correct the place; that is when he goes back.
      for (const place of [46, 50, 54]) {
        const arrived = new AbortController();
        const there = new Promise((resolve) => {
          for (const type of ['seeking', 'seeked'])
            video.addEventListener(type, () => (type === 'seeked' || video.currentTime > place) && resolve(type), arrived);
        });
        player.time.seek(place);
        await there;
        arrived.abort();
        player.time.seek(1);
        await until('he is back', () => !video.seeking && video.currentTime > 1.5);
        expect(video.currentTime, `went to ${place} s, and back`).to.be.lessThan(10);
      }
    });
  }
});
