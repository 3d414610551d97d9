import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../../support/mount-player.js';
import { until } from '../../../support/until.js';
import { faultyUrl } from './faults.js';

/** Seconds of the file of which the media are damaged. */
const damage = { start: 3, end: 5.5 };

describe('a file with damaged media in the middle', () => {
  let mounted: MountedPlayer;
  beforeEach(async () => void (mounted = await mountPlayer(undefined, { guardFiles: true })));
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  /** Expects that playback continues after the damage. */
  async function expectToContinue(): Promise<void> {
    const source = () => mounted.player.state.current.source;
    const isBehindDamage = () => source().status === 'ready' && mounted.video.currentTime > damage.end + 2;
    await until('it plays after the damage', () => isBehindDamage() || source().status === 'failed');
    expect(source().error?.message).to.equal(undefined);
    expect(mounted.player.session.engineName).to.equal('file');
    await mounted.untilFrameMatchesClock();
  }

  for (const [plan, bytes] of [
    ['damaged', 'noise'],
    ['hole', 'zeros']
  ] as const)
    it(`plays on after the damage, through the guard: ${bytes}`, async () => {
      await mounted.play(faultyUrl(plan));
      await expectToContinue();
    });

  it('plays after the damage when the viewer seeks into it', async () => {
    await mounted.play(faultyUrl('damaged'));
    mounted.player.time.seek(damage.start + 1);
    await expectToContinue();
  });
});
