import { expect } from 'chai';
import type { DrmSystems } from '../../src/media/index.js';
import { staySilent } from '../support/second-origin.js';
import { stage } from '../support/stage.js';
import { noHlsKeys, noKeySystems, unless, type Reason } from '../support/unless.js';
import { until } from '../support/until.js';

const keys = { '00112233445566778899aabbccddeeff': 'ffeeddccbbaa99887766554433221100' };
const sources = ['/streams/clear-key/master.m3u8', '/streams/clear-key/manifest.mpd'];

/** What the browser was asked for a key system, counted at its own function. */
let asked: string[] = [];
const { requestMediaKeySystemAccess } = Navigator.prototype;

/** Firefox decodes what a wrong key makes of a film, and shows noise; to dash.js that is a film that plays. */
const playsNoise = (src: string): Reason => navigator.userAgent.includes('Firefox') && src.endsWith('.mpd') && 'Firefox plays the noise';

/** Loads a source and waits until it plays, or has failed. */
async function load(src: string, drm?: DrmSystems) {
  const at = await stage(undefined, { drm });
  at.video.autoplay = true;
  at.player.load([{ src }]);
  await until('it plays or fails', () => at.video.currentTime > 0.3 || at.player.state.current.error.status === 'failed');
  const { status, error } = at.player.state.current.error;
  const { blocked } = at.player.privacy.report();
  at.leave();
  return { status, code: error?.code, blocked };
}

describe('key systems', () => {
  staySilent();
  const itAsks = unless(noKeySystems);
  before(() => {
    if (noKeySystems) return;
    Navigator.prototype.requestMediaKeySystemAccess = function (name, configurations) {
      asked.push(name);
      return requestMediaKeySystemAccess.call(this, name, configurations);
    };
  });
  beforeEach(() => void (asked = []));
  after(() => void (noKeySystems || (Navigator.prototype.requestMediaKeySystemAccess = requestMediaKeySystemAccess)));

  for (const src of sources) {
    it(`nobody asks for one unless the page sets drm: ${src}`, async () => {
      const { status } = await load(src);
      expect(asked).to.deep.equal([]);
      expect(status).to.equal('failed');
    });

    unless(src.endsWith('.m3u8') ? noHlsKeys : noKeySystems)(`canary: where it does, the browser is asked: ${src}`, async () => {
      const { status, code } = await load(src, { 'org.w3.clearkey': { keys } });
      expect([status, code]).to.deep.equal(['ready', undefined]);
      expect(asked).to.include('org.w3.clearkey');
    });

    itAsks(`a licence server that is not allowed is not asked: ${src}`, async () => {
      const { status, blocked } = await load(src, { 'org.w3.clearkey': { licenseUrl: 'https://licence.elsewhere.test/' } });
      expect(status).to.equal('failed');
      expect(blocked.map(({ origin, kind }) => [origin, kind])).to.deep.include(['https://licence.elsewhere.test', 'license']);
    });
  }

  for (const [first, then] of [sources, sources.toReversed()] as const) {
    unless(noHlsKeys)(`what one source was given, the next does not find: ${then} after ${first}`, async () => {
      const settings: { drm?: DrmSystems | undefined } = { drm: { 'org.w3.clearkey': { keys } } };
      const at = await stage(undefined, settings);
      const { state } = at.player;
      await at.play(first!);
      settings.drm = undefined;
      at.player.load([{ src: then! }]);
      await until('it says that it cannot', () => state.current.error.status === 'failed');
      expect(at.video.mediaKeys).to.equal(null);
      settings.drm = { 'org.w3.clearkey': { keys } };
      await at.play(then!);
      at.leave();
    });
  }

  for (const src of sources) {
    itAsks(`a source that got no licence leaves the next to its own fate: ${src}`, async () => {
      const settings: { drm?: DrmSystems | undefined } = { drm: { 'org.w3.clearkey': { licenseUrl: '/streams/none' } } };
      const at = await stage(undefined, settings);
      at.video.autoplay = true;
      const { state } = at.player;
      const fails = () => until('it says that it cannot', () => state.current.error.status === 'failed');
      at.player.load([{ src }]);
      await fails();
      settings.drm = undefined;
      at.player.load([{ src }]);
      await until('it begins anew', () => state.current.error.status === 'loading');
      await fails();
      at.leave();
    });
  }

  it('films that need none ask for none', async () => {
    for (const src of ['/media/cmaf/master.m3u8', '/media/cmaf/manifest.mpd', '/media/film.mp4']) await load(src);
    expect(asked).to.deep.equal([]);
  });

  // At the end: Firefox goes on with a wrong key for its id, in whatever comes after.
  for (const src of sources) {
    unless(noKeySystems || playsNoise(src))(`another key opens nothing: ${src}`, async () => {
      const wrong = Object.fromEntries(Object.keys(keys).map((id) => [id, '0'.repeat(32)]));
      expect((await load(src, { 'org.w3.clearkey': { keys: wrong } })).status).to.equal('failed');
    });
  }
});
