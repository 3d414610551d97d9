import { expect } from 'chai';
import type { DrmSystem } from '../../src/media/index.js';
import { bringFairPlay } from '../support/fair-play.js';
import { staySilent } from '../support/second-origin.js';
import { stage } from '../support/stage.js';
import { noKeySystems, unless } from '../support/unless.js';
import { until } from '../support/until.js';

/** Loads the film with FairPlay set like this, and waits until it plays or has failed. */
async function load(fairPlay: DrmSystem, { refuses = false } = {}) {
  const unhandled: string[] = [];
  const end = new AbortController();
  const note = (event: PromiseRejectionEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    unhandled.push(String(event.reason));
  };
  window.addEventListener('unhandledrejection', note, { capture: true, signal: end.signal });
  const { asked, leave } = await bringFairPlay('/streams/clear-key/video-240/init.mp4', refuses);
  const at = await stage(undefined, { drm: { 'com.apple.fps': fairPlay } });
  at.video.autoplay = true;
  at.player.load([{ src: '/streams/fair-play/master.m3u8' }]);
  await until('it plays or fails', () => at.video.currentTime > 0.5 || at.player.state.current.error.status === 'failed');
  const { status, error } = at.player.state.current.error;
  const { blocked } = at.player.privacy.report();
  at.leave();
  leave();
  // A rejection is told in a task of its own, which a frame lets pass.
  await new Promise(requestAnimationFrame);
  end.abort();
  return { status, code: error?.code, unhandled, asked, blocked: blocked.map(({ origin, kind }) => [origin, kind]) };
}

describe('FairPlay, as Safari has it (a fake)', () => {
  staySilent();
  const it = unless(noKeySystems);

  it('plays with a certificate and a licence of the publisher’s servers', async () => {
    const { status, asked } = await load({ certificateUrl: '/streams/certificate', licenseUrl: '/streams/license' });
    expect(status).to.equal('ready');
    expect(asked).to.deep.equal(['com.apple.fps', 'certificate: a certificate', 'request sinf', 'licence']);
  });

  it('canary: without the certificate nothing is asked for, and it fails', async () => {
    const { status, asked } = await load({ licenseUrl: '/streams/license' });
    expect(status).to.equal('failed');
    expect(asked).not.to.include('licence');
  });

  for (const name of ['certificateUrl', 'licenseUrl'])
    it(`a server that is not allowed is not asked: ${name}`, async () => {
      const own = { certificateUrl: '/streams/certificate', licenseUrl: '/streams/license' };
      const { status, unhandled, blocked } = await load({ ...own, [name]: 'https://keys.elsewhere.test/' });
      expect(unhandled).to.deep.equal([]);
      expect(status).to.equal('failed');
      expect(blocked).to.deep.include(['https://keys.elsewhere.test', 'license']);
    });

  it('a certificate that its server does not have ends in a plain error', async () => {
    const { status, code, unhandled } = await load({ certificateUrl: '/streams/none', licenseUrl: '/streams/license' });
    expect({ status, code, unhandled }).to.deep.equal({ status: 'failed', code: 'engine/failed', unhandled: [] });
  });

  it('a certificate that the key system refuses ends in a plain error', async () => {
    const own = { certificateUrl: '/streams/certificate', licenseUrl: '/streams/license' };
    const { status, code, unhandled } = await load(own, { refuses: true });
    expect({ status, code, unhandled }).to.deep.equal({ status: 'failed', code: 'engine/failed', unhandled: [] });
  });
});
