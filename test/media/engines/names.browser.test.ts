import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

describe('the lists of renditions and tracks', () => {
  let mounted: MountedPlayer;
  beforeEach(async () => void (mounted = await mountPlayer()));
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  it('contain an HLS rendition once when two hosts serve it', async () => {
    await mounted.play('/streams/redundant/master.m3u8');
    const { renditions } = mounted.player.state.current.quality;
    expect(renditions.map(({ height }) => height).sort()).to.deep.equal([240, 360]);
    for (const { id, height } of renditions) {
      mounted.player.quality.choose(id);
      await until(`${height}p plays`, () => mounted.player.state.current.quality.playing === id && mounted.video.videoHeight === height);
    }
  });

  it('distinguish DASH tracks of one language by role and channels, without an id as label', async () => {
    await mounted.play('/streams/alike/manifest.mpd');
    await until('both caption tracks are listed', () => mounted.player.state.current.captions.tracks.length === 2);
    const { audio, captions } = mounted.player.state.current;
    expect(audio.tracks.map(({ label, language, kind, channels }) => [label, language, kind, channels])).to.deep.equal([
      ['', 'en', 'main', 2],
      ['', 'en', 'commentary', 2],
      ['', 'en', 'alternative', 6]
    ]);
    expect(captions.tracks.map(({ label, language }) => [label, language])).to.deep.equal([
      ['', 'en'],
      ['', 'en']
    ]);
  });
});
