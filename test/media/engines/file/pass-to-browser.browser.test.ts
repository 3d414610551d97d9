import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../../support/mount-player.js';
import { until } from '../../../support/until.js';

const files = [
  { title: 'whose server sends no parts', src: '/streams/whole/moov-last.mp4', reason: 'ranges' },
  { title: 'whose codec Media Source does not accept', src: '/streams/files/sound.ogg', reason: 'format' },
  { title: 'of FLAC, which is not passed to Media Source', src: '/streams/files/sound.flac', reason: 'format' },
  { title: 'of PCM, which Media Source does not accept', src: '/streams/files/sound.wav', reason: 'format' }
] as const;

for (const { title, src, reason } of files) {
  describe(`a file ${title}`, () => {
    let at: MountedPlayer;
    afterEach(() => at.unmount());
    expectNoThirdPartyRequests();

    it('is played by the browser itself, and the report says why', async () => {
      at = await mountPlayer(undefined, { guardFiles: true });
      await at.play(src);
      expect(at.player.session.engineName).to.equal('native');
      const { guardLevel, partialReason } = at.player.privacy.report();
      expect({ guardLevel, partialReason }).to.deep.equal({ guardLevel: 'partial', partialReason: reason });
      expect(at.player.state.current.privacy.partialReason).to.equal(reason);
    });

    it('is refused when the publisher allows no such file', async () => {
      at = await mountPlayer(undefined, { nativeFiles: false });
      at.player.load([{ src }]);
      await until('the player failed', () => at.player.state.current.source.status === 'failed');
      expect(at.player.state.current.source.error?.code).to.equal('policy/native-file');
      expect(at.video.getAttribute('src')).to.equal(null);
    });
  });
}

describe('a missing file, when the publisher allows no file that the browser plays itself', () => {
  let at: MountedPlayer;
  afterEach(() => at.unmount());

  it('fails as a missing file', async () => {
    at = await mountPlayer(undefined, { nativeFiles: false });
    at.player.load([{ src: '/streams/none.mp4' }]);
    await until('the player failed', () => at.player.state.current.source.status === 'failed');
    expect(at.player.state.current.source.error?.code).to.equal('source/not-found');
  });
});
