import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { playsOnAfterSeek, unless } from '../../support/known-limits.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

/** Sources with the length of their segments in seconds. Each segment has one key frame, at its start. */
const sources = [
  { title: 'HLS with CMAF', src: '/media/cmaf/master.m3u8', segment: 2, from: 240, to: 720 },
  { title: 'HLS with transport streams', src: '/media/ts/master.m3u8', segment: 4, from: 240, to: 360 },
  { title: 'DASH', src: '/media/cmaf/manifest.mpd', segment: 2, from: 240, to: 720 }
] as const;

interface ShownFrame {
  readonly mediaTime: number;
  readonly height: number;
}

for (const { title, src, segment, from, to } of sources) {
  describe(`a chosen rendition of ${title}`, () => {
    let mounted: MountedPlayer;
    let frames: ShownFrame[];
    beforeEach(async () => {
      mounted = await mountPlayer();
      await mounted.play(src);
      choose(from);
      await until(
        `${from}p plays`,
        () => mounted.player.state.current.quality.playing === idOf(from) && mounted.video.videoHeight === from
      );
      await seekTo(segment * 4 + 0.2);
      recordFrames();
    });
    afterEach(() => mounted.unmount());
    expectNoThirdPartyRequests();

    const idOf = (height: number) => mounted.player.state.current.quality.renditions.find((rendition) => rendition.height === height)!.id;
    const choose = (height: number) => mounted.player.quality.choose(idOf(height));

    async function seekTo(seconds: number): Promise<void> {
      const { player, video } = mounted;
      player.time.seek(seconds);
      await until('the seek ends', () => Math.abs(video.currentTime - seconds) < 0.5 && !video.seeking && video.readyState > 2);
    }

    function recordFrames(): void {
      const { video } = mounted;
      frames = [];
      const onFrame = (_: number, { mediaTime }: VideoFrameCallbackMetadata) => {
        frames.push({ mediaTime, height: video.videoHeight });
        video.requestVideoFrameCallback(onFrame);
      };
      video.requestVideoFrameCallback(onFrame);
    }

    const firstFrameOf = (height: number) => frames.find((frame) => frame.height === height);

    it('is shown before the next segment begins', async () => {
      choose(to);
      await until(`a frame of ${to}p is shown`, () => firstFrameOf(to) !== undefined);
      expect(firstFrameOf(to)!.mediaTime).to.be.lessThan(segment * 5);
    });

    it('is shown without a frame from another position', async () => {
      choose(to);
      await until('the segment has been played', () => mounted.video.currentTime > segment * 5);
      const jumps = frames.filter(({ mediaTime }, index) => index > 0 && Math.abs(mediaTime - frames[index - 1]!.mediaTime) > 1);
      expect(jumps).to.deep.equal([]);
    });

    unless(playsOnAfterSeek)('is shown while playback is paused', async () => {
      mounted.player.playback.pause();
      await until('playback is paused', () => mounted.video.paused);
      const position = mounted.video.currentTime;
      choose(to);
      await until(`a frame of ${to}p is shown`, () => firstFrameOf(to) !== undefined);
      expect(mounted.video.currentTime).to.be.closeTo(position, 0.01);
      expect(mounted.video.paused).to.equal(true);
    });

    it('is shown at once after another choice', async () => {
      choose(to);
      await until(`a frame of ${to}p is shown`, () => firstFrameOf(to) !== undefined);
      const { length } = frames;
      choose(from);
      await until(`a frame of ${from}p is shown`, () => frames.slice(length).some(({ height }) => height === from));
      expect(frames.findLast(({ height }) => height === from)!.mediaTime).to.be.lessThan(segment * 5);
    });

    it('gives way to a later choice and a later seek', async () => {
      choose(to);
      choose(from);
      choose(to);
      await seekTo(segment * 7 + 0.2);
      await until(`${to}p plays`, () => mounted.player.state.current.quality.playing === idOf(to) && mounted.video.videoHeight === to);
      expect(mounted.video.currentTime).to.be.greaterThan(segment * 7);
    });
  });
}
