import { expect } from 'chai';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { until } from '../../support/until.js';
import { mountVideo } from '../mount-video.js';
import { address, recordEvents } from './clip.js';

/** Records the positions of seeks, in seconds. */
function seeks(player: JetPlayer): number[] {
  const log: number[] = [];
  player.addEventListener('seeked', () => log.push(Math.floor(player.currentTime)));
  return log;
}

describe('a clip of a video', () => {
  expectNoThirdPartyRequests();

  for (const [name, attributes, src] of [
    ['attributes', { 'start-time': '1', 'end-time': '1.6' }, address],
    ['its address', {}, `${address}#t=1,1.6`]
  ] as const) {
    it(`by ${name} fires ended once at its end, and playback can continue from there`, async () => {
      const player = await mountVideo(attributes, src);
      const log = recordEvents(player, 'pause', 'ended');
      await player.play();
      await until('it ends', () => log.includes('ended'));
      expect(log).to.deep.equal(['pause', 'ended']);
      expect([player.paused, player.ended]).to.deep.equal([true, true]);
      expect(player.currentTime).to.be.within(1.6, 3);
      const position = player.currentTime;
      await player.play();
      expect(player.ended).to.equal(false);
      await until('it continues', () => player.currentTime > position + 0.5);
      expect(log).to.deep.equal(['pause', 'ended']);
    });

    it(`by ${name} repeats with loop`, async () => {
      const player = await mountVideo({ ...attributes, loop: '' }, src);
      const log = recordEvents(player, 'ended');
      await player.play();
      // Before that the player seeks to the start, more than once in browsers that need a repeated seek.
      await until('it plays', () => player.currentTime > 1 && !player.seeking);
      const positions = seeks(player);
      await until('it has restarted twice', () => positions.length >= 2 && !player.paused);
      expect(positions.slice(0, 2)).to.deep.equal([1, 1]);
      expect(log).to.deep.equal([]);
    });
  }

  it('has ended until the next seek, after which it stays paused', async () => {
    const player = await mountVideo({ 'start-time': '1', 'end-time': '1.6' });
    player.addEventListener('ended', () => (player.currentTime = 1));
    const log = recordEvents(player, 'ended', 'seeked');
    await player.play();
    await until('the page has sought to the start of the clip', () => log.at(-1) === 'seeked' && log.includes('ended'));
    expect([player.ended, player.paused, player.player!.session.playIntent]).to.deep.equal([false, true, false]);
  });

  it('up to the end of the video fires ended once', async () => {
    const player = await mountVideo({ 'start-time': '63' });
    player.endTime = player.duration;
    const log = recordEvents(player, 'ended');
    await player.play();
    await until('it ends', () => player.ended && log.length > 0);
    // A second `ended` would have arrived by the next event of the video.
    player.currentTime = 10;
    await until('the position has changed', () => !player.seeking && player.readyState >= 2);
    expect(log).to.deep.equal(['ended']);
  });

  it('up to the end of the video restarts at its own start with loop', async () => {
    const player = await mountVideo({ 'start-time': '62.5', loop: '' });
    const positions = seeks(player);
    await player.play();
    await until('it has restarted', () => positions.includes(62));
    await until('it plays', () => !player.paused && player.currentTime > 62.7 && player.currentTime < 63.5);
  });
});
