import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

describe('an audio track that is selected while the video is paused', () => {
  let mounted: MountedPlayer;
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  for (const [engine, src] of [
    ['hls.js', '/media/cmaf/master.m3u8'],
    ['dash.js', '/media/cmaf/manifest.mpd']
  ] as const) {
    it(`is the choice in the state before playback resumes, and plays afterwards: ${engine}`, async () => {
      mounted = await mountPlayer();
      await mounted.play(src);
      const { player, video } = mounted;
      player.playback.pause();
      await until('the video is paused', () => video.paused);
      const selectedLanguage = () => {
        const { tracks, choice } = player.state.current.audio;
        return tracks.find(({ id }) => id === choice)?.language;
      };
      const selectLanguage = (language: string) =>
        player.audio.choose(player.state.current.audio.tracks.find((track) => track.language === language)!.id);
      for (const language of ['nl', 'en', 'nl']) {
        selectLanguage(language);
        await until(`the state has ${language}`, () => selectedLanguage() === language);
        expect(video.paused).to.equal(true);
      }
      const positionBefore = video.currentTime;
      await player.playback.play();
      await until('playback continues', () => video.currentTime > positionBefore + 2);
      expect(selectedLanguage()).to.equal('nl');
    });
  }
});
