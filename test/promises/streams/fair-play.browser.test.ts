import { expect } from 'chai';
import type { DrmSystem } from '../../../src/media/index.js';
import { fakeFairPlay } from '../../support/fair-play.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer } from '../../support/mount-player.js';
import { noKeySystems, unless } from '../../support/known-limits.js';
import { until } from '../../support/until.js';

/** Loads the FairPlay stream with the settings `fairPlay`, and waits until it plays or has failed. */
async function load(fairPlay: DrmSystem, { refusesCertificates = false } = {}) {
  const unhandled: string[] = [];
  const endOfTest = new AbortController();
  const recordRejection = (event: PromiseRejectionEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    unhandled.push(String(event.reason));
  };
  window.addEventListener('unhandledrejection', recordRejection, { capture: true, signal: endOfTest.signal });
  const { calls, restore } = await fakeFairPlay('/streams/clear-key/video-240/init.mp4', refusesCertificates);
  const mounted = await mountPlayer(undefined, { drm: { 'com.apple.fps': fairPlay } });
  mounted.video.autoplay = true;
  mounted.player.load([{ src: '/streams/fair-play/master.m3u8' }]);
  await until(
    'the video plays or the player failed',
    () => mounted.video.currentTime > 0.5 || mounted.player.state.current.source.status === 'failed'
  );
  const { status, error } = mounted.player.state.current.source;
  const { blocked } = mounted.player.privacy.report();
  mounted.unmount();
  restore();
  // An unhandled rejection is reported in a later task, so the test waits a frame.
  await new Promise(requestAnimationFrame);
  endOfTest.abort();
  return { status, code: error?.code, unhandled, calls, blocked: blocked.map(({ origin, kind }) => [origin, kind]) };
}

describe('simulated FairPlay', () => {
  expectNoThirdPartyRequests();
  const it = unless(noKeySystems);

  it('plays with a certificate and a licence from the publisher’s servers', async () => {
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
      const ownServers = { certificateUrl: '/streams/certificate', licenseUrl: '/streams/license' };
      const { status, unhandled, blocked } = await load({ ...ownServers, [name]: 'https://keys.elsewhere.test/' });
      expect(unhandled).to.deep.equal([]);
      expect(status).to.equal('failed');
      expect(blocked).to.deep.include(['https://keys.elsewhere.test', 'license']);
    });

  it('fails with engine/failed when the certificate is missing on its server', async () => {
    const { status, code, unhandled } = await load({ certificateUrl: '/streams/none', licenseUrl: '/streams/license' });
    expect({ status, code, unhandled }).to.deep.equal({ status: 'failed', code: 'engine/failed', unhandled: [] });
  });

  it('fails with engine/failed when the key system rejects the certificate', async () => {
    const ownServers = { certificateUrl: '/streams/certificate', licenseUrl: '/streams/license' };
    const { status, code, unhandled } = await load(ownServers, { refusesCertificates: true });
    expect({ status, code, unhandled }).to.deep.equal({ status: 'failed', code: 'engine/failed', unhandled: [] });
  });
});
