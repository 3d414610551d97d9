import { expect } from 'chai';
import { mountPlayer, type MountedPlayer } from '../../../support/mount-player.js';
import { expectNoThirdPartyRequests } from '../../../support/third-party-requests.js';
import { until } from '../../../support/until.js';

/** Calls back after an append that makes a position playable, before dash.js knows of it; returns the function that ends this. */
function onAppended(seconds: number, then: () => void): () => void {
  const { appendBuffer } = SourceBuffer.prototype;
  SourceBuffer.prototype.appendBuffer = function (bytes) {
    const check = () => {
      const { buffered } = this;
      for (let index = 0; index < buffered.length; index++) {
        if (buffered.start(index) <= seconds && seconds < buffered.end(index)) return then();
      }
    };
    this.addEventListener('update', check, { once: true });
    appendBuffer.call(this, bytes);
  };
  return () => void (SourceBuffer.prototype.appendBuffer = appendBuffer);
}

describe('a seek in dash.js', () => {
  let mounted: MountedPlayer;
  let end = () => undefined as void;
  afterEach(() => {
    end();
    mounted.unmount();
  });
  expectNoThirdPartyRequests();

  it('that replaces another at the moment when its data has arrived is not undone', async () => {
    mounted = await mountPlayer();
    await mounted.play('/streams/wvtt/manifest.mpd');
    mounted.player.playback.pause();
    mounted.player.time.seek(2);
    await until('it is paused there', () => mounted.video.paused && !mounted.video.seeking);
    let replaced = false;
    end = onAppended(50, () => {
      if (replaced) return;
      replaced = true;
      mounted.player.time.seek(2);
    });
    mounted.player.time.seek(50);
    await until('the data has arrived', () => replaced);
    await until('it has arrived', () => !mounted.video.seeking && mounted.video.readyState >= 2);
    expect(mounted.video.currentTime).to.be.closeTo(2, 0.1);
  });
});
