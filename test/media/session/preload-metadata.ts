import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

/** The milliseconds in which an engine without a limit would have requested further segments. */
const observationTime = 2500;

/** The number of media segments that were requested, by track. */
function segmentsByTrack(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of new Set(performance.getEntriesByType('resource').map((entry) => entry.name))) {
    const track = /\/([\w-]+)\/\d+\.(?:m4s|ts)$/.exec(name)?.[1];
    if (track) counts.set(track, (counts.get(track) ?? 0) + 1);
  }
  return counts;
}

/** Defines the tests of one source. */
export function testPreload(src: string): void {
  describe(`a video with preload="metadata": ${src}`, () => {
    expectNoThirdPartyRequests();
    let mounted: MountedPlayer;
    const load = async (preload: string | null, startTime = 0) => {
      performance.clearResourceTimings();
      const video = document.createElement('video');
      if (preload !== null) video.setAttribute('preload', preload);
      mounted = await mountPlayer(video);
      mounted.player.load([{ src }], startTime);
      await until('the first frame is available', () => video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA);
      const readyAt = performance.now();
      await until('the engine has had time to request more', () => performance.now() - readyAt > observationTime);
    };
    afterEach(() => mounted.unmount());

    // dash.js seeks to a later start after it has requested a first segment.
    for (const [startTime, maxSegments] of [
      [0, 1],
      [21, src.endsWith('.mpd') ? 2 : 1]
    ] as const)
      it(`fetches at most ${maxSegments} segments of each track, and has a duration and a width: from ${startTime} s`, async () => {
        await load('metadata', startTime);
        const fetched = segmentsByTrack();
        expect(Math.max(...fetched.values()), JSON.stringify([...fetched])).to.be.at.most(maxSegments);
        expect([...fetched.keys()].filter((track) => !track.startsWith('audio'))).to.have.length(1);
        expect(mounted.video.duration).to.be.closeTo(64, 0.2);
        expect(mounted.video.videoWidth).to.be.greaterThan(0);
      });

    it('plays on beyond the first segment', async () => {
      await load('metadata');
      await mounted.player.playback.play();
      await until('the video plays in the third segment', () => mounted.video.currentTime > 4.2);
      expect(mounted.player.session.health.current).to.include({ rebuilds: 0, jumps: 0, nudges: 0 });
    });

    it('shows the frame to which the viewer seeks', async () => {
      await load('metadata');
      mounted.player.time.seek(30);
      await until(
        'the frame at 30 s is available',
        () => !mounted.video.seeking && mounted.video.readyState >= 2 && mounted.video.currentTime >= 30
      );
    });

    it('canary: fetches more without the attribute', async () => {
      await load(null);
      expect(Math.max(...segmentsByTrack().values())).to.be.greaterThan(1);
    });
  });
}
