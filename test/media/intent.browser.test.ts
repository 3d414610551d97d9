import { expect } from 'chai';
import { staySilent } from '../support/second-origin.js';
import { stage, type Stage } from '../support/stage.js';
import { until } from '../support/until.js';

const sources = ['/media/cmaf/master.m3u8', '/media/cmaf/manifest.mpd', '/media/film.mp4'];

/** Where the first stretch that was played begins; a place that was left before its first frame is none. */
const playedFrom = ({ played }: HTMLVideoElement) => {
  const first = Array.from({ length: played.length }, (_, index) => index).find((index) => played.end(index) - played.start(index) > 0.1);
  return first === undefined ? NaN : played.start(first);
};

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

    for (const startTime of [0, 10])
      it(`${src} from ${startTime} s on goes where it was told to while loading`, async () => {
        at.player.load([{ src }], startTime);
        at.player.time.seek(20);
        at.player.time.skip(10);
        const started = at.player.playback.play();
        at.player.time.skip(2);
        await started;
        await until('it plays there', () => at.video.currentTime > 32.2 && !at.video.seeking);
        expect(at.video.currentTime).to.be.lessThan(50);
        expect(playedFrom(at.video)).to.be.greaterThan(31);
        await at.showsItsTime();
      });

    it(`${src} follows another source that was playing`, async () => {
      await at.play('/media/ts/master.m3u8');
      at.video.autoplay = false;
      at.player.load([{ src }]);
      await at.player.playback.play();
      await until('it plays', () => at.video.currentTime > 0.2 && at.player.state.current.error.status === 'ready');
    });
  }

  it('a place that was meant for another source is forgotten with it', async () => {
    at.player.load([{ src: sources[0]! }]);
    at.player.time.seek(30);
    at.player.load([{ src: sources[2]! }]);
    await at.player.playback.play();
    await until('it plays', () => at.video.currentTime > 0.2);
    expect(at.video.currentTime).to.be.lessThan(20);
  });

  it('a place past the end is the end', async () => {
    at.player.load([{ src: sources[2]! }]);
    at.player.time.seek(1e6);
    await until('it is there', () => at.video.currentTime > 60);
  });

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
