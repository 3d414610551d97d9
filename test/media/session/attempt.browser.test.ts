import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

describe('an attempt', () => {
  let at: MountedPlayer;
  /** How often prefetched responses were discarded, which happens when an attempt is stopped. */
  let stops = 0;
  beforeEach(async () => {
    at = await mountPlayer();
    stops = 0;
    const { guard } = at.player.session;
    const clear = guard.clearPrefetched.bind(guard);
    guard.clearPrefetched = () => {
      stops += 1;
      clear();
    };
  });
  afterEach(() => at.unmount());
  expectNoThirdPartyRequests();

  it('is stopped once when it fails, and once when another source is loaded', async () => {
    const counts: number[] = [];
    at.player.session.addEventListener('source', () => counts.push(stops));
    at.player.load([{ src: '/media/film.mp4', type: 'application/unknown' }, { src: '/media/film.mp4' }]);
    await until('the second source is tried', () => counts.length === 2);
    at.player.load([{ src: '/media/film.mp4' }]);
    expect(counts).to.deep.equal([1, 2, 3]);
  });

  it('is stopped once when the viewer retries, and the next one plays from its position', async () => {
    await at.play('/media/film.mp4');
    at.player.time.seek(20);
    await until('the video plays from 20 s', () => at.video.currentTime > 20.2 && !at.video.seeking);
    stops = 0;
    at.player.source.retry();
    expect(stops).to.equal(1);
    await until('the video plays again', () => at.video.currentTime > 20 && !at.video.paused && at.video.readyState >= 2);
  });

  it('ends when another source is loaded before its engine has opened the source', async () => {
    at.player.load([{ src: '/media/cmaf/master.m3u8' }]);
    at.player.load([{ src: '/media/film.mp4' }]);
    await at.player.playback.play();
    expect(at.player.session.engineName).to.equal('file');
    expect(at.player.session.source?.url.pathname).to.match(/film\.mp4$/);
  });
});
