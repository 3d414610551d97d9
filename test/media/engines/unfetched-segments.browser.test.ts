import { expect } from 'chai';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';

/** Returns the end in seconds of the buffered range that contains a position; NaN if none does. */
function bufferedUntil({ buffered }: HTMLVideoElement, position: number): number {
  for (let index = 0; index < buffered.length; index++)
    if (buffered.start(index) <= position && position <= buffered.end(index)) return buffered.end(index);
  return NaN;
}

for (const [engine, src] of [
  ['dash.js', '/streams/wvtt/manifest.mpd'],
  ['hls.js', '/media/cmaf/master.m3u8'],
  ['file', '/media/film.mp4']
] as const) {
  describe(`a seek back to what is buffered before segments that were never fetched: ${engine}`, () => {
    let mounted: MountedPlayer;
    /** The end of what was buffered before the first seek, in seconds. */
    let firstEnd: number;
    /** A position that stays buffered after the first seek. */
    let buffered: number;
    const seek = async (position: number): Promise<void> => {
      mounted.player.time.seek(position);
      await mounted.until(`a seek to ${position} s has ended`, () => !mounted.video.seeking && mounted.video.readyState >= 2);
    };
    beforeEach(async () => {
      performance.clearResourceTimings();
      mounted = await mountPlayer();
      await mounted.play(src);
      mounted.player.playback.pause();
      await mounted.until('ten seconds are buffered', () => bufferedUntil(mounted.video, mounted.video.currentTime) > 10);
      firstEnd = bufferedUntil(mounted.video, mounted.video.currentTime);
      buffered = firstEnd - 4;
    });
    afterEach(() => mounted.unmount());
    expectNoThirdPartyRequests();

    it('ends at the last position before them while the video is paused', async () => {
      await seek(firstEnd + 7);
      const { video } = mounted;
      expect(bufferedUntil(video, buffered)).to.be.lessThan(firstEnd + 7);
      await seek(bufferedUntil(video, buffered));
    });

    it('fetches them', async () => {
      await seek(firstEnd + 7);
      await seek(buffered);
      await mounted.until('the segments are fetched', () => bufferedUntil(mounted.video, buffered) > firstEnd + 4);
    });

    it('fetches them when it replaces a seek whose segment has not arrived', async () => {
      mounted.player.time.seek(firstEnd + 7);
      await new Promise((resolve) => mounted.video.addEventListener('seeking', resolve, { once: true }));
      await seek(buffered);
      await mounted.until('the segments are fetched', () => bufferedUntil(mounted.video, buffered) > firstEnd + 4);
    });

    // A file is one URL.
    if (engine !== 'file')
      it('canary: does not fetch what is buffered again when nothing is missing', async () => {
        await mounted.until('more is buffered', () => bufferedUntil(mounted.video, buffered) > firstEnd);
        for (const position of [buffered, 1, firstEnd, buffered - 1]) await seek(position);
        const end = bufferedUntil(mounted.video, buffered);
        expect(end).to.be.at.least(firstEnd);
        const urls = performance.getEntriesByType('resource').map(({ name }) => name);
        const segments = urls.filter((url) => /\.(m4s|mp4|ts)$/.test(url));
        expect(segments.length).to.be.greaterThan(4);
        expect(segments.filter((url, index) => segments.indexOf(url) !== index)).to.deep.equal([]);
      });
  });
}
