import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../../support/mount-player.js';
import { until } from '../../../support/until.js';
import { expectToFail, expectToPlayOn, faulty } from './faults.js';

/** Faults of the first response, with the code of the error. */
const refused = {
  'not-found': 'source/not-found',
  gone: 'source/not-found',
  forbidden: 'source/not-authorised',
  busy: 'network/http',
  page: 'media/not-media',
  'redirect-loop': 'policy/blocked',
  empty: 'network/http',
  noise: 'media/unsupported-codec',
  // Its only cluster is cut off, so that nothing can be read.
  'cut-off-webm': 'media/decode'
} as const;

/** Faults after which the file plays on; `faults.wide.browser.test.ts` has further ones. */
const survived = ['reset', 'stopped-response', 'page-later', 'outage'];

/** Faults after three seconds that no request repairs, with the code of the error. */
const lost = { 'missing-later': 'source/not-found', changed: 'media/not-media' } as const;

describe('a file from a server that fails', () => {
  let mounted: MountedPlayer;
  beforeEach(async () => void (mounted = await mountPlayer(undefined, { guardFiles: true })));
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  for (const [plan, code] of Object.entries(refused)) it(`fails with ${code}: ${plan}`, () => expectToFail(mounted, plan, code));

  for (const plan of survived) it(`plays on through the guard: ${plan}`, () => expectToPlayOn(mounted, plan));

  for (const [plan, code] of Object.entries(lost)) it(`fails with ${code} in the middle: ${plan}`, () => expectToFail(mounted, plan, code));

  it('plays the half that there is, and then says that the file is damaged', async () => {
    await mounted.play(faulty('cut-off'));
    const { duration } = mounted.video;
    let played = 0;
    mounted.video.addEventListener('timeupdate', () => (played = Math.max(played, mounted.video.currentTime)));
    mounted.video.playbackRate = 4;
    await until('the player failed', () => mounted.player.state.current.source.status === 'failed');
    const { error } = mounted.player.state.current.source;
    expect(error?.code).to.equal('media/decode');
    expect(error?.message).to.match(/^The file ends too early: it contains \d+ of \d+ seconds\.$/);
    expect(played / duration).to.be.within(0.3, 0.7);
  });

  it('says that the file is damaged after a seek to the part that is missing', async () => {
    await mounted.play(faulty('cut-off'));
    mounted.video.currentTime = mounted.video.duration * 0.8;
    await until('the player failed', () => mounted.player.state.current.source.status === 'failed');
    expect(mounted.player.state.current.source.error?.code).to.equal('media/decode');
  });
});
