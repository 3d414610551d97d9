import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

const sources = ['/media/cmaf/master.m3u8', '/media/cmaf/manifest.mpd', '/media/film.mp4'];

/** The start of the first played range that is longer than 0.1 s, so that a position without a frame does not count. */
const firstPlayedPosition = ({ played }: HTMLVideoElement) => {
  const first = Array.from({ length: played.length }, (_, index) => index).find((index) => played.end(index) - played.start(index) > 0.1);
  return first === undefined ? NaN : played.start(first);
};

describe('a player whose source is loading', () => {
  let mounted: MountedPlayer;
  beforeEach(async () => void (mounted = await mountPlayer()));
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  for (const src of sources) {
    it(`starts playback after play() when the source is ready: ${src}`, async () => {
      mounted.player.load([{ src }]);
      const playResult = mounted.player.playback.play();
      await until('the state is not paused', () => !mounted.player.state.current.playback.paused);
      await playResult;
      await until('the video plays', () => mounted.video.currentTime > 0.2);
      expect(mounted.player.session.playPending).to.equal(false);
    });

    for (const startTime of [0, 10])
      it(`plays from the position of the last seek, with a start time of ${startTime} s: ${src}`, async () => {
        mounted.player.load([{ src }], startTime);
        mounted.player.time.seek(20);
        mounted.player.time.skip(10);
        const playResult = mounted.player.playback.play();
        mounted.player.time.skip(2);
        await playResult;
        await until('the video plays from 32 s', () => mounted.video.currentTime > 32.2 && !mounted.video.seeking);
        expect(mounted.video.currentTime).to.be.lessThan(50);
        expect(firstPlayedPosition(mounted.video)).to.be.greaterThan(31);
        await mounted.untilFrameMatchesClock();
      });

    it(`starts playback after play() when another source was playing before: ${src}`, async () => {
      await mounted.play('/media/ts/master.m3u8');
      mounted.video.autoplay = false;
      mounted.player.load([{ src }]);
      await mounted.player.playback.play();
      await until('the video plays', () => mounted.video.currentTime > 0.2 && mounted.player.state.current.source.status === 'ready');
    });
  }

  it('ignores a seek in the previous source', async () => {
    mounted.player.load([{ src: sources[0]! }]);
    mounted.player.time.seek(30);
    mounted.player.load([{ src: sources[2]! }]);
    await mounted.player.playback.play();
    await until('the video plays', () => mounted.video.currentTime > 0.2);
    expect(mounted.video.currentTime).to.be.lessThan(20);
  });

  it('seeks to the end when the requested position is after it', async () => {
    mounted.player.load([{ src: sources[2]! }]);
    mounted.player.time.seek(1e6);
    await until('the video has data', () => mounted.video.currentTime > 60);
  });

  it('rejects play() with AbortError and stays paused when pause() follows', async () => {
    mounted.player.load([{ src: sources[0]! }]);
    const playResult = mounted.player.playback.play().then(
      () => 'played',
      (error: Error) => error.name
    );
    mounted.player.playback.pause();
    expect(await playResult).to.equal('AbortError');
    await until('the source is ready', () => mounted.player.state.current.source.status === 'ready');
    expect(mounted.video.paused).to.equal(true);
  });

  const outcomeOf = (playResult: Promise<void>) =>
    playResult.then(
      () => 'played',
      (error: Error) => error.name
    );

  it('rejects play() with AbortError when the player is destroyed', async () => {
    mounted.player.load([{ src: sources[0]! }]);
    const playResult = outcomeOf(mounted.player.playback.play());
    expect(mounted.player.session.playPending).to.equal(true);
    mounted.player.destroy();
    expect(mounted.player.session.playPending).to.equal(false);
    expect(await playResult).to.equal('AbortError');
  });

  for (const loadsAnother of [false, true]) {
    it(`rejects play() with AbortError when the source is removed${loadsAnother ? ' and another is loaded at once' : ''}`, async () => {
      mounted.player.load([{ src: sources[0]! }]);
      const playResult = outcomeOf(mounted.player.playback.play());
      mounted.player.load([]);
      if (loadsAnother) mounted.player.load([{ src: sources[2]! }]);
      expect(mounted.player.session.playPending).to.equal(false);
      expect(await playResult).to.equal('AbortError');
      expect(mounted.video.paused).to.equal(true);
      mounted.player.load([{ src: sources[2]! }]);
      await until('the video has data', () => mounted.video.readyState >= 3);
      expect(mounted.video.paused, 'without a play request').to.equal(true);
    });
  }

  it('rejects play() with the error of the source when the source fails', async () => {
    mounted.player.load([{ src: '/media/none.m3u8' }]);
    const playResult = mounted.player.playback.play().catch((error: { code: string }) => error.code);
    expect(await playResult).to.equal('source/not-found');
  });

  it('continues at the playback position after source.retry()', async () => {
    await mounted.play('/media/cmaf/master.m3u8');
    mounted.player.time.seek(30);
    await until('the seek ended', () => !mounted.video.seeking && mounted.video.currentTime >= 30);
    mounted.player.source.retry();
    await until(
      'the video plays again',
      () => mounted.player.state.current.source.status === 'ready' && mounted.video.currentTime > 30 && mounted.video.readyState >= 2
    );
    await mounted.untilFrameMatchesClock();
  });

  /** Plays up to the end, requests playback again, and calls `pause` when the video seeks to its start, as WebKitGTK may pause by itself. */
  async function replayAndPause(pause: () => void): Promise<void> {
    await mounted.play('/streams/files/moov-last.mp4');
    let hasEnded = false;
    mounted.video.addEventListener('ended', () => (hasEnded = true), { once: true });
    mounted.player.time.seek(3.5);
    await until('the video ended', () => hasEnded && mounted.video.paused);
    mounted.video.addEventListener('seeking', pause, { once: true });
    mounted.player.playback.play().catch(() => undefined);
    await until('the video seeks', () => mounted.video.currentTime < 3);
  }

  it('plays again after the end although the browser pauses while it seeks to the start', async () => {
    await replayAndPause(() => mounted.video.pause());
    await until('the video plays', () => !mounted.video.paused && mounted.video.currentTime > 0.5);
  });

  it('stays paused when pause() follows the request to play again after the end', async () => {
    await replayAndPause(() => mounted.player.playback.pause());
    await until('the seek ended', () => !mounted.video.seeking);
    expect([mounted.player.session.playIntent, mounted.video.paused]).to.deep.equal([false, true]);
  });
});
