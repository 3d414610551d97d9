import { expect } from 'chai';
import type { JetPlaylist } from '../../../src/ui/jet-playlist.js';
import { JetPlayer } from '../../../src/ui/jet-player.js';
import { until } from '../../support/until.js';
import { waitForRender, hasPart, part, playingState, pressKey, TestPlayer } from '../mount.js';

const titles = ['One', 'Two', 'Three'];

interface MountedPlaylist {
  readonly playlist: JetPlaylist;
  readonly player: TestPlayer;
  readonly links: readonly HTMLAnchorElement[];
}

/** Mounts a playlist and a player that plays its first entry. */
async function mountPlaylist(entries: readonly string[] = titles): Promise<MountedPlaylist> {
  document.body.replaceChildren();
  const player = Object.assign(new TestPlayer(), { id: 'player' });
  const playlist = Object.assign(document.createElement('jet-playlist'), { htmlFor: 'player' });
  const links = entries.map((textContent, index) => Object.assign(document.createElement('a'), { textContent, href: `/${index}.mp4` }));
  playlist.append(...links);
  // The playlist comes first, as in a page with the list above the video.
  document.body.append(playlist, player);
  player.style.width = '800px';
  player.fake.set(playingState);
  links[0]!.click();
  await playlist.updateComplete;
  await waitForRender(player);
  return { playlist, player, links };
}

/** Ends the current entry. */
async function endEntry(player: TestPlayer): Promise<void> {
  player.fake.set({ playback: { paused: true, ended: true } });
  player.dispatchEvent(new Event('ended'));
  await waitForRender(player);
}

const upNextElement = (player: TestPlayer) => part<HTMLElementTagNameMap['jet-up-next']>(player, 'up-next');

/** Returns the buttons of the element that offers the next entry. */
async function upNextButtons(player: TestPlayer): Promise<HTMLButtonElement[]> {
  await upNextElement(player).updateComplete;
  return [...upNextElement(player).renderRoot.querySelectorAll('button')];
}

const labelsOf = (buttons: readonly HTMLButtonElement[]): string[] => buttons.map(({ textContent }) => textContent.trim());

