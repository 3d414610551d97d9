import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../../support/mount-player.js';
import { until } from '../../../support/until.js';

/** The ranges that the player has requested of the file. Its guard takes the page's `fetch` when its code loads. */
const ranges: string[] = [];
const pageFetch = globalThis.fetch;
globalThis.fetch = (url, init) => {
  const range = new Headers(init?.headers).get('range');
  if (range) ranges.push(range);
  return pageFetch(url, init);
};

describe('the requests for a file', () => {
  let at: MountedPlayer;
  beforeEach(async () => {
    at = await mountPlayer(undefined, { guardFiles: true });
    ranges.length = 0;
  });
  afterEach(() => at.unmount());
  expectNoThirdPartyRequests();

  it('are one until the viewer seeks', async () => {
    await at.play('/media/film.mp4');
    await until('a second has been played', () => at.video.currentTime > 1);
    expect(ranges).to.deep.equal(['bytes=0-']);
  });

  it('are one more for a seek to what is not buffered, at about its position, and none for a seek to what is', async () => {
    await at.play('/media/film.mp4');
    at.player.time.seek(55);
    await until('the seek ended', () => !at.video.seeking && at.video.readyState >= 3);
    await at.untilFrameMatchesClock();
    expect(ranges).to.have.length(2);
    const [, from] = /bytes=(\d+)-/.exec(ranges[1]!)!;
    // Of 2.5 megabytes, 55 of 64 seconds.
    expect(Number(from)).to.be.within(1_900_000, 2_300_000);
    at.player.time.seek(56);
    await until('the second seek ended', () => !at.video.seeking && at.video.currentTime > 56);
    expect(ranges).to.have.length(2);
  });

  it('end with the player', async () => {
    await at.play('/media/film.mp4');
    at.unmount();
    expect(at.video.src).to.equal('');
    expect(ranges).to.deep.equal(['bytes=0-']);
  });
});
