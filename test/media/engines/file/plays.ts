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
  /** What Media Source has to accept; every browser accepts the others. */
  readonly stream?: string;
}

/** Every kind of file. */
export const files: readonly FileCase[] = [
  { title: 'MP4 that begins with its index', src: '/media/film.mp4', seekTo: [40, 7.5, 62], duration: 64, hasVideo: true },
  { title: 'MP4 that ends with its index', src: '/streams/files/moov-last.mp4', seekTo: [3, 1.2], duration: 4, hasVideo: true },
  { title: 'fragmented MP4', src: '/streams/files/fragmented.mp4', seekTo: [3, 1.2], duration: 4, hasVideo: true },
  { title: 'WebM', src: '/streams/files/film.webm', seekTo: [3, 1.2], duration: 4, hasVideo: true },
  { title: 'MP3', src: '/streams/files/sound.mp3', seekTo: [3, 1], duration: 4, hasVideo: false, stream: 'audio/mpeg' },
  {
    title: 'long MP3 without an index',
    src: '/streams/files/long.mp3',
    seekTo: [50, 20, 40],
    duration: 60,
    hasVideo: false,
    stream: 'audio/mpeg'
  },
  { title: 'AAC without a container', src: '/streams/files/sound.aac', seekTo: [3, 1], duration: 4, hasVideo: false, stream: 'audio/aac' },
  {
    title: 'Opus in Ogg',
    src: '/streams/files/opus.ogg',
    seekTo: [3, 1],
    duration: 4,
    hasVideo: false,
    stream: 'audio/mp4; codecs="opus"'
  },
  {
    title: 'Vorbis in Ogg',
    src: '/streams/files/sound.ogg',
    seekTo: [3, 1],
    duration: 4,
    hasVideo: false,
    stream: 'audio/webm; codecs="vorbis"'
  },
  {
    title: 'VP8 and Vorbis in WebM',
    src: '/streams/files/film-vp8.webm',
    seekTo: [3, 1.2],
    duration: 4,
    hasVideo: true,
    stream: 'video/webm; codecs="vp8"'
  },
  {
    title: 'FLAC with 24 bits in a sample',
    src: '/streams/files/sound.flac',
    seekTo: [3, 1],
    duration: 4,
    hasVideo: false,
    stream: 'audio/mp4; codecs="flac"'
  },
  {
    title: 'long FLAC',
    src: '/streams/files/long.flac',
    seekTo: [50, 20, 40],
    duration: 60,
    hasVideo: false,
    stream: 'audio/mp4; codecs="flac"'
  },
  { title: 'AAC in MP4', src: '/streams/files/sound.m4a', seekTo: [3, 1], duration: 4, hasVideo: false }
];

/** Browsers differ in the audio that Media Source takes; where it does not, the browser itself plays the file. */
const { isTypeSupported } = (globalThis as { ManagedMediaSource?: typeof MediaSource }).ManagedMediaSource ?? MediaSource;

/** The kinds that `npm test` tests: of each container, with and without video. */
const most = ['MP4 that begins with its index', 'fragmented MP4', 'WebM', 'MP3'];

export const isRepresentative = ({ title }: FileCase): boolean => most.includes(title);

/** Describes the tests of one file. */
export function testFile({ title, src, seekTo, duration, hasVideo, stream }: FileCase): void {
  const guarded = !stream || isTypeSupported(stream);
  describe(`a file through the guard: ${title}`, () => {
    let mounted: MountedPlayer;
    beforeEach(async () => void (mounted = await mountPlayer(undefined, { guardFiles: true })));
    afterEach(() => mounted.unmount());
    expectNoThirdPartyRequests();

    const requests = () => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith(src)) as PerformanceResourceTiming[];

    it('plays, with requests of scripts only', async () => {
      performance.clearResourceTimings();
      await mounted.play(src);
      const before = mounted.video.currentTime;
      await until('half a second has passed', () => mounted.video.currentTime > before + 0.5);
      expect(mounted.player.session.engineName).to.equal(guarded ? 'file' : 'native');
      const { guardLevel, partialReason } = mounted.player.privacy.report();
      expect([guardLevel, partialReason]).to.deep.equal(guarded ? ['engine', null] : ['partial', 'format']);
      if (!guarded) return;
      expect(mounted.video.src).to.match(/^blob:/);
      expect(mounted.video.duration).to.be.closeTo(duration, 0.3);
      expect(requests().filter(({ initiatorType }) => initiatorType !== 'fetch')).to.deep.equal([]);
      if (hasVideo) await mounted.untilFrameMatchesClock();
    });

    it('seeks to the requested position', async () => {
      await mounted.play(src);
      for (const wanted of seekTo) {
        mounted.player.time.seek(wanted);
        await until(`the seek to ${wanted} ended`, () => !mounted.video.seeking && mounted.video.readyState >= 2);
        expect(mounted.video.currentTime).to.be.closeTo(wanted, 0.5);
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
        'it plays from the start',
        () => !mounted.video.ended && mounted.video.currentTime > 0.2 && mounted.video.currentTime < 3
      );
    });
  });
}
