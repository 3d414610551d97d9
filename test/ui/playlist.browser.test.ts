import { expect } from 'chai';
import type { JetPlaylist } from '../../src/ui/jet-playlist.js';
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
    it(`${autonext ? 'starts the next video' : 'stays'} at the end ${autonext ? 'with' : 'without'} autonext`, () => {
      const { playlist, player, links } = list();
      playlist.autonext = autonext;
      links[0]!.click();
      player.dispatchEvent(new Event('ended'));
      expect(current(links)).to.equal(autonext ? 1 : 0);
    });
  }

  it('leaves a click with a modifier key to the browser', () => {
    const { player, links } = list();
    const stay = (event: Event) => event.preventDefault();
    document.addEventListener('click', stay, { once: true });
    links[0]!.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }));
    expect(player.hasAttribute('src')).to.equal(false);
  });
});
