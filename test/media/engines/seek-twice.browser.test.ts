import { expect } from 'chai';
import { staySilent } from '../../support/second-origin.js';
import { stage, type Stage } from '../../support/stage.js';
import { until } from '../../support/until.js';

const frame = () => new Promise(requestAnimationFrame);

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
      player.playback.pause();
      // Each time the engine is a little further on its way to what it has not got, when he goes back to what it has.
      for (const [frames, place] of [20, 30, 40, 50].entries()) {
        player.time.seek(place);
        await new Promise((resolve) => video.addEventListener('seeking', resolve, { once: true }));
        for (let count = 0; count < frames; count++) await frame();
        player.time.seek(1);
        await until('it stands there', () => !video.seeking && player.state.current.time.current === 1);
        await player.playback.play();
        await until('it goes on', () => video.currentTime > 1.5);
        expect(video.currentTime, `went to ${place} s, and back`).to.be.lessThan(10);
        player.playback.pause();
      }
    });
  }
});
