import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../../support/mount-player.js';
import { until } from '../../../support/until.js';

/** The byte ranges that the player has requested. `fetch` is replaced here, before the code of the guard loads and keeps it. */
const ranges: string[] = [];
const pageFetch = globalThis.fetch;
globalThis.fetch = (url, init) => {
  const range = new Headers(init?.headers).get('range');
  if (range) ranges.push(range);
  return pageFetch(url, init);
};

describe('the requests for a file', () => {
  let mounted: MountedPlayer;
  beforeEach(async () => {
    mounted = await mountPlayer(undefined, { guardFiles: true });
    ranges.length = 0;
  });
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  it('are one request until the viewer seeks', async () => {
    await mounted.play('/media/film.mp4');
    await until('a second has been played', () => mounted.video.currentTime > 1);
    expect(ranges).to.deep.equal(['bytes=0-']);
  });

  it('are one more for a seek outside the buffer, near its byte position, and none for a seek within the buffer', async () => {
    // Half a second is buffered before the seek, however long the browser takes to begin; else the position might be buffered.
    mounted.video.preload = 'metadata';
    mounted.player.load([{ src: '/media/film.mp4' }]);
    await until('the first frame is there', () => mounted.video.readyState >= 2 && mounted.player.state.current.source.status === 'ready');
    mounted.player.time.seek(55);
    await mounted.player.playback.play();
    await until('the seek ended', () => !mounted.video.seeking && mounted.video.readyState >= 3);
    await mounted.untilFrameMatchesClock();
    expect(ranges).to.have.length(2);
    const [, from] = /bytes=(\d+)-/.exec(ranges[1]!)!;
    // The file has 2.5 megabytes for 64 seconds.
    expect(Number(from)).to.be.within(1_900_000, 2_300_000);
    mounted.player.time.seek(56);
    await until('the second seek ended', () => !mounted.video.seeking && mounted.video.currentTime > 56);
    expect(ranges).to.have.length(2);
  });

  it('are not followed by another one when the player is destroyed', async () => {
    await mounted.play('/media/film.mp4');
    mounted.unmount();
    expect(mounted.video.src).to.equal('');
    expect(ranges).to.deep.equal(['bytes=0-']);
  });
});
