import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

describe('a seek back during a seek forward', () => {
  let mounted: MountedPlayer;
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  for (const [engine, src] of [
    ['hls.js', '/media/cmaf/master.m3u8'],
    ['dash.js', '/media/cmaf/manifest.mpd']
  ] as const) {
    it(`plays from the position of the last seek: ${engine}`, async () => {
      mounted = await mountPlayer();
      await mounted.play(src);
      const { player, video } = mounted;
      // At these positions the audio begins slightly later, so the engine corrects the position. The test seeks back at that moment.
      for (const position of [46, 50, 54]) {
        const lifetime = new AbortController();
        const seekedOrCorrected = new Promise((resolve) => {
          for (const type of ['seeking', 'seeked'])
            video.addEventListener(type, () => (type === 'seeked' || video.currentTime > position) && resolve(type), lifetime);
        });
        player.time.seek(position);
        await seekedOrCorrected;
        lifetime.abort();
        player.time.seek(1);
        await until('the video plays from 1 s', () => !video.seeking && video.currentTime > 1.5);
        expect(video.currentTime, `after seeking to ${position} s and back`).to.be.lessThan(10);
      }
    });
  }
});
