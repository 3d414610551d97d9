import { expect } from 'chai';
import { staySilent } from '../support/second-origin.js';
import { stage, type Stage } from '../support/stage.js';
import { until } from '../support/until.js';

const sources = ['/media/cmaf/master.m3u8', '/media/cmaf/manifest.mpd', '/media/film.mp4'];

describe('a wish to play is kept until the source is there', () => {
  let at: Stage;
  beforeEach(async () => void (at = await stage()));
  afterEach(() => at.leave());
  staySilent();

  for (const src of sources) {
    it(`${src} plays when it was told to while loading`, async () => {
      at.player.load([{ src }]);
      const started = at.player.playback.play();
      await until('it looks like playing', () => !at.player.state.current.playback.paused);
      await started;
      await until('it plays', () => at.video.currentTime > 0.2);
      expect(at.player.session.startsSoon).to.equal(false);
    });

    it(`${src} follows another source that was playing`, async () => {
      await at.play('/media/ts/master.m3u8');
      at.video.autoplay = false;
      at.player.load([{ src }]);
      await at.player.playback.play();
      await until('it plays', () => at.video.currentTime > 0.2 && at.player.state.current.error.status === 'ready');
    });
  }

  it('can be taken back', async () => {
    at.player.load([{ src: sources[0]! }]);
    const started = at.player.playback.play().then(
      () => 'played',
      (error: Error) => error.name
    );
    at.player.playback.pause();
    expect(await started).to.equal('AbortError');
    await until('it is ready', () => at.player.state.current.error.status === 'ready');
    expect(at.video.paused).to.equal(true);
  });

  const nameOf = (started: Promise<void>) =>
    started.then(
      () => 'played',
      (error: Error) => error.name
    );

  it('ends with the player', async () => {
    at.player.load([{ src: sources[0]! }]);
    const started = nameOf(at.player.playback.play());
    expect(at.player.session.startsSoon).to.equal(true);
    at.player.destroy();
    expect(at.player.session.startsSoon).to.equal(false);
    expect(await started).to.equal('AbortError');
  });

  for (const sourceAfter of [false, true]) {
    it(`ends with its source${sourceAfter ? ', even if there is another at once' : ''}`, async () => {
      at.player.load([{ src: sources[0]! }]);
      const started = nameOf(at.player.playback.play());
      at.player.load([]);
      if (sourceAfter) at.player.load([{ src: sources[2]! }]);
      expect(at.player.session.startsSoon).to.equal(false);
      expect(await started).to.equal('AbortError');
      expect(at.video.paused).to.equal(true);
      at.player.load([{ src: sources[2]! }]);
      await until('it is there', () => at.video.readyState >= 3);
      expect(at.video.paused, 'unasked').to.equal(true);
    });
  }

  it('rejects with the error of a source that fails', async () => {
    at.player.load([{ src: '/media/none.m3u8' }]);
    const started = at.player.playback.play().catch((error: { code: string }) => error.code);
    expect(await started).to.equal('source/not-found');
  });

  it('Retry goes on where the viewer was', async () => {
    await at.play('/media/cmaf/master.m3u8');
    at.player.time.seek(30);
    await until('the seek ended', () => !at.video.seeking && at.video.currentTime >= 30);
    at.player.error.retry();
    await until(
      'it plays again',
      () => at.player.state.current.error.status === 'ready' && at.video.currentTime > 30 && at.video.readyState >= 2
    );
    await at.showsItsTime();
  });
});
