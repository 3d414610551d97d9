import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';

const sources = ['/media/cmaf/master.m3u8', '/media/cmaf/manifest.mpd', '/media/film.mp4'];

describe('a seek while recovery starts the source again', () => {
  let mounted: MountedPlayer;
  /** The positions in seconds at which the video played since the restart. Not `played`: Chromium counts up to a position set early. */
  let positions: number[];
  beforeEach(async () => void (mounted = await mountPlayer()));
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  /** Plays the source from 10 s, and starts it again there. */
  async function restart(src: string): Promise<void> {
    await mounted.play(src);
    mounted.player.time.seek(10);
    await mounted.until('the video plays from 10 s', () => mounted.video.currentTime > 10.2 && !mounted.video.seeking);
    mounted.player.session.restartSource();
    positions = [];
    const { video } = mounted;
    expect(video.readyState).to.equal(HTMLMediaElement.HAVE_NOTHING);
    const isPlaying = () => !video.paused && !video.seeking && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
    video.addEventListener('timeupdate', () => isPlaying() && positions.push(video.currentTime));
  }

  /** Waits until the video plays from a position in seconds, and no longer from its position before the restart. */
  async function untilPlaysFrom(seconds: number): Promise<void> {
    const { video } = mounted;
    const plays = () => video.currentTime > seconds + 0.5 && !video.seeking && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
    await mounted.until(`the video plays from ${seconds} s`, plays);
    // A busy browser may play a moment at the old position before a delayed seek, but must not reach the new one by playing.
    expect(positions.filter((position) => position < 9.5 || (position > 13 && position < seconds - 0.5))).to.deep.equal([]);
    await mounted.untilFrameMatchesClock();
  }

  for (const src of sources) {
    it(`canary: without a seek, playback continues at its position: ${src}`, async () => {
      await restart(src);
      await untilPlaysFrom(10);
    });

    it(`sets the position when the page sets currentTime of the video before the new engine starts: ${src}`, async () => {
      await restart(src);
      mounted.video.currentTime = 40;
      await untilPlaysFrom(40);
    });

    it(`sets the position when the page sets currentTime of the video before the metadata of the new engine: ${src}`, async () => {
      await restart(src);
      mounted.video.addEventListener('loadstart', () => (mounted.video.currentTime = 40), { once: true });
      await untilPlaysFrom(40);
    });

    it(`skips relative to the position before the restart: ${src}`, async () => {
      await restart(src);
      mounted.player.time.skip(10);
      mounted.player.time.skip(10);
      await untilPlaysFrom(30);
    });
  }
});
