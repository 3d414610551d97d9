import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { framesLagAfterSwitch, losesOldSegments, unless } from '../../support/known-limits.js';
import { until } from '../../support/until.js';

/** The engines, each with a source of the same media, and with the renditions and audio tracks that the engine lists. */
const engines = [
  {
    title: 'hls.js on CMAF',
    engine: 'hls.js',
    src: '/media/cmaf/master.m3u8',
    heights: [240, 360, 720],
    segment: 2,
    languages: ['en', 'nl'],
    missing: '/media/none.m3u8'
  },
  {
    title: 'hls.js on TS',
    engine: 'hls.js',
    src: '/media/ts/master.m3u8',
    heights: [240, 360],
    segment: 4,
    languages: ['en', 'nl'],
    missing: '/media/none.m3u8'
  },
  {
    title: 'dash.js',
    engine: 'dash.js',
    src: '/media/cmaf/manifest.mpd',
    heights: [240, 360, 720],
    segment: 2,
    languages: ['en', 'nl'],
    missing: '/media/none.mpd'
  },
  { title: 'file', engine: 'file', src: '/media/film.mp4', heights: [], segment: 0, languages: ['en'], missing: '/media/none.mp4' },
  { title: 'native', engine: 'native', src: '/media/film.mp4', heights: [], segment: 0, languages: [], missing: '/media/none.mp4' }
] as const;

for (const { title, engine, src, heights, segment, languages, missing } of engines) {
  describe(`engine contract: ${title}`, () => {
    let mounted: MountedPlayer;
    beforeEach(async () => void (mounted = await mountPlayer(undefined, { guardFiles: engine !== 'native' })));
    afterEach(() => mounted.unmount());
    expectNoThirdPartyRequests();

    it('shows a first frame, and later frames as the playback position advances', async () => {
      await mounted.play(src);
      const before = mounted.shownTime();
      await until('a second has passed', () => mounted.video.currentTime > before + 1);
      expect(mounted.shownTime()).to.be.greaterThan(before);
      expect(mounted.player.session.engineName).to.equal(engine);
      expect(mounted.player.state.current.source).to.deep.equal({ status: 'ready', error: null, interruption: null });
    });

    it('lists the renditions of the manifest', async () => {
      await mounted.play(src);
      const listedHeights = mounted.player.state.current.quality.renditions.map(({ height }) => height).sort((a, b) => a - b);
      expect(listedHeights).to.deep.equal([...heights]);
    });

    it('plays the selected rendition, and selects automatically again', async () => {
      await mounted.play(src);
      for (const height of heights) {
        const { id } = mounted.player.state.current.quality.renditions.find((rendition) => rendition.height === height)!;
        mounted.player.quality.choose(id);
        expect(mounted.player.state.current.quality.choice).to.equal('auto', 'the snapshot changes once per microtask');
        await until(`${height}p plays`, () => mounted.player.state.current.quality.playing === id && mounted.video.videoHeight === height);
        expect(mounted.player.state.current.quality.choice).to.equal(id);
        mounted.player.quality.choose('auto');
        await until('the selection is automatic', () => mounted.player.state.current.quality.choice === 'auto');
      }
      mounted.player.quality.choose('no such rendition');
      expect(mounted.player.state.current.quality.choice).to.equal('auto');
    });

    it('seeks to within half a second of the requested position', async () => {
      await mounted.play(src);
      for (const position of [40, 7.5, 62]) {
        mounted.player.time.seek(position);
        await until(`the seek to ${position} ended`, () => !mounted.video.seeking && mounted.video.readyState >= 2);
        expect(mounted.video.currentTime).to.be.closeTo(position, 0.5);
        await until('the frame of that position is shown', () => Math.abs(mounted.shownTime() - mounted.video.currentTime) < 0.5);
      }
    });

    it('switches the audio track and keeps the playback position', async () => {
      await mounted.play(src);
      const { tracks } = mounted.player.state.current.audio;
      expect(tracks.map(({ language }) => language)).to.deep.equal([...languages]);
      for (const { id } of [...tracks].reverse()) {
        const before = mounted.video.currentTime;
        mounted.player.audio.choose(id);
        await until(`audio track ${id} plays`, () => mounted.player.state.current.audio.choice === id);
        await until('playback continues', () => mounted.video.currentTime > before + 0.5 && !mounted.video.seeking);
        // In a browser whose frames may stay late, the frame is not compared with the playback position.
        if (!framesLagAfterSwitch) await mounted.untilFrameMatchesClock();
      }
    });

    it('starts at the requested position and fetches no segment before it', async () => {
      performance.clearResourceTimings();
      mounted.video.autoplay = true;
      mounted.player.load([{ src }], 41);
      await until('the video plays', () => mounted.video.currentTime > 41 && mounted.video.readyState >= 2);
      await mounted.untilFrameMatchesClock();
      const fetchedSegments = performance
        .getEntriesByType('resource')
        .map(({ name }) => Number(/(\d+)\.(?:m4s|ts)$/.exec(name)?.[1] ?? NaN));
      const firstSegment = Math.floor(41 / segment) + 1;
      expect(fetchedSegments.filter((number) => number < firstSegment)).to.deep.equal([]);
      if (segment) expect(fetchedSegments).to.include(firstSegment);
    });

    it('shows a frame when the requested start position is after the end', async () => {
      mounted.player.load([{ src }], 1000);
      await until('the video shows a frame', () => mounted.video.readyState >= 2);
      expect(mounted.player.state.current.source.error).to.equal(null);
    });

    it('fails with source/not-found when the source is missing', async () => {
      mounted.player.load([{ src: missing }]);
      await until('the player failed', () => mounted.player.state.current.source.status === 'failed');
      expect(mounted.player.state.current.source.error?.code).to.equal('source/not-found');
      expect(mounted.player.state.current.source.error?.status).to.equal(404);
    });

    it('plays the next source when the first is missing', async () => {
      mounted.video.autoplay = true;
      mounted.player.load([{ src: missing }, { src }]);
      const source = () => mounted.player.state.current.source;
      await until('the video plays', () => mounted.video.currentTime > 0 && source().status !== 'loading');
      expect(source()).to.deep.include({ status: 'ready', error: null });
    });
  });
}

