import { expect } from 'chai';
import { showsCaption } from '../../../../promises/streams/row.js';
import { expectNoThirdPartyRequests } from '../../../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../../../support/mount-player.js';

/** The number of times that the chunk with the TTML parser of dash.js was fetched. */
const chunkFetches = () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/chunks/imsc-')).length;

describe('the chunk with the TTML parser', () => {
  expectNoThirdPartyRequests();
  let mounted: MountedPlayer;
  beforeEach(async () => void (mounted = await mountPlayer()));
  afterEach(() => mounted.unmount());

  // The order of the tests matters, because a chunk that has loaded stays loaded.
  it('is not fetched when the captions are WebVTT', async () => {
    await mounted.play('/streams/wvtt/manifest.mpd');
    await showsCaption('Cue 1')(mounted);
    expect(chunkFetches()).to.equal(0);
  });

  it('is fetched when TTML captions are turned on, and not when a source only contains them', async () => {
    await mounted.play('/streams/stpp/manifest.mpd');
    expect(chunkFetches()).to.equal(0);
    await showsCaption('Cue 1')(mounted);
    expect(chunkFetches()).to.equal(1);
  });

  it('is not fetched again for the next source', async () => {
    await mounted.play('/streams/ttml/manifest.mpd');
    await showsCaption('Cue 1')(mounted);
    expect(chunkFetches()).to.equal(1);
  });
});
