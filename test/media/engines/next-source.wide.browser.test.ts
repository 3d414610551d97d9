import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { expectNoOldTracks, isRepresentative, pairs } from './next-source.js';

describe('the text tracks of a source', () => {
  let at: MountedPlayer;
  beforeEach(async () => void (at = await mountPlayer()));
  afterEach(() => at.unmount());
  expectNoThirdPartyRequests();

  for (const [before, after] of pairs.filter((pair) => !isRepresentative(pair)))
    it(`are gone when the next one loads: ${before}, then ${after}`, () => expectNoOldTracks(at, before, after));
});
