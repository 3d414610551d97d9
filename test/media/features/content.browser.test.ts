import { mountPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

describe('state.content', () => {
  for (const [src, absent] of [
    ['/media/cmaf/audio-en.m3u8', true],
    ['/media/cmaf/master.m3u8', false],
    ['/media/cmaf/manifest.mpd', false],
    ['/media/film.mp4', false]
  ] as const) {
    it(`is ${absent ? 'absent' : 'present'} for ${src}`, async () => {
      const at = await mountPlayer();
      await at.play(src);
      await until('the state is known', () => at.player.state.current.content.audioOnly === absent);
      at.unmount();
    });
  }
});
