import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../../support/third-party-requests.js';
import { noAutoplayBeforeGap, unless } from '../../../support/known-limits.js';
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

  /** Loads the file and requests playback, as the viewer does. */
  async function play(plan: string): Promise<void> {
    mounted.player.load([{ src: faultyUrl(plan) }]);
    await mounted.player.playback.play();
    await until('it plays', () => mounted.video.currentTime > 0);
  }

  for (const [plan, bytes] of [
    ['damaged', 'noise'],
    ['hole', 'zeros']
  ] as const)
    it(`plays on after the damage, through the guard: ${bytes}`, async () => {
      await play(plan);
      await expectToContinue();
    });

  unless(noAutoplayBeforeGap)('begins to play by itself although media soon after its start are damaged', () =>
    mounted.play(faultyUrl('damaged'))
  );

  it('plays after the damage when the viewer seeks into it', async () => {
    await play('damaged');
    mounted.player.time.seek(damage.start + 1);
    await expectToContinue();
  });
});
