import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../../support/mount-player.js';
import { until } from '../../../support/until.js';
import { expectToFail, expectToPlayOn, faultyUrl } from './faults.js';

/** The plans with a fault in the first response, with the code of the error. */
const failuresAtStart = {
  'not-found': 'source/not-found',
  gone: 'source/not-found',
  forbidden: 'source/not-authorised',
  busy: 'network/http',
  page: 'media/not-media',
  'redirect-loop': 'policy/blocked',
  empty: 'network/http',
  noise: 'media/unsupported-codec',
  // The only cluster of the file is cut off, so nothing can be read.
  'cut-off-webm': 'media/decode'
} as const;

/** The plans with faults after which the file plays on; `faults.wide.browser.test.ts` has further plans. */
const survivedPlans = ['reset', 'stopped-response', 'page-later'];

/** The plans with a permanent fault after three seconds, with the code of the error. */
const failuresLater = { 'missing-later': 'source/not-found', changed: 'media/not-media' } as const;

describe('a file from a faulty server', () => {
  let mounted: MountedPlayer;
  beforeEach(async () => void (mounted = await mountPlayer(undefined, { guardFiles: true })));
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  for (const [plan, code] of Object.entries(failuresAtStart)) it(`fails with ${code}: ${plan}`, () => expectToFail(mounted, plan, code));

  for (const plan of survivedPlans) it(`plays on through the guard: ${plan}`, () => expectToPlayOn(mounted, plan));

  for (const [plan, code] of Object.entries(failuresLater))
    it(`fails with ${code} during playback: ${plan}`, () => expectToFail(mounted, plan, code));

  it('plays the half that exists, and then fails with media/decode', async () => {
    await mounted.play(faultyUrl('cut-off'));
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

  it('fails with media/decode after a seek to the half that is missing', async () => {
    await mounted.play(faultyUrl('cut-off'));
    mounted.video.currentTime = mounted.video.duration * 0.8;
    await until('the player failed', () => mounted.player.state.current.source.status === 'failed');
    expect(mounted.player.state.current.source.error?.code).to.equal('media/decode');
  });
});
