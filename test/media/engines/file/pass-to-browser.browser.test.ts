import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../../support/mount-player.js';
import { until } from '../../../support/until.js';

const files = [
  { title: 'whose server does not support byte ranges', src: '/streams/whole/moov-last.mp4', reason: 'ranges' },
  { title: 'of PCM, which Media Source does not accept', src: '/streams/files/sound.wav', reason: 'format' }
] as const;

for (const { title, src, reason } of files) {
  describe(`a file ${title}`, () => {
    let mounted: MountedPlayer;
    afterEach(() => mounted.unmount());
    expectNoThirdPartyRequests();

    it('is played by the browser itself, and the privacy report contains the reason', async () => {
      mounted = await mountPlayer(undefined, { guardFiles: true });
      await mounted.play(src);
      expect(mounted.player.session.engineName).to.equal('native');
      const { guardLevel, partialReason } = mounted.player.privacy.report();
      expect({ guardLevel, partialReason }).to.deep.equal({ guardLevel: 'partial', partialReason: reason });
      expect(mounted.player.state.current.privacy.partialReason).to.equal(reason);
    });

    it('fails with policy/native-file when nativeFiles is false', async () => {
      mounted = await mountPlayer(undefined, { nativeFiles: false });
      mounted.player.load([{ src }]);
      await until('the player failed', () => mounted.player.state.current.source.status === 'failed');
      expect(mounted.player.state.current.source.error?.code).to.equal('policy/native-file');
      expect(mounted.video.getAttribute('src')).to.equal(null);
    });
  });
}

describe('a missing file', () => {
  let mounted: MountedPlayer;
  afterEach(() => mounted.unmount());

  it('fails with source/not-found, and not with policy/native-file, when nativeFiles is false', async () => {
    mounted = await mountPlayer(undefined, { nativeFiles: false });
    mounted.player.load([{ src: '/streams/none.mp4' }]);
    await until('the player failed', () => mounted.player.state.current.source.status === 'failed');
    expect(mounted.player.state.current.source.error?.code).to.equal('source/not-found');
  });
});
