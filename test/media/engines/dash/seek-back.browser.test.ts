import { expect } from 'chai';
import { mountPlayer, type MountedPlayer } from '../../../support/mount-player.js';
import { expectNoThirdPartyRequests } from '../../../support/third-party-requests.js';
import { until } from '../../../support/until.js';

/** Calls back after each append that buffers a position, before dash.js knows of it; returns the function that restores `appendBuffer`. */
function onEachBuffered(seconds: number, callback: () => void): () => void {
  const { appendBuffer } = SourceBuffer.prototype;
  let isRestored = false;
  SourceBuffer.prototype.appendBuffer = function (bytes) {
    const check = () => {
      // An append may end after the player has been removed, whose buffers cannot be read any more.
      if (isRestored) return;
      const { buffered } = this;
      for (let index = 0; index < buffered.length; index++) {
        if (buffered.start(index) <= seconds && seconds < buffered.end(index)) return callback();
      }
    };
    this.addEventListener('update', check, { once: true });
    appendBuffer.call(this, bytes);
  };
  return () => {
    isRestored = true;
    SourceBuffer.prototype.appendBuffer = appendBuffer;
  };
}

describe('a seek in dash.js', () => {
  let mounted: MountedPlayer;
  let restoreAppendBuffer = () => undefined as void;
  afterEach(() => {
    restoreAppendBuffer();
    mounted.unmount();
  });
  expectNoThirdPartyRequests();

  it('keeps its target when it replaces a seek whose data has just arrived', async () => {
    mounted = await mountPlayer();
    await mounted.play('/streams/wvtt/manifest.mpd');
    mounted.player.playback.pause();
    mounted.player.time.seek(2);
    await until('the video is paused at 2 s', () => mounted.video.paused && !mounted.video.seeking);
    let replaced = false;
    restoreAppendBuffer = onEachBuffered(50, () => {
      if (replaced) return;
      replaced = true;
      mounted.player.time.seek(2);
    });
    mounted.player.time.seek(50);
    await until('the data at 50 s has arrived', () => replaced);
    await until('the seek has ended', () => !mounted.video.seeking && mounted.video.readyState >= 2);
    expect(mounted.video.currentTime).to.be.closeTo(2, 0.1);
  });
});
