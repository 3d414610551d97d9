import { mountPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

describe('state.content.audioOnly', () => {
  for (const [src, audioOnly] of [
    ['/media/cmaf/audio-en.m3u8', true],
    ['/media/cmaf/master.m3u8', false],
    ['/media/cmaf/manifest.mpd', false],
    ['/media/film.mp4', false]
  ] as const) {
    it(`is ${audioOnly} for ${src}`, async () => {
      const mounted = await mountPlayer();
      await mounted.play(src);
      await until('the state is known', () => mounted.player.state.current.content.audioOnly === audioOnly);
      mounted.unmount();
    });
  }
});
