import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

describe('an attempt', () => {
  let mounted: MountedPlayer;
  /** How often prefetched responses were discarded, which happens when an attempt is stopped. */
  let stops = 0;
  beforeEach(async () => {
    mounted = await mountPlayer();
    stops = 0;
    const { guard } = mounted.player.session;
    const clear = guard.clearPrefetched.bind(guard);
    guard.clearPrefetched = () => {
      stops += 1;
      clear();
    };
  });
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  it('is stopped once when it fails, and once when another source is loaded', async () => {
    const counts: number[] = [];
    mounted.player.session.addEventListener('source', () => counts.push(stops));
    mounted.player.load([{ src: '/media/film.mp4', type: 'application/unknown' }, { src: '/media/film.mp4' }]);
    await until('the second source is tried', () => counts.length === 2);
    mounted.player.load([{ src: '/media/film.mp4' }]);
    expect(counts).to.deep.equal([1, 2, 3]);
  });

  it('is stopped once when the viewer retries, and the next one plays from its position', async () => {
    await mounted.play('/media/film.mp4');
    mounted.player.time.seek(20);
    await until('the video plays from 20 s', () => mounted.video.currentTime > 20.2 && !mounted.video.seeking);
    stops = 0;
    mounted.player.source.retry();
    expect(stops).to.equal(1);
    await until('the video plays again', () => mounted.video.currentTime > 20 && !mounted.video.paused && mounted.video.readyState >= 2);
  });

  it('ends when another source is loaded before its engine has opened the source', async () => {
    mounted.player.load([{ src: '/media/cmaf/master.m3u8' }]);
    mounted.player.load([{ src: '/media/film.mp4' }]);
    await mounted.player.playback.play();
    expect(mounted.player.session.engineName).to.equal('file');
    expect(mounted.player.session.source?.url.pathname).to.match(/film\.mp4$/);
  });
});
