import { expect } from 'chai';
import { staySilent } from '../../support/second-origin.js';
import { stage, type Stage } from '../../support/stage.js';
import { lateFrames, noWayBack, unless } from '../../support/unless.js';
import { until } from '../../support/until.js';

/** What every engine must do, on the same film. An engine without renditions or sound tracks of its own says so by listing none. */
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
  { title: 'native', engine: 'native', src: '/media/film.mp4', heights: [], segment: 0, languages: [], missing: '/media/none.mp4' }
] as const;

for (const { title, engine, src, heights, segment, languages, missing } of engines) {
  describe(`engine contract: ${title}`, () => {
    let at: Stage;
    beforeEach(async () => void (at = await stage()));
    afterEach(() => at.leave());
    staySilent();

    it('shows a first frame, and the picture moves with the time', async () => {
      await at.play(src);
      const before = at.shown();
      await until('a second has passed', () => at.video.currentTime > before + 1);
      expect(at.shown()).to.be.greaterThan(before);
      expect(at.player.session.engineName).to.equal(engine);
      expect(at.player.state.current.error).to.deep.equal({ status: 'ready', error: null, trouble: null });
    });

    it('lists the renditions of the manifest', async () => {
      await at.play(src);
      const listed = at.player.state.current.quality.renditions.map(({ height }) => height).sort((a, b) => a - b);
      expect(listed).to.deep.equal([...heights]);
    });

    it('obeys the choice of a rendition, and goes back to auto', async () => {
      await at.play(src);
      for (const height of heights) {
        const { id } = at.player.state.current.quality.renditions.find((rendition) => rendition.height === height)!;
        at.player.quality.choose(id);
        expect(at.player.state.current.quality.choice).to.equal('auto', 'the snapshot changes once per microtask');
        await until(`${height}p plays`, () => at.player.state.current.quality.playing === id && at.video.videoHeight === height);
        expect(at.player.state.current.quality.choice).to.equal(id);
        at.player.quality.choose('auto');
        await until('the choice is auto', () => at.player.state.current.quality.choice === 'auto');
      }
      at.player.quality.choose('no such rendition');
      expect(at.player.state.current.quality.choice).to.equal('auto');
    });

    it('lands within half a second of where it was told to go', async () => {
      await at.play(src);
      for (const wanted of [40, 7.5, 62]) {
        at.player.time.seek(wanted);
        await until(`the seek to ${wanted} ended`, () => !at.video.seeking && at.video.readyState >= 2);
        expect(at.video.currentTime).to.be.closeTo(wanted, 0.5);
        await until('its picture is there', () => Math.abs(at.shown() - at.video.currentTime) < 0.5);
      }
    });

    it('switches the sound track and keeps its place', async () => {
      await at.play(src);
      const { tracks } = at.player.state.current.audio;
      expect(tracks.map(({ language }) => language)).to.deep.equal([...languages]);
      for (const { id } of [...tracks].reverse()) {
        const before = at.video.currentTime;
        at.player.audio.choose(id);
        await until(`track ${id} sounds`, () => at.player.state.current.audio.choice === id);
        await until('it plays on', () => at.video.currentTime > before + 0.5 && !at.video.seeking);
        // Where frames may be late for good, the streams' rows say so.
        if (!lateFrames) await at.showsItsTime();
      }
    });

    it('begins where it is told to, and fetches nothing before that place', async () => {
      performance.clearResourceTimings();
      at.video.autoplay = true;
      at.player.load([{ src }], 41);
      await until('it plays', () => at.video.currentTime > 41 && at.video.readyState >= 2);
      await at.showsItsTime();
      const fetched = performance.getEntriesByType('resource').map(({ name }) => Number(/(\d+)\.(?:m4s|ts)$/.exec(name)?.[1] ?? NaN));
      const first = Math.floor(41 / segment) + 1;
      expect(fetched.filter((number) => number < first)).to.deep.equal([]);
      if (segment) expect(fetched).to.include(first);
    });

    it('is there, too, where it is told to begin after the end', async () => {
      at.player.load([{ src }], 1000);
      await until('it shows a picture', () => at.video.readyState >= 2);
      expect(at.player.state.current.error.error).to.equal(null);
    });

    it('ends in one error on a missing source', async () => {
      at.player.load([{ src: missing }]);
      await until('it failed', () => at.player.state.current.error.status === 'failed');
      expect(at.player.state.current.error.error?.code).to.equal('source/not-found');
      expect(at.player.state.current.error.error?.status).to.equal(404);
    });

    it('takes the next source when the first is missing', async () => {
      at.video.autoplay = true;
      at.player.load([{ src: missing }, { src }]);
      await until('it plays', () => at.video.currentTime > 0);
      expect(at.player.state.current.error.status).to.equal('ready');
    });
  });
}

/** The film's own second at which the live channel stands now; see the demo server's time line. */
const onAir = () => (Date.now() / 1000 - Date.UTC(2025, 0, 1) / 1000) % 64;

for (const { title, src } of [
  { title: 'hls.js', src: '/live/hls/master.m3u8' },
  { title: 'dash.js', src: '/live/dash/manifest.mpd' }
]) {
  // The native engine has no live row: where there is Media Source, the browser's own HLS is never used.
  describe(`engine contract, live: ${title}`, () => {
    let at: Stage;
    beforeEach(async () => void (at = await stage()));
    afterEach(() => at.leave());
    staySilent();

    it('plays at the live edge, and the picture shows the time of day', async () => {
      await at.play(src);
      await until('it is at the edge', () => at.player.state.current.live.atEdge);
      const { streamType, dvr, targetLatency } = at.player.state.current.live;
      expect({ streamType, dvr }).to.deep.equal({ streamType: 'live', dvr: true });
      expect(targetLatency).to.be.within(2, 10);
      expect(at.video.duration).to.equal(Infinity);
      await until('there is a picture', () => at.shown() >= 0);
      const behind = (onAir() - at.shown() + 64) % 64;
      expect(behind, 'seconds behind what is on air').to.be.within(0, targetLatency + 6);
    });

    unless(title === 'hls.js' && noWayBack)('goes back in the seekable window and returns to the edge', async () => {
      await at.play(src);
      await until('there is a window', () => at.player.state.current.live.dvr);
      const { start, end } = at.player.state.current.time.seekable;
      expect(end - start).to.be.within(40, 70);
      at.player.time.seek(end - 35);
      await until('it plays in the past', () => !at.video.seeking && !at.player.state.current.live.atEdge);
      at.player.live.seekToEdge();
      await until('it is at the edge again', () => at.player.state.current.live.atEdge && !at.video.seeking);
    });
  });
}
