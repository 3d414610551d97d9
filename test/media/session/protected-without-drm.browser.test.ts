import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { noKeySystems, unless } from '../../support/known-limits.js';
import { until } from '../../support/until.js';

describe('a player without the drm setting', () => {
  expectNoThirdPartyRequests();
  let mounted: MountedPlayer;
  beforeEach(async () => void (mounted = await mountPlayer()));
  afterEach(() => mounted.unmount());

  const load = (...paths: readonly string[]) => {
    mounted.video.autoplay = true;
    mounted.player.load(paths.map((src) => ({ src })));
  };
  const error = () => mounted.player.state.current.source.error;

  for (const [protectedPart, name] of [
    ['an HLS playlist with FairPlay for a later part', 'skd-later.m3u8'],
    ['an HLS playlist with Widevine', 'widevine.m3u8'],
    ['an HLS playlist with a session key', 'session-key.m3u8'],
    ['an adaptation set with ContentProtection', 'set.mpd'],
    ['a representation with ContentProtection', 'representation.mpd'],
    ['a later period with ContentProtection', 'later.mpd']
  ] as const)
    it(`fails with drm/required before playback: ${protectedPart}`, async () => {
      load(`/streams/protected/${name}`);
      await until('the player failed', () => error() !== null);
      expect(error()).to.include({ code: 'drm/required', retryable: false });
      expect(mounted.video.currentTime).to.equal(0);
    });

  for (const name of ['undeclared.m3u8', 'undeclared.mpd'])
    unless(noKeySystems)(`fails with drm/required when only the segments say that they are encrypted: ${name}`, async () => {
      load(`/streams/protected/${name}`);
      await until('the player failed', () => error() !== null);
      expect(error()).to.include({ code: 'drm/required' });
    });

  it('plays the next source when the first one is protected', async () => {
    load('/streams/protected/widevine.m3u8', '/media/cmaf/master.m3u8');
    await until('the video plays', () => mounted.video.currentTime > 0.3);
  });

  it('plays the adaptation set that is not protected', async () => {
    load('/streams/protected/either.mpd');
    await until('the video plays', () => mounted.video.currentTime > 0.3);
  });

  it('canary: plays segments that are encrypted as a whole, which need no key system', async () => {
    load('/streams/aes-128/video.m3u8');
    await until('the video plays', () => mounted.video.currentTime > 0.3);
  });
});
