import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

describe('an HLS source with variables', () => {
  let mounted: MountedPlayer;
  beforeEach(async () => {
    performance.clearResourceTimings();
    mounted = await mountPlayer();
  });
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  it('plays, and no requested URL contains a reference to a variable', async () => {
    await mounted.play('/streams/variables/master.m3u8');
    const requestedUrls = performance.getEntriesByType('resource').map(({ name }) => decodeURIComponent(name));
    expect(requestedUrls.filter((url) => url.includes('{$'))).to.deep.equal([]);
    expect(
      requestedUrls.some((url) => url.endsWith('/media/cmaf/video-240/1.m4s')),
      'canary: a segment was requested'
    ).to.equal(true);
  });

  it('fails with a message that names QUERYPARAM when a variable comes from the query of the URL, and the next source plays', async () => {
    mounted.player.load([{ src: '/streams/variables/query.m3u8?token=secret' }]);
    await until('the player failed', () => mounted.player.state.current.source.status === 'failed');
    expect(mounted.player.state.current.source.error).to.include({ code: 'source/unsupported', retryable: false });
    expect(mounted.player.state.current.source.error!.message).to.include('QUERYPARAM');
    mounted.video.autoplay = true;
    mounted.player.load([{ src: '/streams/variables/query.m3u8?token=secret' }, { src: '/media/cmaf/master.m3u8' }]);
    await until('the video plays', () => mounted.video.currentTime > 0.3);
  });
});
