import { expect } from 'chai';
import type { DrmSystems } from '../../../src/media/index.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer } from '../../support/mount-player.js';
import { noHlsKeys, noKeySystems, unless, type SkipReason } from '../../support/known-limits.js';
import { until } from '../../support/until.js';

const keys = { '00112233445566778899aabbccddeeff': 'ffeeddccbbaa99887766554433221100' };
const sources = ['/streams/clear-key/master.m3u8', '/streams/clear-key/manifest.mpd'];

/** Key systems requested from the browser, recorded in `requestMediaKeySystemAccess`. */
let requested: string[] = [];
const { requestMediaKeySystemAccess } = Navigator.prototype;

/** Firefox decodes media decrypted with a wrong key and shows noise, which dash.js treats as playback. */
const playsNoise = (src: string): SkipReason => navigator.userAgent.includes('Firefox') && src.endsWith('.mpd') && 'Firefox plays the noise';

/** Loads a source and waits until it plays, or has failed. */
async function load(src: string, drm?: DrmSystems) {
  const at = await mountPlayer(undefined, { drm });
  at.video.autoplay = true;
  at.player.load([{ src }]);
  await until(
    'the video plays or the player failed',
    () => at.video.currentTime > 0.3 || at.player.state.current.source.status === 'failed'
  );
  const { status, error } = at.player.state.current.source;
  const { blocked, capabilityQueries } = at.player.privacy.report();
  const counted = capabilityQueries.find(({ api }) => api === 'requestMediaKeySystemAccess')?.count ?? 0;
  at.unmount();
  return { status, code: error?.code, blocked, counted };
}

describe('key systems', () => {
  expectNoThirdPartyRequests();
  const itWithKeys = unless(noKeySystems);
  before(() => {
    if (noKeySystems) return;
    Navigator.prototype.requestMediaKeySystemAccess = function (name, configurations) {
      requested.push(name);
      return requestMediaKeySystemAccess.call(this, name, configurations);
    };
  });
  beforeEach(() => void (requested = []));
  after(() => void (noKeySystems || (Navigator.prototype.requestMediaKeySystemAccess = requestMediaKeySystemAccess)));

  for (const src of sources) {
    it(`are not requested unless the page sets drm: ${src}`, async () => {
      const { status, counted } = await load(src);
      expect([requested, counted]).to.deep.equal([[], 0]);
      expect(status).to.equal('failed');
    });

    unless(src.endsWith('.m3u8') ? noHlsKeys : noKeySystems)(`canary: are requested when the page sets drm: ${src}`, async () => {
      const { status, code, counted } = await load(src, { 'org.w3.clearkey': { keys } });
      expect([status, code]).to.deep.equal(['ready', undefined]);
      expect(requested).to.include('org.w3.clearkey');
      // The privacy report counts what the page could observe.
      expect(counted).to.equal(requested.length);
    });

    itWithKeys(`send no licence request to a host that is not allowed: ${src}`, async () => {
      const { status, blocked } = await load(src, { 'org.w3.clearkey': { licenseUrl: 'https://licence.elsewhere.test/' } });
      expect(status).to.equal('failed');
      expect(blocked.map(({ origin, kind }) => [origin, kind])).to.deep.include(['https://licence.elsewhere.test', 'license']);
    });
  }

  for (const [first, then] of [sources, sources.toReversed()] as const) {
    unless(noHlsKeys)(`do not keep the keys of one source for the next: ${then} after ${first}`, async () => {
      const settings: { drm?: DrmSystems | undefined } = { drm: { 'org.w3.clearkey': { keys } } };
      const at = await mountPlayer(undefined, settings);
      const { state } = at.player;
      await at.play(first!);
      settings.drm = undefined;
      at.player.load([{ src: then! }]);
      await until('the player failed', () => state.current.source.status === 'failed');
      expect(at.video.mediaKeys).to.equal(null);
      settings.drm = { 'org.w3.clearkey': { keys } };
      await at.play(then!);
      at.unmount();
    });
  }

  for (const src of sources) {
    itWithKeys(`do not pass the error of a source without a licence on to the next: ${src}`, async () => {
      const settings: { drm?: DrmSystems | undefined } = { drm: { 'org.w3.clearkey': { licenseUrl: '/streams/none' } } };
      const at = await mountPlayer(undefined, settings);
      at.video.autoplay = true;
      const { state } = at.player;
      const fails = () => until('the player failed', () => state.current.source.status === 'failed');
      at.player.load([{ src }]);
      await fails();
      settings.drm = undefined;
      at.player.load([{ src }]);
      await until('the source loads again', () => state.current.source.status === 'loading');
      await fails();
      at.unmount();
    });
  }

  it('are not requested for unencrypted sources', async () => {
    for (const src of ['/media/cmaf/master.m3u8', '/media/cmaf/manifest.mpd', '/media/film.mp4']) await load(src);
    expect(requested).to.deep.equal([]);
  });

  // Last, because Firefox keeps a wrong key for its id in later tests.
  for (const src of sources) {
    unless(noKeySystems || playsNoise(src))(`fail with a wrong key: ${src}`, async () => {
      const wrong = Object.fromEntries(Object.keys(keys).map((id) => [id, '0'.repeat(32)]));
      expect((await load(src, { 'org.w3.clearkey': { keys: wrong } })).status).to.equal('failed');
    });
  }
});
