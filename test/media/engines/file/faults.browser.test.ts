import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../../support/mount-player.js';
import { until } from '../../../support/until.js';

let runs = 0;
const faulty = (plan: string) => `/streams/faulty/${plan}/${Date.now()}-${runs++}/film.mp4`;

/** Faults of the first response, with the code of the error. */
const refused = {
  'not-found': 'source/not-found',
  gone: 'source/not-found',
  forbidden: 'source/not-authorised',
  busy: 'network/http',
  page: 'media/not-media',
  hang: 'network/timeout',
  'redirect-loop': 'policy/blocked',
  empty: 'network/http',
  noise: 'media/unsupported-codec',
  // Its only cluster is cut off, so that nothing can be read.
  'cut-off-webm': 'media/decode'
} as const;

/** Faults after which the file plays on. */
const survived = [
  'busy-at-first',
  'wrong-type',
  'reset-in-the-index',
  'reset',
  'short-response',
  'stopped-response',
  'busy-later',
  'refused-later',
  'page-later',
  'outage',
  'refused-for-8-s',
  'page-for-8-s',
  'slow-for-10-s'
] as const;

/** Faults after three seconds that no request repairs, with the code of the error. */
const lost = { 'missing-later': 'source/not-found', changed: 'media/not-media' } as const;

describe('a file from a server that fails', () => {
  let at: MountedPlayer;
  beforeEach(async () => void (at = await mountPlayer(undefined, { guardFiles: true })));
  afterEach(() => at.unmount());
  expectNoThirdPartyRequests();

  const error = () => at.player.state.current.source;

  for (const [plan, code] of Object.entries(refused))
    it(`fails with ${code}: ${plan}`, async () => {
      at.video.autoplay = true;
      at.player.load([{ src: faulty(plan) }]);
      await until('the player failed', () => error().status === 'failed');
      expect(error().error?.code).to.equal(code);
    });

  for (const plan of survived)
    it(`plays on through the guard: ${plan}`, async () => {
      await at.play(faulty(plan));
      await until('it plays beyond the fault', () => at.video.currentTime > 5 || error().status === 'failed');
      expect(error().error?.message).to.equal(undefined);
      expect(at.player.session.engineName).to.equal('file');
      await at.untilFrameMatchesClock();
    });

  for (const [plan, code] of Object.entries(lost))
    it(`fails with ${code} in the middle: ${plan}`, async () => {
      at.video.autoplay = true;
      at.player.load([{ src: faulty(plan) }]);
      await until('the player failed', () => error().status === 'failed');
      expect(error().error?.code).to.equal(code);
    });

  it('plays the half that there is, and then says that the file is damaged', async () => {
    await at.play(faulty('cut-off'));
    const { duration } = at.video;
    let played = 0;
    at.video.addEventListener('timeupdate', () => (played = Math.max(played, at.video.currentTime)));
    at.video.playbackRate = 4;
    await until('the player failed', () => error().status === 'failed');
    expect(error().error?.code).to.equal('media/decode');
    expect(error().error?.message).to.match(/^The file ends too early: it contains \d+ of \d+ seconds\.$/);
    expect(played / duration).to.be.within(0.3, 0.7);
  });

  it('says that the file is damaged after a seek to the part that is missing', async () => {
    await at.play(faulty('cut-off'));
    at.video.currentTime = at.video.duration * 0.8;
    await until('the player failed', () => error().status === 'failed');
    expect(error().error?.code).to.equal('media/decode');
  });
});