describe('a playlist in the player', () => {
  it('has buttons for the previous and the next entry, which are disabled at the ends', async () => {
    const { player } = await mountPlaylist();
    const disabled = () => ['previous', 'next'].map((name) => part(player, name).ariaDisabled);
    expect(disabled()).to.deep.equal(['true', null]);
    part(player, 'previous').click();
    expect(player.titleText).to.equal('One');
    part(player, 'next').click();
    await waitForRender(player);
    expect([player.titleText, ...disabled()]).to.deep.equal(['Two', null, null]);
    part(player, 'next').click();
    await waitForRender(player);
    expect([player.titleText, ...disabled()]).to.deep.equal(['Three', null, 'true']);
    part(player, 'previous').click();
    expect(player.titleText).to.equal('Two');
  });

  it('adds no buttons while it has one entry, or after it is removed', async () => {
    const { player: single } = await mountPlaylist(['Only']);
    expect(['previous', 'next', 'playlist'].filter((name) => hasPart(single, name))).to.deep.equal([]);
    const { player, playlist } = await mountPlaylist();
    expect(hasPart(player, 'next'), 'canary').to.equal(true);
    playlist.remove();
    await waitForRender(player);
    expect(hasPart(player, 'next')).to.equal(false);
  });

  it('adds its buttons when the page adds a second link', async () => {
    const { player, playlist } = await mountPlaylist(['Only']);
    playlist.append(Object.assign(document.createElement('a'), { textContent: 'More', href: '/more.mp4' }));
    await until('the buttons are rendered', () => hasPart(player, 'next'));
  });

  it('adds its buttons to a player that is inserted later', async () => {
    document.body.replaceChildren();
    const playlist = Object.assign(document.createElement('jet-playlist'), { htmlFor: 'late' });
    playlist.append(
      ...titles.map((textContent, index) => Object.assign(document.createElement('a'), { textContent, href: `/${index}.mp4` }))
    );
    document.body.append(playlist);
    await playlist.updateComplete;
    const player = Object.assign(new TestPlayer(), { id: 'late' });
    document.body.append(player);
    player.fake.set(playingState);
    player.src = '/0.mp4';
    player.fake.session.dispatchEvent(new Event('source'));
    await until('the buttons are rendered', () => hasPart(player, 'next'));
  });

  it('goes to the next entry with Shift+N and to the previous one with Shift+P, which toggles picture-in-picture without a playlist', async () => {
    const { player, playlist } = await mountPlaylist();
    pressKey(player, 'N', { shiftKey: true });
    expect(player.titleText).to.equal('Two');
    pressKey(player, 'P', { shiftKey: true });
    expect([player.titleText, player.fake.calls.filter(([name]) => name === 'pip.toggle').length]).to.deep.equal(['One', 0]);
    pressKey(player, 'p');
    expect(player.fake.calls.at(-1)).to.deep.equal(['pip.toggle']);
    playlist.remove();
    await waitForRender(player);
    pressKey(player, 'P', { shiftKey: true });
    expect(player.fake.calls.filter(([name]) => name === 'pip.toggle').length).to.equal(2);
  });

  it('lists its entries in a panel, in which the arrow keys move from entry to entry', async () => {
    const { player } = await mountPlaylist();
    part(player, 'playlist').click();
    await until('the list is defined', () => customElements.get('jet-list') !== undefined);
    await waitForRender(player);
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
    pressKey(buttons[0]!, 'ArrowDown');
    pressKey(buttons[1]!, 'End');
    expect(list.shadowRoot!.activeElement).to.equal(buttons[2]);
    buttons[2]!.click();
    await waitForRender(player);
    await list.updateComplete;
    expect([player.titleText, buttons[2]!.ariaCurrent]).to.deep.equal(['Three', 'true']);
  });

  it('has an item in the settings menu', async () => {
    const { player } = await mountPlaylist();
    const menu = part<HTMLElementTagNameMap['jet-menu']>(player, 'settings');
    const menuItems = menu.items.flatMap((item) => [item, ...(item && 'choices' in item ? (item.actions ?? []) : [])]);
    const item = menuItems.find((each) => each?.name === 'playlist');
    expect(item?.label).to.equal('Playlist');
  });

  it('offers the next entry at the end, and announces it, but starts nothing without autonext', async () => {
    const { player } = await mountPlaylist();
    await endEntry(player);
    expect(labelsOf(await upNextButtons(player))).to.deep.equal(['Play now']);
    expect(hasPart(player, 'big-play'), 'another play button in the middle').to.equal(false);
    await until('the offer is announced', () => part(player, 'announcement').textContent === 'Up next: Two');
    (await upNextButtons(player))[0]!.click();
    expect(player.titleText).to.equal('Two');
    player.fake.set({ playback: { ended: false, paused: false } });
    await waitForRender(player);
    expect(hasPart(player, 'up-next')).to.equal(false);
  });

  it('offers nothing at the end of the last entry', async () => {
    const { player, links } = await mountPlaylist();
    links[2]!.click();
    await endEntry(player);
    expect(hasPart(player, 'up-next')).to.equal(false);
  });

  const cancellations: readonly [string, (player: TestPlayer) => Promise<void> | void][] = [
    ['a click on Cancel', async (player) => (await upNextButtons(player))[1]!.click()],
    ['Escape', (player) => void pressKey(player, 'Escape')],
    ['a seek', (player) => void player.dispatchEvent(new Event('seeking'))],
    ['playing again', (player) => void player.dispatchEvent(new Event('play'))]
  ];
  for (const [name, cancel] of cancellations) {
    it(`does not start the next entry with autonext after ${name}`, async () => {
      const { player, playlist } = await mountPlaylist();
      playlist.autonext = true;
      await endEntry(player);
      expect(labelsOf(await upNextButtons(player))).to.deep.equal(['Play now', 'Cancel']);
      expect(upNextElement(player).note).to.equal('Starts in 8 seconds');
      await cancel(player);
      await waitForRender(player);
      expect(player.shadowRoot!.querySelector<HTMLElementTagNameMap['jet-up-next']>('jet-up-next')?.note ?? '').to.equal('');
    });
  }

  it('starts the next entry with autonext when the countdown ends', async () => {
    const { player, playlist } = await mountPlaylist();
    playlist.autonext = true;
    await endEntry(player);
    await until('the first second has passed', () => upNextElement(player).note === 'Starts in 7 seconds');
    expect(player.titleText).to.equal('One');
    await until('the next entry plays', () => player.titleText === 'Two');
  });

  it('requests nothing of an entry before the viewer chooses it', async () => {
    // The modules of the tests fill the default buffer of resource timings.
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
