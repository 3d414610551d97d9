import { expect } from 'chai';
import type { JetPlaylist } from '../../src/ui/jet-playlist.js';
import { JetPlayer } from '../../src/ui/jet-player.js';
import { until } from '../support/until.js';
import { TestPlayer } from './mount.js';

const titles = ['One', 'Two', 'Three'];

/** Mounts a player and a playlist of three videos. */
function mountPlaylist(): { playlist: JetPlaylist; player: TestPlayer; links: HTMLAnchorElement[] } {
  document.body.replaceChildren();
  const player = Object.assign(new TestPlayer(), { id: 'player' });
  const playlist = document.createElement('jet-playlist');
  playlist.htmlFor = 'player';
  const links = titles.map((textContent, index) => Object.assign(document.createElement('a'), { textContent, href: `/${index}.mp4` }));
  playlist.append(...links);
  document.body.append(playlist, player);
  return { playlist, player, links };
}

const titleAndPath = (player: TestPlayer): string => `${player.titleText} ${new URL(player.src).pathname}`;
const currentIndex = (links: readonly HTMLAnchorElement[]): number => links.findIndex(({ ariaCurrent }) => ariaCurrent === 'true');

describe('jet-playlist', () => {
  it('plays the entry that is clicked, and marks it as current', async () => {
    const { player, links } = mountPlaylist();
    links[1]!.click();
    expect(titleAndPath(player)).to.equal('Two /1.mp4');
    expect(currentIndex(links)).to.equal(1);
    await Promise.resolve();
    expect(player.fake.calls.map(([name]) => name)).to.include('playback.play');
  });

  it('sets the attributes that an entry has as data attributes, and removes them for the next entry', () => {
    const { player, links } = mountPlaylist();
    Object.assign(links[0]!.dataset, { poster: '/one.jpg', title: 'The first' });
    links[0]!.click();
    expect([player.titleText, player.getAttribute('poster')]).to.deep.equal(['The first', '/one.jpg']);
    links[1]!.click();
    expect(player.hasAttribute('poster')).to.equal(false);
  });

  it('goes to the next and previous entry, and stops at both ends', () => {
    const { playlist, player, links } = mountPlaylist();
    expect([playlist.next(), titleAndPath(player)]).to.deep.equal([true, 'One /0.mp4']);
    expect([playlist.previous(), playlist.next(), playlist.next(), playlist.next()]).to.deep.equal([false, true, true, false]);
    expect(currentIndex(links)).to.equal(2);
  });

  for (const autonext of [true, false]) {
    it(`${autonext ? 'starts the next entry' : 'stays on the entry'} at its end ${autonext ? 'with' : 'without'} autonext when the player has nocontrols`, () => {
      const { playlist, player, links } = mountPlaylist();
      player.nocontrols = true;
      playlist.autonext = autonext;
      links[0]!.click();
      player.dispatchEvent(new Event('ended'));
      expect(currentIndex(links)).to.equal(autonext ? 1 : 0);
    });
  }

  it('continues from the entry that is the source of the player when no entry is marked as current', () => {
    const { playlist, player, links } = mountPlaylist();
    player.src = links[1]!.href;
    playlist.next();
    expect(titleAndPath(player)).to.equal('Three /2.mp4');
  });

  it('keeps the start-time of the page until an entry has its own, and removes that for the next entry', () => {
    const { player, links } = mountPlaylist();
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

  it('keeps the AI label of the page until an entry has its own, and removes that for the next entry', () => {
    const { player, links } = mountPlaylist();
    player.setAttribute('ai-label', 'generated');
    links[0]!.click();
    expect(player.getAttribute('ai-label')).to.equal('generated');
    links[1]!.dataset.aiLabel = 'modified';
    links[1]!.click();
    expect(player.getAttribute('ai-label')).to.equal('modified');
    links[2]!.click();
    expect(player.hasAttribute('ai-label')).to.equal(false);
  });

  it('shows the last frame of an entry until the next entry has a frame', async () => {
    document.body.replaceChildren();
    const player = new JetPlayer();
    const playlist = document.createElement('jet-playlist');
    const links = [1, 2].map((number) => Object.assign(document.createElement('a'), { href: `/media/film.mp4?${number}` }));
    player.muted = true;
    playlist.append(player, ...links);
    document.body.append(playlist);
    links[0]!.click();
    await until('the first video plays', () => player.currentTime > 0.2);
    let isCovered: boolean | undefined;
    const onEmptied = async () => {
      await Promise.resolve();
      await player.updateComplete;
      const cover = player.querySelector('canvas');
      isCovered = cover?.checkVisibility() === true;
    };
    player.video.addEventListener('emptied', () => void onEmptied(), { once: true });
    links[1]!.click();
    const canvas = player.querySelector('canvas')!;
    const { data } = canvas.getContext('2d')!.getImageData(0, canvas.height / 2, canvas.width, 1);
    expect(Math.max(...data.filter((_, index) => index % 4 < 3)), 'not black').to.be.greaterThan(60);
    await until('the first video is emptied', () => isCovered !== undefined);
    expect(isCovered, 'while the video is black').to.equal(true);
    await until('the second video has a frame', () => player.readyState >= 2 && new URL(player.currentSrc).search === '?2');
    await until('the canvas is removed', () => !canvas.isConnected);
    document.body.replaceChildren();
  });

  it('leaves a click with a modifier key to the browser', () => {
    const { player, links } = mountPlaylist();
    const preventNavigation = (event: Event) => event.preventDefault();
    document.addEventListener('click', preventNavigation, { once: true });
    links[0]!.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }));
    expect(player.hasAttribute('src')).to.equal(false);
  });
});
