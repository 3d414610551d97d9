import { expect } from 'chai';
import type { JetPlaylist } from '../../../src/ui/jet-playlist.js';
import { JetPlayer } from '../../../src/ui/jet-player.js';
import { until } from '../../support/until.js';
import { drawn, has, part, playing, press, TestPlayer } from '../mount.js';

const titles = ['One', 'Two', 'Three'];

interface Mounted {
  readonly playlist: JetPlaylist;
  readonly player: TestPlayer;
  readonly links: readonly HTMLAnchorElement[];
}

/** A player with a playlist of three videos, of which it plays the first. */
async function mountList(entries: readonly string[] = titles): Promise<Mounted> {
  document.body.replaceChildren();
  const player = Object.assign(new TestPlayer(), { id: 'player' });
  const playlist = Object.assign(document.createElement('jet-playlist'), { htmlFor: 'player' });
  const links = entries.map((textContent, index) => Object.assign(document.createElement('a'), { textContent, href: `/${index}.mp4` }));
  playlist.append(...links);
  // The playlist comes first, as in a page with the list above the video.
  document.body.append(playlist, player);
  player.style.width = '800px';
  player.fake.set(playing);
  links[0]!.click();
  await playlist.updateComplete;
  await drawn(player);
  return { playlist, player, links };
}

/** The current entry plays to its end. */
async function end(player: TestPlayer): Promise<void> {
  player.fake.set({ playback: { paused: true, ended: true } });
  player.dispatchEvent(new Event('ended'));
  await drawn(player);
}

const upNext = (player: TestPlayer) => part<HTMLElementTagNameMap['jet-up-next']>(player, 'up-next');

/** The buttons of what plays next, by their names. */
async function choices(player: TestPlayer): Promise<HTMLButtonElement[]> {
  await upNext(player).updateComplete;
  return [...upNext(player).renderRoot.querySelectorAll('button')];
}

const named = (buttons: readonly HTMLButtonElement[]): string[] => buttons.map(({ textContent }) => textContent.trim());

