import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

const sources = ['/media/cmaf/master.m3u8', '/media/cmaf/manifest.mpd', '/media/film.mp4'];

/** The start of the first played range; a position that was left before its first frame does not count. */
const playedFrom = ({ played }: HTMLVideoElement) => {
  const first = Array.from({ length: played.length }, (_, index) => index).find((index) => played.end(index) - played.start(index) > 0.1);
  return first === undefined ? NaN : played.start(first);
};

describe('a play request while the source loads', () => {
  let at: MountedPlayer;
  beforeEach(async () => void (at = await mountPlayer()));
  afterEach(() => at.unmount());
  expectNoThirdPartyRequests();

  for (const src of sources) {
    it(`starts playback when the source is ready: ${src}`, async () => {
      at.player.load([{ src }]);
      const started = at.player.playback.play();
      await until('the state is not paused', () => !at.player.state.current.playback.paused);
      await started;
      await until('the video plays', () => at.video.currentTime > 0.2);
      expect(at.player.session.playPending).to.equal(false);
    });

    for (const startTime of [0, 10])
      it(`plays from the position of the last seek during loading, with a start time of ${startTime} s: ${src}`, async () => {
        at.player.load([{ src }], startTime);
        at.player.time.seek(20);
        at.player.time.skip(10);
        const started = at.player.playback.play();
        at.player.time.skip(2);
        await started;
        await until('the video plays from 32 s', () => at.video.currentTime > 32.2 && !at.video.seeking);
        expect(at.video.currentTime).to.be.lessThan(50);
        expect(playedFrom(at.video)).to.be.greaterThan(31);
        await at.untilFrameMatchesClock();
      });

    it(`starts playback after another source was playing: ${src}`, async () => {
      await at.play('/media/ts/master.m3u8');
      at.video.autoplay = false;
      at.player.load([{ src }]);
      await at.player.playback.play();
      await until('the video plays', () => at.video.currentTime > 0.2 && at.player.state.current.source.status === 'ready');
    });
  }

  it('ignores a seek that was requested for the previous source', async () => {
    at.player.load([{ src: sources[0]! }]);
    at.player.time.seek(30);
    at.player.load([{ src: sources[2]! }]);
    await at.player.playback.play();
    await until('the video plays', () => at.video.currentTime > 0.2);
    expect(at.video.currentTime).to.be.lessThan(20);
  });

  it('seeks to the end when the requested position is after it', async () => {
    at.player.load([{ src: sources[2]! }]);
    at.player.time.seek(1e6);
    await until('the video has data', () => at.video.currentTime > 60);
  });

  it('rejects with AbortError and stays paused when pause() follows', async () => {
    at.player.load([{ src: sources[0]! }]);
    const started = at.player.playback.play().then(
      () => 'played',
      (error: Error) => error.name
    );
    at.player.playback.pause();
    expect(await started).to.equal('AbortError');
    await until('the source is ready', () => at.player.state.current.source.status === 'ready');
    expect(at.video.paused).to.equal(true);
  });

  const outcomeOf = (started: Promise<void>) =>
    started.then(
      () => 'played',
      (error: Error) => error.name
    );

  it('rejects with AbortError when the player is destroyed', async () => {
    at.player.load([{ src: sources[0]! }]);
    const started = outcomeOf(at.player.playback.play());
    expect(at.player.session.playPending).to.equal(true);
    at.player.destroy();
    expect(at.player.session.playPending).to.equal(false);
    expect(await started).to.equal('AbortError');
  });

  for (const sourceAfter of [false, true]) {
    it(`rejects with AbortError when the source is removed${sourceAfter ? ' and another is loaded at once' : ''}`, async () => {
      at.player.load([{ src: sources[0]! }]);
      const started = outcomeOf(at.player.playback.play());
      at.player.load([]);
      if (sourceAfter) at.player.load([{ src: sources[2]! }]);
      expect(at.player.session.playPending).to.equal(false);
      expect(await started).to.equal('AbortError');
      expect(at.video.paused).to.equal(true);
      at.player.load([{ src: sources[2]! }]);
      await until('the video has data', () => at.video.readyState >= 3);
      expect(at.video.paused, 'without a play request').to.equal(true);
    });
  }

  it('rejects with the error of the source when it fails', async () => {
    at.player.load([{ src: '/media/none.m3u8' }]);
    const started = at.player.playback.play().catch((error: { code: string }) => error.code);
    expect(await started).to.equal('source/not-found');
  });

  it('continues at the playback position after source.retry()', async () => {
    await at.play('/media/cmaf/master.m3u8');
    at.player.time.seek(30);
    await until('the seek ended', () => !at.video.seeking && at.video.currentTime >= 30);
    at.player.source.retry();
    await until(
      'the video plays again',
      () => at.player.state.current.source.status === 'ready' && at.video.currentTime > 30 && at.video.readyState >= 2
    );
    await at.untilFrameMatchesClock();
  });
});
