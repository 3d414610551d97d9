import { expect } from 'chai';
import { listen } from '../../../src/lib/listen.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

const sources = [
  { engine: 'hls.js', src: '/media/cmaf/master.m3u8' },
  { engine: 'dash.js', src: '/media/cmaf/manifest.mpd' }
];

/** Fails as WebKitGTK sometimes does with a valid Media Source. */
function failPipeline(video: HTMLVideoElement): void {
  const error = { code: MediaError.MEDIA_ERR_SRC_NOT_SUPPORTED, message: 'Failed to push buffer' };
  Object.defineProperty(video, 'error', { value: error, configurable: true });
  video.dispatchEvent(new Event('error'));
  delete (video as { error?: unknown }).error;
}

for (const { engine, src } of sources) {
  describe(`a browser whose media pipeline fails: ${engine}`, () => {
    expectNoThirdPartyRequests();
    let at: MountedPlayer;
    let end: AbortController;
    beforeEach(async () => {
      at = await mountPlayer();
      end = new AbortController();
    });
    afterEach(() => {
      end.abort();
      at.unmount();
    });

    const rebuilds = () => at.player.session.health.current.rebuilds;

    it('creates the engine again, once, when the pipeline fails before the first frame', async () => {
      listen(at.video, 'loadedmetadata', () => rebuilds() === 0 && failPipeline(at.video), end.signal);
      await at.play(src);
      expect(rebuilds()).to.equal(1);
      expect(at.player.state.current.source.status).to.equal('ready');
    });

    it('resolves play() when the pipeline fails before the first frame and works afterwards', async () => {
      listen(at.video, 'loadedmetadata', () => rebuilds() === 0 && failPipeline(at.video), end.signal);
      at.player.load([{ src }]);
      await at.player.playback.play();
      expect(rebuilds()).to.equal(1);
      await until('the video plays', () => at.video.currentTime > 0.3);
    });

    it('resolves play() when the video element rejects play() before its error event', async () => {
      at.video.play = () => {
        delete (at.video as { play?: unknown }).play;
        setTimeout(() => failPipeline(at.video));
        return Promise.reject(new DOMException('', 'NotSupportedError'));
      };
      at.player.load([{ src }]);
      await at.player.playback.play();
      expect(rebuilds()).to.equal(1);
      await until('the video plays', () => at.video.currentTime > 0.3);
    });

    it('fails with engine/failed and rejects play() when every pipeline fails before the first frame', async () => {
      // The pipeline works in this test, so the video would start to play before the simulated failure.
      at.video.play = () => Promise.reject(new DOMException('', 'NotSupportedError'));
      listen(at.video, 'loadedmetadata', () => failPipeline(at.video), end.signal);
      at.player.load([{ src }]);
      const refusal = await at.player.playback.play().catch((error: unknown) => error);
      expect(at.player.state.current.source.status).to.equal('failed');
      expect(at.player.state.current.source.error?.code).to.equal('engine/failed');
      expect(refusal).to.equal(at.player.session.error);
      expect(rebuilds()).to.equal(1);
    });

    it('continues from the playback position when the pipeline fails during playback', async () => {
      await at.play(src);
      at.player.time.seek(20);
      await until('the video plays from 20 s', () => !at.video.seeking && at.video.currentTime > 20.5);
      failPipeline(at.video);
      await until('the engine is created again', () => rebuilds() === 1 && at.player.state.current.source.status === 'ready');
      await until('playback continues', () => at.video.currentTime > 21 && at.video.currentTime < 30);
    });
  });
}

/** Stops as WebKitGTK sometimes does: `ended` is true before the end, without an `ended` event and without a pause. */
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

describe('a browser that reports the end before the media ends', () => {
  expectNoThirdPartyRequests();
  let at: MountedPlayer;
  beforeEach(async () => void (at = await mountPlayer()));
  afterEach(() => at.unmount());

  for (const src of ['/media/film.mp4', '/media/cmaf/master.m3u8'])
    it(`creates the engine again and continues from the playback position: ${src}`, async () => {
      await at.play(src);
      at.player.time.seek(20);
      await until('the video plays from 20 s', () => !at.video.seeking && at.video.currentTime > 20.5);
      endEarly(at.video);
      await until('the engine is created again', () => at.player.session.health.current.rebuilds === 1);
      await until('playback continues', () => at.video.currentTime > 21 && at.video.currentTime < 30);
    });
});
