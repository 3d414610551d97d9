import { expect } from 'chai';
import type { JetPlaylist } from '../../src/ui/jet-playlist.js';
import { JetPlayer } from '../../src/ui/jet-player.js';
import { until } from '../support/until.js';
import { TestPlayer } from './mount.js';

const titles = ['One', 'Two', 'Three'];

/** A player and a playlist of three videos. */
function list(): { playlist: JetPlaylist; player: TestPlayer; links: HTMLAnchorElement[] } {
  document.body.replaceChildren();
  const player = Object.assign(new TestPlayer(), { id: 'films' });
  const playlist = document.createElement('jet-playlist');
  playlist.htmlFor = 'films';
  const links = titles.map((textContent, index) => Object.assign(document.createElement('a'), { textContent, href: `/${index}.mp4` }));
  playlist.append(...links);
  document.body.append(playlist, player);
  return { playlist, player, links };
}

const shown = (player: TestPlayer): string => `${player.titleText} ${new URL(player.src).pathname}`;
const current = (links: readonly HTMLAnchorElement[]): number => links.findIndex(({ ariaCurrent }) => ariaCurrent === 'true');

describe('jet-playlist', () => {
  it('plays the entry that is clicked, and marks it as current', async () => {
    const { player, links } = list();
    links[1]!.click();
    expect(shown(player)).to.equal('Two /1.mp4');
    expect(current(links)).to.equal(1);
    await Promise.resolve();
    expect(player.fake.calls.map(([name]) => name)).to.include('playback.play');
  });

  it('sets the attributes of an entry, and removes them for the next one', () => {
    const { player, links } = list();
    Object.assign(links[0]!.dataset, { poster: '/one.jpg', title: 'The first' });
    links[0]!.click();
    expect([player.titleText, player.getAttribute('poster')]).to.deep.equal(['The first', '/one.jpg']);
    links[1]!.click();
    expect(player.hasAttribute('poster')).to.equal(false);
  });

  it('goes to the next and previous entry, and stops at both ends', () => {
    const { playlist, player, links } = list();
    expect([playlist.next(), shown(player)]).to.deep.equal([true, 'One /0.mp4']);
    expect([playlist.previous(), playlist.next(), playlist.next(), playlist.next()]).to.deep.equal([false, true, true, false]);
    expect(current(links)).to.equal(2);
  });

  for (const autonext of [true, false]) {
    it(`${autonext ? 'starts the next video' : 'stays'} at the end ${autonext ? 'with' : 'without'} autonext and controls`, () => {
      const { playlist, player, links } = list();
      player.nocontrols = true;
      playlist.autonext = autonext;
      links[0]!.click();
      player.dispatchEvent(new Event('ended'));
      expect(current(links)).to.equal(autonext ? 1 : 0);
    });
  }

  it('counts as current the entry that the player has as its source when none is marked', () => {
    const { playlist, player, links } = list();
    player.src = links[1]!.href;
    playlist.next();
    expect(shown(player)).to.equal('Three /2.mp4');
  });

  it('sets the clip of an entry only when an entry has one', () => {
    const { player, links } = list();
    player.startTime = 5;
    player.setAttribute('start-time', '5');
    links[0]!.click();
    expect(player.getAttribute('start-time')).to.equal('5');
    links[1]!.dataset.startTime = '20';
    links[1]!.click();
    expect(player.getAttribute('start-time')).to.equal('20');
    links[2]!.click();
    expect(player.hasAttribute('start-time')).to.equal(false);
  });

  it('keeps the last frame until the next video has one', async () => {
    document.body.replaceChildren();
    const player = new JetPlayer();
    const playlist = document.createElement('jet-playlist');
    const links = [1, 2].map((number) => Object.assign(document.createElement('a'), { href: `/media/film.mp4?${number}` }));
    player.muted = true;
    playlist.append(player, ...links);
    document.body.append(playlist);
    links[0]!.click();
    await until('the first video plays', () => player.currentTime > 0.2);
    let covered: boolean | undefined;
    const onEmptied = async () => {
      await Promise.resolve();
      await player.updateComplete;
      const cover = player.querySelector('canvas');
      covered = cover?.checkVisibility() === true;
    };
    player.video.addEventListener('emptied', () => void onEmptied(), { once: true });
    links[1]!.click();
    const frame = player.querySelector('canvas')!;
    const { data } = frame.getContext('2d')!.getImageData(0, frame.height / 2, frame.width, 1);
    expect(Math.max(...data.filter((_, index) => index % 4 < 3)), 'not black').to.be.greaterThan(60);
    await until('the first video is gone', () => covered !== undefined);
    expect(covered, 'while the video is black').to.equal(true);
    await until('the second video has a frame', () => player.readyState >= 2 && new URL(player.currentSrc).search === '?2');
    await until('the frame is removed', () => !frame.isConnected);
    document.body.replaceChildren();
  });

  it('leaves a click with a modifier key to the browser', () => {
    const { player, links } = list();
    const stay = (event: Event) => event.preventDefault();
    document.addEventListener('click', stay, { once: true });
    links[0]!.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }));
    expect(player.hasAttribute('src')).to.equal(false);
  });
});
