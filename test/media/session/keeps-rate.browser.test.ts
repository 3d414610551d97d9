import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

describe('the playback rate', () => {
  let mounted: MountedPlayer;
  beforeEach(async () => (mounted = await mountPlayer()));
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  for (const src of ['/media/cmaf/master.m3u8', '/media/cmaf/manifest.mpd', '/media/film.mp4']) {
    it(`of the page is kept when the player recovers from an error: ${src}`, async () => {
      await mounted.play(src);
      const changed = new Promise((resolve) => mounted.video.addEventListener('ratechange', resolve, { once: true }));
      mounted.video.playbackRate = 1.5;
      await changed;
      // A simulated error of the decoder ends the attempt, because a page cannot cause a real one.
      Object.defineProperty(mounted.video, 'error', { configurable: true, get: () => ({ code: 3, message: 'decode' }) });
      const emptied = new Promise((resolve) => mounted.video.addEventListener('emptied', resolve, { once: true }));
      mounted.video.dispatchEvent(new Event('error'));
      await emptied;
      Reflect.deleteProperty(mounted.video, 'error');
      await until(
        'the video plays again',
        () => mounted.video.readyState >= 3 && !mounted.video.paused && mounted.player.state.current.source.status === 'ready'
      );
      expect(mounted.video.playbackRate).to.equal(1.5);
    });

    it(`is the default rate of the video when the next source loads: ${src}`, async () => {
      await mounted.play(src);
      mounted.video.defaultPlaybackRate = 1.25;
      mounted.video.playbackRate = 1.5;
      await mounted.play('/media/film.mp4?next');
      expect(mounted.video.playbackRate).to.equal(1.25);
    });
  }
});
