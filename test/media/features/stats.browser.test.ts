import { expect } from 'chai';
import type { WatchStats } from '../../../src/media/index.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { unless, fileMayStallAtStart } from '../../support/known-limits.js';
import { until } from '../../support/until.js';

const sources = ['/media/cmaf/master.m3u8', '/media/cmaf/manifest.mpd', '/media/film.mp4'];

/** The reason why the browser itself may stall in this source, or false. */
const stallReason = (src: string) => src.endsWith('.mp4') && fileMayStallAtStart;

describe('watch statistics', () => {
  let mounted: MountedPlayer;
  let reports: WatchStats[];
  beforeEach(async () => {
    mounted = await mountPlayer();
    reports = [];
    mounted.player.session.addEventListener('stats', ({ detail }) => reports.push(detail));
  });
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  const stats = () => mounted.player.state.current.stats;
  const watchFor = (seconds: number) => until(`${seconds} s were watched`, () => stats().watched >= seconds);

  for (const src of sources) {
    it(`are reported when the presentation ends: ${src}`, async () => {
      mounted.player.load([{ src }]);
      await mounted.player.playback.play();
      await watchFor(1);
      const { duration } = mounted.video;
      mounted.player.time.seek(duration - 1);
      await until('the statistics are reported', () => reports.length > 0);
      const [report] = reports;
      expect(report).to.include({ ended: true, error: null, ...(!stallReason(src) && { stalls: 0, stalled: 0 }) });
      expect(report!.watched, 'without the seconds that were skipped').to.be.within(1.5, duration / 2);
      expect(report!.startup).to.be.greaterThan(0);
      expect(report!.height).to.equal(mounted.video.videoHeight);
      expect(report!.frames).to.be.greaterThan(10);
    });
  }

  for (const src of sources)
    unless(stallReason(src))(`count no stall while the playback position advances: ${src}`, async () => {
      await mounted.play(src);
      await watchFor(1);
      expect(stats()).to.include({ stalls: 0, stalled: 0 });
    });

  it('count a second once when it is watched twice', async () => {
    await mounted.play('/media/film.mp4');
    await watchFor(2);
    mounted.player.time.seek(0);
    await until('the first second is played again', () => !mounted.video.seeking && mounted.video.currentTime > 1);
    expect(stats().watched).to.be.lessThan(2.6);
  });

  it('are reported and reset when another source is loaded', async () => {
    await mounted.play('/media/cmaf/master.m3u8');
    await watchFor(1);
    mounted.player.load([{ src: '/media/cmaf/manifest.mpd' }]);
    expect(reports).to.have.length(1);
    expect(reports[0]).to.include({ ended: false });
    expect(reports[0]!.watched).to.be.at.least(1);
    expect(stats().watched).to.equal(0);
  });

  it('are reported when the player is destroyed', async () => {
    await mounted.play('/media/film.mp4');
    await watchFor(0.3);
    mounted.player.destroy();
    expect(reports.map(({ ended }) => ended)).to.deep.equal([false]);
  });

  it('are reported once when the page is hidden and the player is destroyed', async () => {
    await mounted.play('/media/film.mp4');
    await watchFor(1);
    mounted.player.playback.pause();
    await until('the video is paused', () => mounted.video.paused);
    await until('the watched seconds are counted', () => stats().watched > 0);
    window.dispatchEvent(new Event('pagehide'));
    const countAfterHiding = reports.length;
    window.dispatchEvent(new Event('pagehide'));
    mounted.player.destroy();
    expect(countAfterHiding).to.equal(1);
    expect(reports.length).to.equal(1);
  });

  it('are not reported for a source that was not played', async () => {
    mounted.player.load([{ src: '/media/film.mp4' }]);
    await until('the source is ready', () => mounted.player.state.current.source.status === 'ready');
    mounted.player.destroy();
    expect(reports).to.deep.equal([]);
  });

  it('contain the code of the error when the source fails', async () => {
    mounted.player.load([{ src: '/media/none.m3u8' }]);
    await mounted.player.playback.play().catch(() => undefined);
    expect(reports.map(({ error, watched, startup }) => [error, watched, startup])).to.deep.equal([['source/not-found', 0, null]]);
  });

  it('count a wait for data as a stall, but not a seek', async () => {
    await mounted.play('/media/cmaf/master.m3u8');
    await watchFor(0.5);
    mounted.player.time.seek(30);
    await until('the video plays from 30 s', () => !mounted.video.seeking && mounted.video.currentTime > 30.5);
    expect(stats().stalls).to.equal(0);
    // The browser dispatches this event when a video waits for data.
    mounted.video.dispatchEvent(new Event('waiting'));
    expect(stats().stalls).to.equal(1);
    mounted.video.dispatchEvent(new Event('playing'));
    mounted.video.dispatchEvent(new Event('playing'));
    expect(stats().stalls).to.equal(1);
  });

  it('contain no text that could identify a video or a viewer', async () => {
    await mounted.play('/media/film.mp4');
    await watchFor(0.2);
    const textValues = Object.entries(stats()).filter(([, value]) => typeof value === 'string');
    expect(textValues).to.deep.equal([]);
    expect(Object.keys(stats()).sort()).to.deep.equal(
      ['dropped', 'ended', 'error', 'frames', 'height', 'stalled', 'stalls', 'startup', 'switches', 'watched'].sort()
    );
  });
});
