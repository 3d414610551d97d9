import { expect } from 'chai';
import { listen } from '../../../src/lib/listen.js';
import { staySilent } from '../../support/second-origin.js';
import { stage, type Stage } from '../../support/stage.js';
import { until } from '../../support/until.js';

const films = [
  { engine: 'hls.js', src: '/media/cmaf/master.m3u8' },
  { engine: 'dash.js', src: '/media/cmaf/manifest.mpd' }
];

/** What WebKitGTK does now and then to a Media Source that is as good as the next one. */
function breakDown(video: HTMLVideoElement): void {
  const error = { code: MediaError.MEDIA_ERR_SRC_NOT_SUPPORTED, message: 'Failed to push buffer' };
  Object.defineProperty(video, 'error', { value: error, configurable: true });
  video.dispatchEvent(new Event('error'));
  delete (video as { error?: unknown }).error;
}

for (const { engine, src } of films) {
  describe(`a browser whose decoders break down: ${engine}`, () => {
    staySilent();
    let at: Stage;
    let end: AbortController;
    beforeEach(async () => {
      at = await stage();
      end = new AbortController();
    });
    afterEach(() => {
      end.abort();
      at.leave();
    });

    const rebuilds = () => at.player.session.health.current.rebuilds;

    it('before the first picture, it gets another engine, once', async () => {
      listen(at.video, 'loadedmetadata', () => rebuilds() === 0 && breakDown(at.video), end.signal);
      await at.play(src);
      expect(rebuilds()).to.equal(1);
      expect(at.player.state.current.error.status).to.equal('ready');
    });

    it('before the first picture, who asked it to play hears that it plays', async () => {
      listen(at.video, 'loadedmetadata', () => rebuilds() === 0 && breakDown(at.video), end.signal);
      at.player.load([{ src }]);
      await at.player.playback.play();
      expect(rebuilds()).to.equal(1);
      await until('it plays', () => at.video.currentTime > 0.3);
    });

    it('the same where the video refuses to play before it says why', async () => {
      at.video.play = () => {
        delete (at.video as { play?: unknown }).play;
        setTimeout(() => breakDown(at.video));
        return Promise.reject(new DOMException('', 'NotSupportedError'));
      };
      at.player.load([{ src }]);
      await at.player.playback.play();
      expect(rebuilds()).to.equal(1);
      await until('it plays', () => at.video.currentTime > 0.3);
    });

    it('every time before the first picture, that is told', async () => {
      // What breaks down here is sound, and would begin to play before it is taken away.
      at.video.play = () => Promise.reject(new DOMException('', 'NotSupportedError'));
      listen(at.video, 'loadedmetadata', () => breakDown(at.video), end.signal);
      at.player.load([{ src }]);
      const refusal = await at.player.playback.play().catch((error: unknown) => error);
      expect(at.player.state.current.error.status).to.equal('failed');
      expect(at.player.state.current.error.error?.code).to.equal('engine/failed');
      expect(refusal).to.equal(at.player.session.error);
      expect(rebuilds()).to.equal(1);
    });

    it('while it plays, it goes on where it was', async () => {
      await at.play(src);
      at.player.time.seek(20);
      await until('it plays there', () => !at.video.seeking && at.video.currentTime > 20.5);
      breakDown(at.video);
      await until('there is another engine', () => rebuilds() === 1 && at.player.state.current.error.status === 'ready');
      await until('it plays on', () => at.video.currentTime > 21 && at.video.currentTime < 30);
    });
  });
}

/** What WebKitGTK also does now and then: the video stands still and says that it has ended, without the event and without a pause. */
function standStill(video: HTMLVideoElement): void {
  const { currentTime } = video;
  Object.defineProperties(video, {
    ended: { get: () => true, configurable: true },
    currentTime: { get: () => currentTime, set: () => undefined, configurable: true }
  });
  const goOn = () => {
    delete (video as { ended?: unknown }).ended;
    delete (video as { currentTime?: unknown }).currentTime;
  };
  video.addEventListener('emptied', goOn, { once: true });
}

describe('a browser that ends a film before its end', () => {
  staySilent();
  let at: Stage;
  beforeEach(async () => void (at = await stage()));
  afterEach(() => at.leave());

  for (const src of ['/media/film.mp4', '/media/cmaf/master.m3u8'])
    it(`gets it anew, where it stood: ${src}`, async () => {
      await at.play(src);
      at.player.time.seek(20);
      await until('it plays there', () => !at.video.seeking && at.video.currentTime > 20.5);
      standStill(at.video);
      await until('there is another engine', () => at.player.session.health.current.rebuilds === 1);
      await until('it plays on', () => at.video.currentTime > 21 && at.video.currentTime < 30);
    });
});
