import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { lateFrames, losesOldSegments, unless } from '../../support/known-limits.js';
import { until } from '../../support/until.js';

/** The engines, each with a source of the same media. An engine without renditions or audio tracks lists none. */
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
    let at: MountedPlayer;
    beforeEach(async () => void (at = await mountPlayer(undefined, { guardFiles: engine !== 'native' })));
    afterEach(() => at.unmount());
    expectNoThirdPartyRequests();

    it('shows a first frame, and later frames as the playback position advances', async () => {
      await at.play(src);
      const before = at.shownTime();
      await until('a second has passed', () => at.video.currentTime > before + 1);
      expect(at.shownTime()).to.be.greaterThan(before);
      expect(at.player.session.engineName).to.equal(engine);
      expect(at.player.state.current.source).to.deep.equal({ status: 'ready', error: null, interruption: null });
    });

    it('lists the renditions of the manifest', async () => {
      await at.play(src);
      const listed = at.player.state.current.quality.renditions.map(({ height }) => height).sort((a, b) => a - b);
      expect(listed).to.deep.equal([...heights]);
    });

    it('plays the selected rendition, and selects automatically again', async () => {
      await at.play(src);
      for (const height of heights) {
        const { id } = at.player.state.current.quality.renditions.find((rendition) => rendition.height === height)!;
        at.player.quality.choose(id);
        expect(at.player.state.current.quality.choice).to.equal('auto', 'the snapshot changes once per microtask');
        await until(`${height}p plays`, () => at.player.state.current.quality.playing === id && at.video.videoHeight === height);
        expect(at.player.state.current.quality.choice).to.equal(id);
        at.player.quality.choose('auto');
        await until('the selection is automatic', () => at.player.state.current.quality.choice === 'auto');
      }
      at.player.quality.choose('no such rendition');
      expect(at.player.state.current.quality.choice).to.equal('auto');
    });

    it('seeks to within half a second of the requested position', async () => {
      await at.play(src);
      for (const wanted of [40, 7.5, 62]) {
        at.player.time.seek(wanted);
        await until(`the seek to ${wanted} ended`, () => !at.video.seeking && at.video.readyState >= 2);
        expect(at.video.currentTime).to.be.closeTo(wanted, 0.5);
        await until('the frame of that position is shown', () => Math.abs(at.shownTime() - at.video.currentTime) < 0.5);
      }
    });

    it('switches the audio track and keeps the playback position', async () => {
      await at.play(src);
      const { tracks } = at.player.state.current.audio;
      expect(tracks.map(({ language }) => language)).to.deep.equal([...languages]);
      for (const { id } of [...tracks].reverse()) {
        const before = at.video.currentTime;
        at.player.audio.choose(id);
        await until(`audio track ${id} plays`, () => at.player.state.current.audio.choice === id);
        await until('playback continues', () => at.video.currentTime > before + 0.5 && !at.video.seeking);
        // Where frames may stay late, the rows of the streams table say so.
        if (!lateFrames) await at.untilFrameMatchesClock();
      }
    });

    it('starts at the requested position and fetches no segment before it', async () => {
      performance.clearResourceTimings();
      at.video.autoplay = true;
      at.player.load([{ src }], 41);
      await until('the video plays', () => at.video.currentTime > 41 && at.video.readyState >= 2);
      await at.untilFrameMatchesClock();
      const fetched = performance.getEntriesByType('resource').map(({ name }) => Number(/(\d+)\.(?:m4s|ts)$/.exec(name)?.[1] ?? NaN));
      const first = Math.floor(41 / segment) + 1;
      expect(fetched.filter((number) => number < first)).to.deep.equal([]);
      if (segment) expect(fetched).to.include(first);
    });

    it('shows a frame when the requested start position is after the end', async () => {
      at.player.load([{ src }], 1000);
      await until('the video shows a frame', () => at.video.readyState >= 2);
      expect(at.player.state.current.source.error).to.equal(null);
    });

    it('fails with source/not-found when the source is missing', async () => {
      at.player.load([{ src: missing }]);
      await until('the player failed', () => at.player.state.current.source.status === 'failed');
      expect(at.player.state.current.source.error?.code).to.equal('source/not-found');
      expect(at.player.state.current.source.error?.status).to.equal(404);
    });

    it('plays the next source when the first is missing', async () => {
      at.video.autoplay = true;
      at.player.load([{ src: missing }, { src }]);
      await until('the video plays', () => at.video.currentTime > 0);
      expect(at.player.state.current.source.status).to.equal('ready');
    });
  });
}

/** The media time, in seconds, that the live channel broadcasts now; see the timeline of the demo server. */
const broadcastTime = () => (Date.now() / 1000 - Date.UTC(2025, 0, 1) / 1000) % 64;

for (const { title, src } of [
  { title: 'hls.js', src: '/live/hls/master.m3u8' },
  { title: 'dash.js', src: '/live/dash/manifest.mpd' }
]) {
  // The native engine has no live row: with Media Source, the player never uses the browser's own HLS.
  describe(`engine contract, live: ${title}`, () => {
    let at: MountedPlayer;
    beforeEach(async () => void (at = await mountPlayer()));
    afterEach(() => at.unmount());
    expectNoThirdPartyRequests();

    it('plays at the live edge, and the frame shows the time of the broadcast', async () => {
      await at.play(src);
      await until('the video is at the live edge', () => at.player.state.current.live.atEdge);
      const { streamType, dvr, targetLatency } = at.player.state.current.live;
      expect({ streamType, dvr }).to.deep.equal({ streamType: 'live', dvr: true });
      expect(targetLatency).to.be.within(2, 10);
      expect(at.video.duration).to.equal(Infinity);
      await until('the video shows a frame', () => at.shownTime() >= 0);
      const behind = (broadcastTime() - at.shownTime() + 64) % 64;
      expect(behind, 'seconds behind the broadcast').to.be.within(0, targetLatency + 6);
    });

    unless(title === 'hls.js' && losesOldSegments)('seeks back within the seekable range and returns to the live edge', async () => {
      await at.play(src);
      await until('there is a seekable range', () => at.player.state.current.live.dvr);
      const { start, end } = at.player.state.current.time.seekable;
      expect(end - start).to.be.within(40, 70);
      at.player.time.seek(end - 35);
      await until('the video plays behind the live edge', () => !at.video.seeking && !at.player.state.current.live.atEdge);
      at.player.live.seekToEdge();
      await until('the video is at the live edge again', () => at.player.state.current.live.atEdge && !at.video.seeking);
    });
  });
}
