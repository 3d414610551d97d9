import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

describe('the playback rate', () => {
  let at: MountedPlayer;
  beforeEach(async () => (at = await mountPlayer()));
  afterEach(() => at.unmount());
  expectNoThirdPartyRequests();

  for (const src of ['/media/cmaf/master.m3u8', '/media/cmaf/manifest.mpd', '/media/film.mp4']) {
    it(`that the page has set is kept while the player recovers: ${src}`, async () => {
      await at.play(src);
      const changed = new Promise((resolve) => at.video.addEventListener('ratechange', resolve, { once: true }));
      at.video.playbackRate = 1.5;
      await changed;
      // An error of the decoder, which no page can cause, ends the attempt.
      Object.defineProperty(at.video, 'error', { configurable: true, get: () => ({ code: 3, message: 'decode' }) });
      const emptied = new Promise((resolve) => at.video.addEventListener('emptied', resolve, { once: true }));
      at.video.dispatchEvent(new Event('error'));
      await emptied;
      Reflect.deleteProperty(at.video, 'error');
      await until(
        'the video plays again',
        () => at.video.readyState >= 3 && !at.video.paused && at.player.state.current.source.status === 'ready'
      );
      expect(at.video.playbackRate).to.equal(1.5);
    });

    it(`is the default of the video in the next source: ${src}`, async () => {
      await at.play(src);
      at.video.defaultPlaybackRate = 1.25;
      at.video.playbackRate = 1.5;
      await at.play('/media/film.mp4?next');
      expect(at.video.playbackRate).to.equal(1.25);
    });
  }
});
