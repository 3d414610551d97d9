import { expect } from 'chai';
import type { WatchStats } from '../../src/media/index.js';
import { staySilent } from '../support/second-origin.js';
import { stage, type Stage } from '../support/stage.js';
import { unless, unsteadyFile } from '../support/unless.js';
import { until } from '../support/until.js';

const films = ['/media/cmaf/master.m3u8', '/media/cmaf/manifest.mpd', '/media/film.mp4'];

/** Why a stall in it may be the browser's own. */
const unsteady = (src: string) => src.endsWith('.mp4') && unsteadyFile;

describe('how a source was watched', () => {
  let at: Stage;
  let told: WatchStats[];
  beforeEach(async () => {
    at = await stage();
    told = [];
    at.player.session.addEventListener('stats', (event) => told.push((event as CustomEvent<WatchStats>).detail));
  });
  afterEach(() => at.leave());
  staySilent();

  const stats = () => at.player.state.current.stats;
  const watch = (seconds: number) => until(`${seconds} s were watched`, () => stats().watched >= seconds);

  for (const src of films) {
    it(`is counted, and told when the film ends: ${src}`, async () => {
      at.player.load([{ src }]);
      await at.player.playback.play();
      await watch(1);
      const { duration } = at.video;
      at.player.time.seek(duration - 1);
      await until('it has ended', () => told.length > 0);
      const [seen] = told;
      expect(seen).to.include({ ended: true, error: null, ...(!unsteady(src) && { stalls: 0, stalled: 0 }) });
      expect(seen!.watched, 'and not what was leapt over').to.be.within(1.5, duration / 2);
      expect(seen!.startup).to.be.greaterThan(0);
      expect(seen!.height).to.equal(at.video.videoHeight);
      expect(seen!.frames).to.be.greaterThan(10);
    });
  }

  for (const src of films)
    unless(unsteady(src))(`has no stall where the time does not stand: ${src}`, async () => {
      await at.play(src);
      await watch(1);
      expect(stats()).to.include({ stalls: 0, stalled: 0 });
    });

  it('counts what is seen twice once', async () => {
    await at.play('/media/film.mp4');
    await watch(2);
    at.player.time.seek(0);
    await until('it is played again', () => !at.video.seeking && at.video.currentTime > 1);
    expect(stats().watched).to.be.lessThan(2.6);
  });

  it('is told when another source begins, which begins at nothing', async () => {
    await at.play('/media/cmaf/master.m3u8');
    await watch(1);
    at.player.load([{ src: '/media/cmaf/manifest.mpd' }]);
    expect(told).to.have.length(1);
    expect(told[0]).to.include({ ended: false });
    expect(told[0]!.watched).to.be.at.least(1);
    expect(stats().watched).to.equal(0);
  });

  it('is told when the player goes', async () => {
    await at.play('/media/film.mp4');
    await watch(0.3);
    at.player.destroy();
    expect(told.map(({ ended }) => ended)).to.deep.equal([false]);
  });

  it('is told when the page goes, and nothing twice', async () => {
    await at.play('/media/film.mp4');
    await watch(1);
    at.player.playback.pause();
    await until('it stands', () => at.video.paused);
    await until('all is counted', () => stats().watched > 0);
    window.dispatchEvent(new Event('pagehide'));
    const first = told.length;
    window.dispatchEvent(new Event('pagehide'));
    at.player.destroy();
    expect(first).to.equal(1);
    expect(told.length).to.equal(1);
  });

  it('is not told of a film that nobody wished to see', async () => {
    at.player.load([{ src: '/media/film.mp4' }]);
    await until('it is there', () => at.player.state.current.error.status === 'ready');
    at.player.destroy();
    expect(told).to.deep.equal([]);
  });

  it('tells of a failure by its code', async () => {
    at.player.load([{ src: '/media/none.m3u8' }]);
    await at.player.playback.play().catch(() => undefined);
    expect(told.map(({ error, watched, startup }) => [error, watched, startup])).to.deep.equal([['source/not-found', 0, null]]);
  });

  it('counts a stand for lack of data, and not a seek', async () => {
    await at.play('/media/cmaf/master.m3u8');
    await watch(0.5);
    at.player.time.seek(30);
    await until('it plays there', () => !at.video.seeking && at.video.currentTime > 30.5);
    expect(stats().stalls).to.equal(0);
    // What a browser says of a video that has run dry.
    at.video.dispatchEvent(new Event('waiting'));
    expect(stats().stalls).to.equal(1);
    at.video.dispatchEvent(new Event('playing'));
    at.video.dispatchEvent(new Event('playing'));
    expect(stats().stalls).to.equal(1);
  });

  it('names nothing and nobody', async () => {
    await at.play('/media/film.mp4');
    await watch(0.2);
    const odd = Object.entries(stats()).filter(([, value]) => typeof value === 'string');
    expect(odd).to.deep.equal([]);
    expect(Object.keys(stats()).sort()).to.deep.equal(
      ['dropped', 'ended', 'error', 'frames', 'height', 'stalled', 'stalls', 'startup', 'switches', 'watched'].sort()
    );
  });
});
