import { expect } from 'chai';
import type { JetPlayer } from '../../src/ui/jet-player.js';
import { staySilent } from '../support/second-origin.js';
import { until } from '../support/until.js';
import { film } from './film.js';

const address = '/media/film.mp4';

/** What the page hears, in its order, from now on. */
function heard(player: JetPlayer, ...types: readonly string[]): string[] {
  const log: string[] = [];
  for (const type of types) player.addEventListener(type, () => log.push(type));
  return log;
}

/** The places it goes to, in seconds, from now on. */
function seeks(player: JetPlayer): number[] {
  const log: number[] = [];
  player.addEventListener('seeked', () => log.push(Math.floor(player.currentTime)));
  return log;
}

describe('a part of a film', () => {
  staySilent();

  for (const [name, attributes, src] of [
    ['attributes', { 'start-time': '1', 'end-time': '1.6' }, address],
    ['its address', {}, `${address}#t=1,1.6`]
  ] as const) {
    it(`by ${name} ends where it ends, once, and can be gone on from there`, async () => {
      const player = await film(attributes, src);
      const log = heard(player, 'pause', 'ended');
      await player.play();
      await until('it ends', () => log.includes('ended'));
      expect(log).to.deep.equal(['pause', 'ended']);
      expect(player.paused).to.equal(true);
      expect(player.currentTime).to.be.within(1.6, 3);
      const place = player.currentTime;
      await player.play();
      await until('it goes on', () => player.currentTime > place + 0.5);
      expect(log).to.deep.equal(['pause', 'ended']);
    });

    it(`by ${name} is played again and again with loop`, async () => {
      const player = await film({ ...attributes, loop: '' }, src);
      const log = heard(player, 'ended');
      await player.play();
      // Before that it goes to the beginning for reasons of its own, more than once where a browser needs to be pushed.
      await until('it plays', () => player.currentTime > 1 && !player.seeking);
      const places = seeks(player);
      await until('it has begun again, twice', () => places.length >= 2 && !player.paused);
      expect(places.slice(0, 2)).to.deep.equal([1, 1]);
      expect(log).to.deep.equal([]);
    });
  }

  it('up to the end of the film ends once', async () => {
    const player = await film({ 'start-time': '63' });
    player.endTime = player.duration;
    const log = heard(player, 'ended');
    await player.play();
    await until('it ends', () => player.ended && log.length > 0);
    // A second word of it would have come by the next one of the video.
    player.currentTime = 10;
    await until('it is elsewhere', () => !player.seeking && player.readyState >= 2);
    expect(log).to.deep.equal(['ended']);
  });

  it('up to the end of the film begins again at its own beginning, with loop', async () => {
    const player = await film({ 'start-time': '62.5', loop: '' });
    const places = seeks(player);
    await player.play();
    await until('it has begun again', () => places.includes(62));
    await until('it plays', () => !player.paused && player.currentTime > 62.7 && player.currentTime < 63.5);
  });

  it('is followed by the next of a playlist', async () => {
    const player = await film({ id: 'films' });
    const playlist = document.createElement('jet-playlist');
    Object.assign(playlist, { htmlFor: 'films', autonext: true });
    const links = ['0,0.6', '3,3.6', '9,9.6'].map((part) => Object.assign(document.createElement('a'), { href: `${address}#t=${part}` }));
    playlist.append(...links);
    document.body.append(playlist);
    links[0]!.click();
    await until('the last plays', () => links[2]!.ariaCurrent === 'true' && player.currentTime > 9.1 && !player.paused);
    const log = heard(player, 'ended');
    await until('it ends', () => log.length > 0);
    expect(player.currentTime).to.be.within(9.6, 11);
  });
});
