import { expect } from 'chai';
import type { DrmSystems } from '../../../src/media/index.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer } from '../../support/mount-player.js';
import { noHlsKeys, noKeySystems, unless, type SkipReason } from '../../support/known-limits.js';
import { until } from '../../support/until.js';

const keys = { '00112233445566778899aabbccddeeff': 'ffeeddccbbaa99887766554433221100' };
const sources = ['/streams/clear-key/master.m3u8', '/streams/clear-key/manifest.mpd'];

/** The key systems that were requested from the browser, as recorded by the replaced `requestMediaKeySystemAccess`. */
let requestedSystems: string[] = [];
const { requestMediaKeySystemAccess } = Navigator.prototype;

/** Firefox decodes media that a wrong key has decrypted, and shows noise, which dash.js takes for playback. */
const wrongKeySkipReason = (src: string): SkipReason =>
  navigator.userAgent.includes('Firefox') && src.endsWith('.mpd') && 'Firefox plays the noise';

/** Loads a source and waits until it plays, or has failed. */
async function load(src: string, drm?: DrmSystems) {
  const mounted = await mountPlayer(undefined, { drm });
  mounted.video.autoplay = true;
  mounted.player.load([{ src }]);
  await until(
    'the video plays or the player failed',
    () => mounted.video.currentTime > 0.3 || mounted.player.state.current.source.status === 'failed'
  );
  const { status, error } = mounted.player.state.current.source;
  const { blocked, capabilityQueries } = mounted.player.privacy.report();
  const countInReport = capabilityQueries.find(({ api }) => api === 'requestMediaKeySystemAccess')?.count ?? 0;
  mounted.unmount();
  return { status, code: error?.code, blocked, countInReport };
}

describe('key systems', () => {
  expectNoThirdPartyRequests();
  const itWithKeys = unless(noKeySystems);
  before(() => {
    if (noKeySystems) return;
    Navigator.prototype.requestMediaKeySystemAccess = function (name, configurations) {
      requestedSystems.push(name);
      return requestMediaKeySystemAccess.call(this, name, configurations);
    };
  });
  beforeEach(() => void (requestedSystems = []));
  after(() => void (noKeySystems || (Navigator.prototype.requestMediaKeySystemAccess = requestMediaKeySystemAccess)));

  for (const src of sources) {
    it(`are not requested for ${src} unless the page sets drm`, async () => {
      const { status, countInReport } = await load(src);
      expect([requestedSystems, countInReport]).to.deep.equal([[], 0]);
      expect(status).to.equal('failed');
    });

    unless(src.endsWith('.m3u8') ? noHlsKeys : noKeySystems)(`canary: are requested for ${src} when the page sets drm`, async () => {
      const { status, code, countInReport } = await load(src, { 'org.w3.clearkey': { keys } });
      expect([status, code]).to.deep.equal(['ready', undefined]);
      expect(requestedSystems).to.include('org.w3.clearkey');
      // The privacy report counts every request, as the page could.
      expect(countInReport).to.equal(requestedSystems.length);
    });

    itWithKeys(`send no licence request for ${src} to a host that is not allowed`, async () => {
      const { status, blocked } = await load(src, { 'org.w3.clearkey': { licenseUrl: 'https://licence.elsewhere.test/' } });
      expect(status).to.equal('failed');
      expect(blocked.map(({ origin, kind }) => [origin, kind])).to.deep.include(['https://licence.elsewhere.test', 'license']);
    });
  }

  for (const [firstSrc, nextSrc] of [sources, sources.toReversed()] as const) {
    unless(noHlsKeys)(`do not keep the keys of ${firstSrc} for the next source, ${nextSrc}`, async () => {
      const settings: { drm?: DrmSystems | undefined } = { drm: { 'org.w3.clearkey': { keys } } };
      const mounted = await mountPlayer(undefined, settings);
      const { state } = mounted.player;
      await mounted.play(firstSrc!);
      settings.drm = undefined;
      mounted.player.load([{ src: nextSrc! }]);
      await until('the player failed', () => state.current.source.status === 'failed');
      expect(mounted.video.mediaKeys).to.equal(null);
      settings.drm = { 'org.w3.clearkey': { keys } };
      await mounted.play(nextSrc!);
      mounted.unmount();
    });
  }

  for (const src of sources) {
    itWithKeys(`do not pass the error of ${src} without a licence on to the next source`, async () => {
      const settings: { drm?: DrmSystems | undefined } = { drm: { 'org.w3.clearkey': { licenseUrl: '/streams/none' } } };
      const mounted = await mountPlayer(undefined, settings);
      mounted.video.autoplay = true;
      const { state } = mounted.player;
      const untilFailed = () => until('the player failed', () => state.current.source.status === 'failed');
      mounted.player.load([{ src }]);
      await untilFailed();
      settings.drm = undefined;
      mounted.player.load([{ src }]);
      await until('the source loads again', () => state.current.source.status === 'loading');
      await untilFailed();
      mounted.unmount();
    });
  }

  it('are not requested for unencrypted sources', async () => {
    for (const src of ['/media/cmaf/master.m3u8', '/media/cmaf/manifest.mpd', '/media/film.mp4']) await load(src);
    expect(requestedSystems).to.deep.equal([]);
  });

  // These tests are the last, because Firefox keeps using a wrong key for its id afterwards.
  for (const src of sources) {
    unless(noKeySystems || wrongKeySkipReason(src))(`do not play ${src} with a wrong key`, async () => {
      const wrongKeys = Object.fromEntries(Object.keys(keys).map((id) => [id, '0'.repeat(32)]));
      expect((await load(src, { 'org.w3.clearkey': { keys: wrongKeys } })).status).to.equal('failed');
    });
  }
});
