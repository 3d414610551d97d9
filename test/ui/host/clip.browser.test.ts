import { expect } from 'chai';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { webKitGtk } from '../../support/known-limits.js';
import { until } from '../../support/until.js';
import { mountVideo } from '../mount-video.js';
import { videoUrl, recordEvents } from './clip.js';

/** Calls `listener` between tasks of the browser until it returns true. */
function callBetweenTasks(listener: () => boolean): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    if (listener()) port1.close();
    else port2.postMessage(undefined);
  };
  port2.postMessage(undefined);
}

/** Records the positions of seeks, in seconds. */
function recordSeeks(player: JetPlayer): number[] {
  const log: number[] = [];
  player.addEventListener('seeked', () => log.push(Math.floor(player.currentTime)));
  return log;
}

describe('a clip of a video', () => {
  expectNoThirdPartyRequests();

  for (const [name, attributes, src] of [
    ['attributes', { 'start-time': '1', 'end-time': '1.6' }, videoUrl],
    ['the fragment of its URL', {}, `${videoUrl}#t=1,1.6`]
  ] as const) {
    it(`set by ${name} fires ended once at its end, and playback can continue from there`, async () => {
      const player = await mountVideo(attributes, src);
      const log = recordEvents(player, 'pause', 'ended');
      await player.play();
      await until('the clip ends', () => log.includes('ended'));
      expect(log).to.deep.equal(['pause', 'ended']);
      expect([player.paused, player.ended]).to.deep.equal([true, true]);
      expect(player.currentTime).to.be.within(1.6, 3);
      const position = player.currentTime;
      await player.play();
      expect(player.ended).to.equal(false);
      await until('playback continues', () => player.currentTime > position + 0.5);
      expect(log).to.deep.equal(['pause', 'ended']);
    });

    it(`set by ${name} repeats with loop`, async () => {
      const player = await mountVideo({ ...attributes, loop: '' }, src);
      const log = recordEvents(player, 'ended');
      await player.play();
      // Before playback, the player seeks to the start, more than once in browsers that need a repeated seek.
      await until('the clip plays', () => player.currentTime > 1 && !player.seeking);
      const positions = recordSeeks(player);
      await until('the clip has restarted twice', () => positions.length >= 2 && !player.paused);
      expect(positions.slice(0, 2)).to.deep.equal([1, 1]);
      expect(log).to.deep.equal([]);
    });
  }

  it('is no longer ended after a seek to its start, and stays paused', async () => {
    const player = await mountVideo({ 'start-time': '1', 'end-time': '1.6' });
    player.addEventListener('ended', () => (player.currentTime = 1));
    const log = recordEvents(player, 'ended', 'seeked');
    await player.play();
    await until('the page has sought to the start of the clip', () => log.at(-1) === 'seeked' && log.includes('ended'));
    expect([player.ended, player.paused, player.player!.session.playIntent]).to.deep.equal([false, true, false]);
  });

  it('that ends with the video fires ended once', async () => {
    const player = await mountVideo({ 'start-time': '63' });
    player.endTime = player.duration;
    const log = recordEvents(player, 'ended');
    await player.play();
    await until('the clip ends', () => player.ended && log.length > 0);
    // A second `ended` would have arrived by the next event of the video.
    player.currentTime = 10;
    await until('the seek has ended', () => !player.seeking && player.readyState >= 2);
    expect(log).to.deep.equal(['ended']);
  });

  it('that ends with the video fires ended once when `timeupdate` comes before the browser declares the end', async () => {
    const player = await mountVideo({ 'start-time': '63' });
    player.endTime = player.duration;
    const { video } = player;
    let log: string[] = [];
    player.addEventListener('ended', () => log.push('ended'));
    let hasFiredEarly = false;
    // A busy browser may declare the end before the first task that sees it; then the clip plays again.
    for (let tries = 0; tries < 20 && !hasFiredEarly; tries++) {
      log = [];
      player.currentTime = 63;
      await player.play();
      callBetweenTasks(() => {
        if (video.currentTime < video.duration) return false;
        hasFiredEarly = !video.ended;
        video.dispatchEvent(new Event('timeupdate'));
        return true;
      });
      await until('the clip ends', () => player.ended && log.length > 0);
    }
    // WebKit declares the end in the task in which the position reaches it.
    if (!webKitGtk) expect(hasFiredEarly, 'canary: `timeupdate` came before the end').to.equal(true);
    player.currentTime = 10;
    await until('the seek has ended', () => !player.seeking && player.readyState >= 2);
    expect(log).to.deep.equal(['ended']);
  });

  it('that ends with the video restarts at its own start with loop', async () => {
    const player = await mountVideo({ 'start-time': '62.5', loop: '' });
    const positions = recordSeeks(player);
    await player.play();
    await until('the clip has restarted', () => positions.includes(62));
    await until('the clip plays', () => !player.paused && player.currentTime > 62.7 && player.currentTime < 63.5);
  });
});
