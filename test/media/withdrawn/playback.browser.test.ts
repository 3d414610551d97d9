import { expect } from 'chai';
import type { TimeRange } from '../../../src/lib/time-ranges.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

const passage: TimeRange = { start: 21, end: 29 };
/** The segments of two seconds that lie wholly inside the passage. */
const innerSegments = ['12', '13', '14'];

const sources = {
  HLS: '/demo/media/cmaf/master.m3u8',
  DASH: '/demo/media/cmaf/manifest.mpd',
  'an MP4 file': '/media/film.mp4'
};

/** Returns the times of all frames that the video presents, read from their pixels. */
function recordFrames({ video, shownTime }: MountedPlayer): number[] {
  const times: number[] = [];
  const onFrame = () => {
    times.push(shownTime());
    video.requestVideoFrameCallback(onFrame);
  };
  video.requestVideoFrameCallback(onFrame);
  return times;
}

const isInside = (seconds: number): boolean => seconds >= passage.start && seconds < passage.end;

/** Returns the media segments inside the passage that the page has requested, as `track/number`. */
const requestedInside = (): string[] =>
  performance.getEntriesByType('resource').flatMap(({ name }) => {
    const [, track, number] = /\/([\w-]+)\/(\d+)\.(?:m4s|ts|vtt)$/.exec(name) ?? [];
    return track?.startsWith('text') !== true && number && innerSegments.includes(number) ? [`${track}/${number}`] : [];
  });

for (const [name, src] of Object.entries(sources))
  describe(`the player, with a withdrawn passage in ${name}`, () => {
    expectNoThirdPartyRequests();
    let mounted: MountedPlayer;
    let frames: number[];
    const open = async (startTime: number, withdrawn: string) => {
      performance.clearResourceTimings();
      mounted = await mountPlayer(undefined, { withdrawn });
      frames = recordFrames(mounted);
      const { player, video } = mounted;
      video.autoplay = true;
      player.load([{ src }], startTime);
      await until('the video plays', () => player.state.current.playback.started && video.readyState >= 2);
    };
    afterEach(() => mounted.unmount());

    it('plays up to the passage and on after it, without a request or a frame of it', async () => {
      await open(19, '21-29');
      await mounted.until('the video plays after the passage', () => mounted.video.currentTime > 31);
      expect(frames.filter(isInside)).to.deep.equal([]);
      expect(frames.filter((seconds) => seconds > 20 && seconds < 21)).to.not.deep.equal([]);
      expect(Math.min(...frames.filter((seconds) => seconds >= passage.end))).to.be.lessThan(31);
      expect(requestedInside()).to.deep.equal([]);
      expect(mounted.player.state.current.withdrawals).to.deep.equal({ passages: [passage], exitCount: 1 });
      expect(mounted.player.session.health.current).to.include({ rebuilds: 0, skips: 0, retries: 0 });
    });

    it('leaves the passage after a seek into it, while playing and while paused', async () => {
      await open(0, '21-29');
      for (const target of [25, 21, 28.9]) {
        mounted.video.currentTime = target;
        await mounted.until(`a frame after the passage is shown, sought ${target}`, () => {
          const { video, shownTime } = mounted;
          return video.currentTime >= passage.end && !video.seeking && shownTime() >= passage.end;
        });
        mounted.player.playback.pause();
        mounted.player.time.seek(10);
        await mounted.until('the frame at 10 s is shown', () => Math.abs(mounted.shownTime() - 10) < 0.1);
      }
      expect(frames.filter(isInside)).to.deep.equal([]);
      expect(requestedInside()).to.deep.equal([]);
    });

    it('leaves out a passage within one group of pictures', async () => {
      await open(23.5, '24.4-24.9 25.1-25.2');
      await mounted.until('the video plays after the passages', () => mounted.video.currentTime > 28);
      expect(frames.filter((seconds) => (seconds >= 24.4 && seconds < 24.9) || (seconds >= 25.1 && seconds < 25.2))).to.deep.equal([]);
      expect(mounted.player.session.health.current.rebuilds).to.equal(0);
    });

    it('starts after a passage that contains the start, and ends before one that contains the end', async () => {
      await open(0, '0-7 55-64');
      await until('the position is after the first passage', () => mounted.video.currentTime >= 7);
      await until('a frame is shown', () => frames.length > 0);
      expect(Math.min(...frames)).to.be.at.least(7);
      mounted.player.time.seek(53);
      await mounted.until('the video has ended', () => mounted.video.ended);
      expect(mounted.video.currentTime).to.be.closeTo(55, 0.3);
      expect(Math.max(...frames)).to.be.lessThan(55);
    });

    it('ends with an error when the whole video is withdrawn', async () => {
      mounted = await mountPlayer(undefined, { withdrawn: '0-40 40-9999' });
      frames = recordFrames(mounted);
      mounted.player.load([{ src }]);
      await until('the error is reported', () => mounted.player.session.error !== null);
      expect(mounted.player.session.error?.code).to.equal('policy/withdrawn');
      expect(frames).to.deep.equal([]);
    });

    it('canary: without the list, the same frames and segments are found', async () => {
      await open(20, '');
      await mounted.until('the video plays inside the passage', () => mounted.video.currentTime > 22.5);
      expect(frames.filter(isInside)).to.not.deep.equal([]);
      if (!src.endsWith('.mp4')) expect(requestedInside()).to.not.deep.equal([]);
    });
  });
