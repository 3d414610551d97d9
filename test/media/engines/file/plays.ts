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
    let at: MountedPlayer;
    beforeEach(async () => void (at = await mountPlayer(undefined, { guardFiles: true })));
    afterEach(() => at.unmount());
    expectNoThirdPartyRequests();

    const requests = () => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith(src)) as PerformanceResourceTiming[];

    it('plays, with requests of scripts only', async () => {
      performance.clearResourceTimings();
      await at.play(src);
      const before = at.video.currentTime;
      await until('half a second has passed', () => at.video.currentTime > before + 0.5);
      expect(at.player.session.engineName).to.equal(guarded ? 'file' : 'native');
      const { guardLevel, partialReason } = at.player.privacy.report();
      expect([guardLevel, partialReason]).to.deep.equal(guarded ? ['engine', null] : ['partial', 'format']);
      if (!guarded) return;
      expect(at.video.src).to.match(/^blob:/);
      expect(at.video.duration).to.be.closeTo(duration, 0.3);
      expect(requests().filter(({ initiatorType }) => initiatorType !== 'fetch')).to.deep.equal([]);
      if (hasVideo) await at.untilFrameMatchesClock();
    });

    it('seeks to the requested position', async () => {
      await at.play(src);
      for (const wanted of seekTo) {
        at.player.time.seek(wanted);
        await until(`the seek to ${wanted} ended`, () => !at.video.seeking && at.video.readyState >= 2);
        expect(at.video.currentTime).to.be.closeTo(wanted, 0.5);
        if (hasVideo) await until('the frame of that position is shown', () => Math.abs(at.shownTime() - at.video.currentTime) < 0.5);
      }
    });

    it('ends, and plays again from the start', async () => {
      await at.play(src);
      at.player.time.seek(duration - 1);
      await until('the file ended', () => at.video.ended);
      await at.player.session.play();
      await until('it plays from the start', () => !at.video.ended && at.video.currentTime > 0.2 && at.video.currentTime < 3);
    });
  });
}