/** The media time, in seconds, that the live channel broadcasts now; see the timeline of the demo server. */
const broadcastTime = () => (Date.now() / 1000 - Date.UTC(2025, 0, 1) / 1000) % 64;

for (const { title, src } of [
  { title: 'hls.js', src: '/live/hls/master.m3u8' },
  { title: 'dash.js', src: '/live/dash/manifest.mpd' }
]) {
  // The native engine has no live source here, because the player never uses the browser's own HLS when Media Source exists.
  describe(`engine contract, live: ${title}`, () => {
    let mounted: MountedPlayer;
    beforeEach(async () => void (mounted = await mountPlayer()));
    afterEach(() => mounted.unmount());
    expectNoThirdPartyRequests();

    it('plays at the live edge, and the frame shows the time of the broadcast', async () => {
      await mounted.play(src);
      await until('the video is at the live edge', () => mounted.player.state.current.live.atEdge);
      const { streamType, dvr, targetLatency } = mounted.player.state.current.live;
      expect({ streamType, dvr }).to.deep.equal({ streamType: 'live', dvr: true });
      expect(targetLatency).to.be.within(2, 10);
      expect(mounted.video.duration).to.equal(Infinity);
      await until('the video shows a frame', () => mounted.shownTime() >= 0);
      const secondsBehind = (broadcastTime() - mounted.shownTime() + 64) % 64;
      expect(secondsBehind, 'seconds behind the broadcast').to.be.within(0, targetLatency + 6);
    });

    unless(title === 'hls.js' && losesOldSegments)('seeks back within the seekable range and returns to the live edge', async () => {
      await mounted.play(src);
      await until('there is a seekable range', () => mounted.player.state.current.live.dvr);
      const { start, end } = mounted.player.state.current.time.seekable;
      expect(end - start).to.be.within(40, 70);
      mounted.player.time.seek(end - 35);
      await until('the video plays behind the live edge', () => !mounted.video.seeking && !mounted.player.state.current.live.atEdge);
      mounted.player.live.seekToEdge();
      await until('the video is at the live edge again', () => mounted.player.state.current.live.atEdge && !mounted.video.seeking);
    });
  });
}
