import { expectNoThirdPartyRequests } from '../../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../../support/mount-player.js';
import { expectToFail, expectToPlayOn } from './faults.js';

/** Further plans with faults after which the file plays on. */
const survivedPlans = [
  'busy-at-first',
  'wrong-type',
  'reset-in-the-index',
  'short-response',
  'busy-later',
  'refused-later',
  'refused-for-8-s',
  'page-for-8-s',
  'outage',
  'slow-for-10-s'
];

describe('a file from a faulty server', () => {
  let mounted: MountedPlayer;
  beforeEach(async () => void (mounted = await mountPlayer(undefined, { guardFiles: true })));
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  it('fails with network/timeout: hang', () => expectToFail(mounted, 'hang', 'network/timeout'));

  for (const plan of survivedPlans) it(`plays on through the guard: ${plan}`, () => expectToPlayOn(mounted, plan));
});
