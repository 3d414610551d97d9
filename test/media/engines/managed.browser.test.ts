import { expect } from 'chai';
import { simulateManagedMediaSource, type ManagedMediaSourceControls } from '../../support/managed-media-source.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

const engines = [
  { engine: 'hls.js', src: '/media/cmaf/master.m3u8' },
  { engine: 'dash.js', src: '/media/cmaf/manifest.mpd' }
];

for (const { engine, src } of engines) {
  describe(`a player on a fake Managed Media Source, as on an iPhone: ${engine}`, () => {
    expectNoThirdPartyRequests();
    let managed: ManagedMediaSourceControls;
    let mounted: MountedPlayer;
    beforeEach(async () => {
      managed = simulateManagedMediaSource();
      mounted = await mountPlayer();
    });
    afterEach(() => {
      mounted.unmount();
      managed.restore();
    });

    it('plays with remote playback disabled, which the source requires to open', async () => {
      await mounted.play(src);
      expect(mounted.player.session.engineName).to.equal(engine);
      expect(managed.source?.readyState).to.be.oneOf(['open', 'ended']);
      expect(mounted.video.disableRemotePlayback).to.equal(true);
      const positionBefore = mounted.video.currentTime;
      await until('a second has passed', () => mounted.video.currentTime > positionBefore + 1);
    });

    it('continues after the browser ended streaming and started it again', async () => {
      await mounted.play(src);
      managed.setStreaming(false);
      mounted.player.time.seek(40);
      managed.setStreaming(true);
      await until('the video plays from 40 s', () => !mounted.video.seeking && mounted.video.currentTime > 40.5);
    });

    it('fetches a segment again after the browser evicted it', async () => {
      await mounted.play(src);
      mounted.player.time.seek(30);
      await until('the video plays from 30 s', () => !mounted.video.seeking && mounted.video.currentTime > 30.5);
      await managed.evict(0, 20);
      mounted.player.time.seek(1);
      await until(
        'the video plays from 1 s',
        () => !mounted.video.seeking && mounted.video.currentTime > 1.5 && mounted.video.currentTime < 10
      );
      expect(mounted.player.state.current.source.status).to.equal('ready');
    });
  });
}

describe('the fake Managed Media Source', () => {
  it('canary: does not open when the video allows remote playback', async () => {
    const managed = simulateManagedMediaSource();
    const { ManagedMediaSource } = globalThis as unknown as { ManagedMediaSource: typeof MediaSource };
    const source = new ManagedMediaSource();
    const video = document.createElement('video');
    document.body.append(video);
    let opened = false;
    source.addEventListener('sourceopen', () => (opened = true));
    video.src = URL.createObjectURL(source);
    await until('the browser’s own source is open', () => source.readyState === 'open');
    await new Promise(requestAnimationFrame);
    expect(opened).to.equal(false);
    video.remove();
    managed.restore();
  });
});
