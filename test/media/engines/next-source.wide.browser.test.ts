import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { expectNoOldTracks, isRepresentative, pairs } from './next-source.js';

describe('the text tracks of a source', () => {
  let mounted: MountedPlayer;
  beforeEach(async () => void (mounted = await mountPlayer()));
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  for (const [before, after] of pairs.filter((pair) => !isRepresentative(pair)))
    it(`are removed when the next source loads: ${before}, then ${after}`, () => expectNoOldTracks(mounted, before, after));
});
