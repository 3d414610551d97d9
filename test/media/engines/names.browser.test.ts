import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

describe('the names of renditions and tracks', () => {
  let at: MountedPlayer;
  beforeEach(async () => void (at = await mountPlayer()));
  afterEach(() => at.unmount());
  expectNoThirdPartyRequests();

  it('list an HLS rendition once when two hosts serve it', async () => {
    await at.play('/streams/redundant/master.m3u8');
    const { renditions } = at.player.state.current.quality;
    expect(renditions.map(({ height }) => height).sort()).to.deep.equal([240, 360]);
    for (const { id, height } of renditions) {
      at.player.quality.choose(id);
      await until(`${height}p plays`, () => at.player.state.current.quality.playing === id && at.video.videoHeight === height);
    }
  });

  it('tell DASH tracks of one language apart by role and channels, and contain no id', async () => {
    await at.play('/streams/alike/manifest.mpd');
    await until('all are listed', () => at.player.state.current.captions.tracks.length === 2);
    const { audio, captions } = at.player.state.current;
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
