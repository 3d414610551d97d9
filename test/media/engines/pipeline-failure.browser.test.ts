import { expect } from 'chai';
import { listen } from '../../../src/lib/listen.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

const sources = [
  { engine: 'hls.js', src: '/media/cmaf/master.m3u8' },
  { engine: 'dash.js', src: '/media/cmaf/manifest.mpd' }
];

/** Simulates the error that WebKitGTK sometimes has with a valid Media Source. */
function failPipeline(video: HTMLVideoElement): void {
  const error = { code: MediaError.MEDIA_ERR_SRC_NOT_SUPPORTED, message: 'Failed to push buffer' };
  Object.defineProperty(video, 'error', { value: error, configurable: true });
  video.dispatchEvent(new Event('error'));
  delete (video as { error?: unknown }).error;
}

for (const { engine, src } of sources) {
  describe(`a player whose browser has a failing media pipeline: ${engine}`, () => {
    expectNoThirdPartyRequests();
    let mounted: MountedPlayer;
    let lifetime: AbortController;
    beforeEach(async () => {
      mounted = await mountPlayer();
      lifetime = new AbortController();
    });
    afterEach(() => {
      lifetime.abort();
      mounted.unmount();
    });

    const rebuilds = () => mounted.player.session.health.current.rebuilds;

    it('creates the engine again, once, when the pipeline fails before the first frame', async () => {
      listen(mounted.video, 'loadedmetadata', () => rebuilds() === 0 && failPipeline(mounted.video), lifetime.signal);
      await mounted.play(src);
      expect(rebuilds()).to.equal(1);
      expect(mounted.player.state.current.source.status).to.equal('ready');
    });

    it('resolves play() when the pipeline fails before the first frame and works afterwards', async () => {
      listen(mounted.video, 'loadedmetadata', () => rebuilds() === 0 && failPipeline(mounted.video), lifetime.signal);
      mounted.player.load([{ src }]);
      await mounted.player.playback.play();
      expect(rebuilds()).to.equal(1);
      await until('the video plays', () => mounted.video.currentTime > 0.3);
    });

    it('resolves play() when the video element rejects play() before its error event', async () => {
      mounted.video.play = () => {
        delete (mounted.video as { play?: unknown }).play;
        setTimeout(() => failPipeline(mounted.video));
        return Promise.reject(new DOMException('', 'NotSupportedError'));
      };
      mounted.player.load([{ src }]);
      await mounted.player.playback.play();
      expect(rebuilds()).to.equal(1);
      await until('the video plays', () => mounted.video.currentTime > 0.3);
    });

    it('fails with engine/failed and rejects play() when every pipeline fails before the first frame', async () => {
      // The pipeline works in this test, so the video would start to play before the simulated failure.
      mounted.video.play = () => Promise.reject(new DOMException('', 'NotSupportedError'));
      listen(mounted.video, 'loadedmetadata', () => failPipeline(mounted.video), lifetime.signal);
      mounted.player.load([{ src }]);
      const rejection = await mounted.player.playback.play().catch((error: unknown) => error);
      expect(mounted.player.state.current.source.status).to.equal('failed');
      expect(mounted.player.state.current.source.error?.code).to.equal('engine/failed');
      expect(rejection).to.equal(mounted.player.session.error);
      expect(rebuilds()).to.equal(1);
    });

    it('continues from the playback position when the pipeline fails during playback', async () => {
      await mounted.play(src);
      mounted.player.time.seek(20);
      await until('the video plays from 20 s', () => !mounted.video.seeking && mounted.video.currentTime > 20.5);
      failPipeline(mounted.video);
      await until('the engine is created again', () => rebuilds() === 1 && mounted.player.state.current.source.status === 'ready');
      await until('playback continues', () => mounted.video.currentTime > 21 && mounted.video.currentTime < 30);
    });
  });
}

/** Simulates how WebKitGTK sometimes stops: `ended` is true before the end, without an `ended` event and without a pause. */
function endEarly(video: HTMLVideoElement): void {
  const { currentTime } = video;
  Object.defineProperties(video, {
    ended: { get: () => true, configurable: true },
    currentTime: { get: () => currentTime, set: () => undefined, configurable: true }
  });
  const restore = () => {
    delete (video as { ended?: unknown }).ended;
    delete (video as { currentTime?: unknown }).currentTime;
  };
  video.addEventListener('emptied', restore, { once: true });
}

describe('a player whose browser reports the end before the media end', () => {
  expectNoThirdPartyRequests();
  let mounted: MountedPlayer;
  beforeEach(async () => void (mounted = await mountPlayer()));
  afterEach(() => mounted.unmount());

  for (const src of ['/media/film.mp4', '/media/cmaf/master.m3u8'])
    it(`creates the engine again and continues from the playback position: ${src}`, async () => {
      await mounted.play(src);
      mounted.player.time.seek(20);
      await until('the video plays from 20 s', () => !mounted.video.seeking && mounted.video.currentTime > 20.5);
      endEarly(mounted.video);
      await until('the engine is created again', () => mounted.player.session.health.current.rebuilds === 1);
      await until('playback continues', () => mounted.video.currentTime > 21 && mounted.video.currentTime < 30);
    });
});
