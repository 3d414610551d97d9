import { expect } from 'chai';
import type { DrmSystem } from '../../../src/media/index.js';
import { fakeFairPlay } from '../../support/fair-play.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer } from '../../support/mount-player.js';
import { noKeySystems, unless } from '../../support/known-limits.js';
import { until } from '../../support/until.js';

/** Loads the source with these FairPlay settings, and waits until it plays or has failed. */
async function load(fairPlay: DrmSystem, { refuses = false } = {}) {
  const unhandled: string[] = [];
  const end = new AbortController();
  const note = (event: PromiseRejectionEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    unhandled.push(String(event.reason));
  };
  window.addEventListener('unhandledrejection', note, { capture: true, signal: end.signal });
  const { calls, restore } = await fakeFairPlay('/streams/clear-key/video-240/init.mp4', refuses);
  const at = await mountPlayer(undefined, { drm: { 'com.apple.fps': fairPlay } });
  at.video.autoplay = true;
  at.player.load([{ src: '/streams/fair-play/master.m3u8' }]);
  await until(
    'the video plays or the player failed',
    () => at.video.currentTime > 0.5 || at.player.state.current.source.status === 'failed'
  );
  const { status, error } = at.player.state.current.source;
  const { blocked } = at.player.privacy.report();
  at.unmount();
  restore();
  // An unhandled rejection is reported in a later task, so the test waits a frame.
  await new Promise(requestAnimationFrame);
  end.abort();
  return { status, code: error?.code, unhandled, calls, blocked: blocked.map(({ origin, kind }) => [origin, kind]) };
}

describe('FairPlay, faked as in Safari', () => {
  expectNoThirdPartyRequests();
  const it = unless(noKeySystems);

  it('plays with a certificate and a licence of the publisher’s servers', async () => {
    const { status, calls } = await load({ certificateUrl: '/streams/certificate', licenseUrl: '/streams/license' });
    expect(status).to.equal('ready');
    expect(calls).to.deep.equal(['com.apple.fps', 'certificate: a certificate', 'request sinf', 'licence']);
  });

  it('canary: requests no licence and fails without a certificate', async () => {
    const { status, calls } = await load({ licenseUrl: '/streams/license' });
    expect(status).to.equal('failed');
    expect(calls).not.to.include('licence');
  });

  for (const name of ['certificateUrl', 'licenseUrl'])
    it(`fails and sends no request when the host of ${name} is not allowed`, async () => {
      const own = { certificateUrl: '/streams/certificate', licenseUrl: '/streams/license' };
      const { status, unhandled, blocked } = await load({ ...own, [name]: 'https://keys.elsewhere.test/' });
      expect(unhandled).to.deep.equal([]);
      expect(status).to.equal('failed');
      expect(blocked).to.deep.include(['https://keys.elsewhere.test', 'license']);
    });

  it('fails with engine/failed when the certificate is missing on its server', async () => {
    const { status, code, unhandled } = await load({ certificateUrl: '/streams/none', licenseUrl: '/streams/license' });
    expect({ status, code, unhandled }).to.deep.equal({ status: 'failed', code: 'engine/failed', unhandled: [] });
  });

  it('fails with engine/failed when the key system rejects the certificate', async () => {
    const own = { certificateUrl: '/streams/certificate', licenseUrl: '/streams/license' };
    const { status, code, unhandled } = await load(own, { refuses: true });
    expect({ status, code, unhandled }).to.deep.equal({ status: 'failed', code: 'engine/failed', unhandled: [] });
  });
});
