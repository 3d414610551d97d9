import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../../support/mount-player.js';
import { until } from '../../../support/until.js';

interface FileCase {
  readonly title: string;
  readonly src: string;
  readonly seekTo: readonly number[];
  readonly duration: number;
  readonly hasVideo: boolean;
  /** The type that Media Source has to support for the guard; without one, every browser supports the file. */
  readonly mediaSourceType?: string;
}

/** Every kind of file. */
export const files: readonly FileCase[] = [
  { title: 'MP4 that begins with its index', src: '/media/film.mp4', seekTo: [40, 7.5, 62], duration: 64, hasVideo: true },
  { title: 'MP4 that ends with its index', src: '/streams/files/moov-last.mp4', seekTo: [3, 1.2], duration: 4, hasVideo: true },
  { title: 'fragmented MP4', src: '/streams/files/fragmented.mp4', seekTo: [3, 1.2], duration: 4, hasVideo: true },
  { title: 'WebM', src: '/streams/files/film.webm', seekTo: [3, 1.2], duration: 4, hasVideo: true },
  { title: 'MP3', src: '/streams/files/sound.mp3', seekTo: [3, 1], duration: 4, hasVideo: false, mediaSourceType: 'audio/mpeg' },
  {
    title: 'long MP3 without an index',
    src: '/streams/files/long.mp3',
    seekTo: [50, 20, 40],
    duration: 60,
    hasVideo: false,
    mediaSourceType: 'audio/mpeg'
  },
  { title: 'AAC without a container', src: '/streams/files/sound.aac', seekTo: [3, 1], duration: 4, hasVideo: false },
  {
    title: 'Opus in Ogg',
    src: '/streams/files/opus.ogg',
    seekTo: [3, 1],
    duration: 4,
    hasVideo: false,
    mediaSourceType: 'audio/mp4; codecs="opus"'
  },
  {
    title: 'Vorbis in Ogg',
    src: '/streams/files/sound.ogg',
    seekTo: [3, 1],
    duration: 4,
    hasVideo: false,
    mediaSourceType: 'audio/webm; codecs="vorbis"'
  },
  {
    title: 'VP8 and Vorbis in WebM',
    src: '/streams/files/film-vp8.webm',
    seekTo: [3, 1.2],
    duration: 4,
    hasVideo: true,
    mediaSourceType: 'video/webm; codecs="vp8"'
  },
  {
    title: 'FLAC with 24 bits in a sample',
    src: '/streams/files/sound.flac',
    seekTo: [3, 1],
    duration: 4,
    hasVideo: false,
    mediaSourceType: 'audio/mp4; codecs="flac"'
  },
  {
    title: 'long FLAC',
    src: '/streams/files/long.flac',
    seekTo: [50, 20, 40],
    duration: 60,
    hasVideo: false,
    mediaSourceType: 'audio/mp4; codecs="flac"'
  },
  { title: 'AAC in MP4', src: '/streams/files/sound.m4a', seekTo: [3, 1], duration: 4, hasVideo: false }
];

/** Browsers differ in the audio that Media Source supports. The browser itself plays a file that it does not support. */
const { isTypeSupported } = (globalThis as { ManagedMediaSource?: typeof MediaSource }).ManagedMediaSource ?? MediaSource;

/** The titles of the files that `npm test` plays: one of each container, with and without video. */
const representativeTitles = ['MP4 that begins with its index', 'fragmented MP4', 'WebM', 'MP3'];

export const isRepresentative = ({ title }: FileCase): boolean => representativeTitles.includes(title);

/** Defines the tests of one file. */
export function testFile({ title, src, seekTo, duration, hasVideo, mediaSourceType }: FileCase): void {
  const isGuarded = !mediaSourceType || isTypeSupported(mediaSourceType);
  describe(`a file through the guard: ${title}`, () => {
    let mounted: MountedPlayer;
    beforeEach(async () => void (mounted = await mountPlayer(undefined, { guardFiles: true })));
    afterEach(() => mounted.unmount());
    expectNoThirdPartyRequests();

    const requests = () => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith(src)) as PerformanceResourceTiming[];

    it('plays, and is requested only by scripts when the engine for files supports it', async () => {
      performance.clearResourceTimings();
      await mounted.play(src);
      const positionBefore = mounted.video.currentTime;
      await until('half a second has passed', () => mounted.video.currentTime > positionBefore + 0.5);
      expect(mounted.player.session.engineName).to.equal(isGuarded ? 'file' : 'native');
      const { guardLevel, partialReason } = mounted.player.privacy.report();
      expect([guardLevel, partialReason]).to.deep.equal(isGuarded ? ['engine', null] : ['partial', 'format']);
      if (!isGuarded) return;
      expect(mounted.video.src).to.match(/^blob:/);
      expect(mounted.video.duration).to.be.closeTo(duration, 0.3);
      expect(requests().filter(({ initiatorType }) => initiatorType !== 'fetch')).to.deep.equal([]);
      if (hasVideo) await mounted.untilFrameMatchesClock();
    });

    it('seeks to the requested position', async () => {
      await mounted.play(src);
      for (const position of seekTo) {
        mounted.player.time.seek(position);
        await until(`the seek to ${position} ended`, () => !mounted.video.seeking && mounted.video.readyState >= 2);
        expect(mounted.video.currentTime).to.be.closeTo(position, 0.5);
        if (hasVideo)
          await until('the frame of that position is shown', () => Math.abs(mounted.shownTime() - mounted.video.currentTime) < 0.5);
      }
    });

    it('ends, and plays again from the start', async () => {
      await mounted.play(src);
      mounted.player.time.seek(duration - 1);
      await until('the file ended', () => mounted.video.ended);
      await mounted.player.session.play();
      await until(
        'the video plays from the start',
        () => !mounted.video.ended && mounted.video.currentTime > 0.2 && mounted.video.currentTime < 3
      );
    });
  });
}
