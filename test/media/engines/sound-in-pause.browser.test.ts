import { expect } from 'chai';
import { staySilent } from '../../support/second-origin.js';
import { stage, type Stage } from '../../support/stage.js';
import { until } from '../../support/until.js';

describe('sound that is chosen in a pause', () => {
  let at: Stage;
  afterEach(() => at.leave());
  staySilent();

  for (const [engine, src] of [
    ['hls.js', '/media/cmaf/master.m3u8'],
    ['dash.js', '/media/cmaf/manifest.mpd']
  ] as const) {
    it(`is told before it is heard, and heard when the film goes on: ${engine}`, async () => {
      at = await stage();
      await at.play(src);
      const { player, video } = at;
      player.playback.pause();
      await until('it stands', () => video.paused);
      const chosen = () => {
        const { tracks, choice } = player.state.current.audio;
        return tracks.find(({ id }) => id === choice)?.language;
      };
      const choose = (language: string) =>
        player.audio.choose(player.state.current.audio.tracks.find((track) => track.language === language)!.id);
      for (const language of ['nl', 'en', 'nl']) {
        choose(language);
        await until(`${language} is told`, () => chosen() === language);
        expect(video.paused).to.equal(true);
      }
      const before = video.currentTime;
      await player.playback.play();
      await until('it plays on', () => video.currentTime > before + 2);
      expect(chosen()).to.equal('nl');
    });
  }
});