describe('a playlist in the player', () => {
  it('has buttons for the previous and the next entry, without effect at the ends', async () => {
    const { player } = await mountList();
    const disabled = () => ['previous', 'next'].map((name) => part(player, name).ariaDisabled);
    expect(disabled()).to.deep.equal(['true', null]);
    part(player, 'previous').click();
    expect(player.titleText).to.equal('One');
    part(player, 'next').click();
    await drawn(player);
    expect([player.titleText, ...disabled()]).to.deep.equal(['Two', null, null]);
    part(player, 'next').click();
    await drawn(player);
    expect([player.titleText, ...disabled()]).to.deep.equal(['Three', null, 'true']);
    part(player, 'previous').click();
    expect(player.titleText).to.equal('Two');
  });

  it('shows nothing of it for one entry, and after the playlist is removed', async () => {
    const { player: single } = await mountList(['Only']);
    expect(['previous', 'next', 'playlist'].filter((name) => has(single, name))).to.deep.equal([]);
    const { player, playlist } = await mountList();
    expect(has(player, 'next'), 'canary').to.equal(true);
    playlist.remove();
    await drawn(player);
    expect(has(player, 'next')).to.equal(false);
  });

  it('follows links that the page adds', async () => {
    const { player, playlist } = await mountList(['Only']);
    playlist.append(Object.assign(document.createElement('a'), { textContent: 'More', href: '/more.mp4' }));
    await until('the buttons are there', () => has(player, 'next'));
  });

  it('belongs to a player that is inserted later', async () => {
    document.body.replaceChildren();
    const playlist = Object.assign(document.createElement('jet-playlist'), { htmlFor: 'late' });
    playlist.append(
      ...titles.map((textContent, index) => Object.assign(document.createElement('a'), { textContent, href: `/${index}.mp4` }))
    );
    document.body.append(playlist);
    await playlist.updateComplete;
    const player = Object.assign(new TestPlayer(), { id: 'late' });
    document.body.append(player);
    player.fake.set(playing);
    player.src = '/0.mp4';
    player.fake.session.dispatchEvent(new Event('source'));
    await until('the buttons are there', () => has(player, 'next'));
  });

  it('goes on with Shift+N and back with Shift+P, and leaves the keys to their other meanings without a playlist', async () => {
    const { player, playlist } = await mountList();
    press(player, 'N', { shiftKey: true });
    expect(player.titleText).to.equal('Two');
    press(player, 'P', { shiftKey: true });
    expect([player.titleText, player.fake.calls.filter(([name]) => name === 'pip.toggle').length]).to.deep.equal(['One', 0]);
    press(player, 'p');
    expect(player.fake.calls.at(-1)).to.deep.equal(['pip.toggle']);
    playlist.remove();
    await drawn(player);
    press(player, 'P', { shiftKey: true });
    expect(player.fake.calls.filter(([name]) => name === 'pip.toggle').length).to.equal(2);
  });

  it('has the list in a panel, which the keyboard walks through', async () => {
    const { player } = await mountList();
    part(player, 'playlist').click();
    await until('the list is defined', () => customElements.get('jet-list') !== undefined);
    await drawn(player);
    const list = player.shadowRoot!.querySelector('jet-list')!;
    await list.updateComplete;
    const buttons = [...list.renderRoot.querySelectorAll('button')];
    expect(buttons.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())).to.deep.equal(['One', '2 Two', '3 Three']);
    expect(buttons.map(({ ariaCurrent, tabIndex }) => [ariaCurrent, tabIndex])).to.deep.equal([
      ['true', 0],
      [null, -1],
      [null, -1]
    ]);
    buttons[0]!.focus();
    press(buttons[0]!, 'ArrowDown');
    press(buttons[1]!, 'End');
    expect(list.shadowRoot!.activeElement).to.equal(buttons[2]);
    buttons[2]!.click();
    await drawn(player);
    await list.updateComplete;
    expect([player.titleText, buttons[2]!.ariaCurrent]).to.deep.equal(['Three', 'true']);
  });

  it('is in the settings menu, for a player without room for its button', async () => {
    const { player } = await mountList();
    const menu = part<HTMLElementTagNameMap['jet-menu']>(player, 'settings');
    const open = menu.items.flatMap((item) => [item, ...(item && 'choices' in item ? (item.actions ?? []) : [])]);
    const item = open.find((each) => each?.name === 'playlist');
    expect(item?.label).to.equal('Playlist');
  });

  it('offers the next entry at the end, and announces it, but starts nothing without autonext', async () => {
    const { player } = await mountList();
    await end(player);
    expect(named(await choices(player))).to.deep.equal(['Play now']);
    expect(has(player, 'big-play'), 'another play button in the middle').to.equal(false);
    await until('it is announced', () => part(player, 'announcement').textContent === 'Up next: Two');
    (await choices(player))[0]!.click();
    expect(player.titleText).to.equal('Two');
    player.fake.set({ playback: { ended: false, paused: false } });
    await drawn(player);
    expect(has(player, 'up-next')).to.equal(false);
  });

  it('has nothing to offer at the end of the last entry', async () => {
    const { player, links } = await mountList();
    links[2]!.click();
    await end(player);
    expect(has(player, 'up-next')).to.equal(false);
  });

  const cancellations: readonly [string, (player: TestPlayer) => Promise<void> | void][] = [
    ['the button', async (player) => (await choices(player))[1]!.click()],
    ['Escape', (player) => void press(player, 'Escape')],
    ['a seek', (player) => void player.dispatchEvent(new Event('seeking'))],
    ['playing again', (player) => void player.dispatchEvent(new Event('play'))]
  ];
  for (const [name, cancel] of cancellations) {
    it(`does not start the next entry with autonext after ${name}`, async () => {
      const { player, playlist } = await mountList();
      playlist.autonext = true;
      await end(player);
      expect(named(await choices(player))).to.deep.equal(['Play now', 'Cancel']);
      expect(upNext(player).note).to.equal('Starts in 8 seconds');
      await cancel(player);
      await drawn(player);
      expect(player.shadowRoot!.querySelector<HTMLElementTagNameMap['jet-up-next']>('jet-up-next')?.note ?? '').to.equal('');
    });
  }

  it('starts the next entry with autonext when the seconds have passed', async () => {
    const { player, playlist } = await mountList();
    playlist.autonext = true;
    await end(player);
    await until('the seconds pass', () => upNext(player).note === 'Starts in 7 seconds');
    expect(player.titleText).to.equal('One');
    await until('the next entry plays', () => player.titleText === 'Two');
  });

  it('requests nothing of an entry before the viewer chooses it', async () => {
    // The modules of the tests have filled the buffer.
    performance.setResourceTimingBufferSize(5000);
    document.body.replaceChildren();
    const player = Object.assign(new JetPlayer(), { muted: true });
    const playlist = document.createElement('jet-playlist');
    const links = [1, 2].map((number) =>
      Object.assign(document.createElement('a'), { href: `/media/film.mp4?entry=${number}`, textContent: `Entry ${number}` })
    );
    playlist.append(player, ...links);
    document.body.append(playlist);
    const requests = (entry: number) =>
      performance.getEntriesByType('resource').filter(({ name }) => name.endsWith(`?entry=${entry}`)).length;
    links[0]!.click();
    await until('the first entry plays', () => player.currentTime > 0.2);
    player.currentTime = player.duration - 0.3;
    await until('the first entry has ended', () => player.ended);
    await until('the next entry is offered', () => player.shadowRoot!.querySelector('jet-up-next') !== null);
    expect([requests(1) > 0, requests(2)]).to.deep.equal([true, 0]);
    playlist.next();
    await until('the second entry plays', () => player.currentTime > 0.2 && !player.ended);
    expect(requests(2), 'canary').to.be.greaterThan(0);
    document.body.replaceChildren();
  });
});
