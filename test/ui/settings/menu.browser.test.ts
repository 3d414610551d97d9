import { expect } from 'chai';
import { waitForRender, mount, part, playingState, pressKey, type TestPlayer } from '../mount.js';

const settingsMenu = (player: TestPlayer) => part<HTMLElementTagNameMap['jet-menu']>(player, 'settings');
const settingsButton = (player: TestPlayer) => part(player, 'settings', 'button');
const menuItems = (player: TestPlayer) => [...settingsMenu(player).shadowRoot!.querySelectorAll<HTMLElement>('.item')];
const itemTexts = (player: TestPlayer) => menuItems(player).map((item) => item.textContent!.replace(/\s+/g, ' ').trim());
const focusedElement = (player: TestPlayer) => settingsMenu(player).shadowRoot!.activeElement as HTMLElement;

/** Mounts a player with a state, and opens its settings menu. */
async function openMenu(patch = playingState): Promise<TestPlayer> {
  const player = await mount(patch);
  settingsButton(player).click();
  await settingsMenu(player).updateComplete;
  return player;
}

/** Presses keys one after the other, each on the element that has the focus. */
async function pressKeys(player: TestPlayer, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    pressKey(focusedElement(player), key);
    await settingsMenu(player).updateComplete;
  }
}

/** The items below the tracks in the submenu of captions. */
const captionActions = ['Caption style', 'Read captions aloud', 'Transcript'];

/** The state of a file that has loaded: a source without a choice of quality. */
const fileState = { time: { duration: 60 } };

/** The items that share a link to the video. */
const sharingItems = ['Copy link at this moment', 'Share a clip'];

describe('the settings menu', () => {
  it('stops every key, so that no shortcut of the player runs in it', async () => {
    const player = await openMenu();
    const keys: string[] = [];
    player.addEventListener('keydown', ({ key }) => keys.push(key));
    await pressKeys(player, 'k', 'ArrowRight', 'j');
    pressKey(focusedElement(player), 'ArrowRight', { ctrlKey: true });
    expect([keys, player.fake.calls]).to.deep.equal([[], []]);
    // Canary: outside the menu, the player receives the key.
    pressKey(part(player, 'mute'), 'k');
    expect(keys).to.deep.equal(['k']);
  });

  it('lists the available choices, with the current values', async () => {
    const player = await openMenu();
    expect(itemTexts(player)).to.deep.equal(['Quality Auto (720p)', 'Data saver', 'Speed Normal', 'Captions Off', 'Audio English', 'More']);
    await pressKeys(player, 'm', 'Enter');
    expect(itemTexts(player)).to.deep.equal(['More', 'Privacy', ...sharingItems, 'Statistics', 'Keyboard shortcuts']);
  });

  it('leaves out the choices that a file does not have', async () => {
    const player = await openMenu(fileState);
    expect(itemTexts(player)).to.deep.equal(['Speed Normal', 'Privacy', ...sharingItems, 'Statistics', 'Keyboard shortcuts']);
  });

  it('has a menu button and menu items with their roles and labels', async () => {
    const player = await mount(playingState);
    expect([settingsButton(player).ariaHasPopup, settingsButton(player).ariaExpanded, settingsButton(player).ariaLabel]).to.deep.equal([
      'menu',
      'false',
      'Settings'
    ]);
    settingsButton(player).click();
    await settingsMenu(player).updateComplete;
    expect(settingsButton(player).ariaExpanded).to.equal('true');
    expect(settingsMenu(player).shadowRoot!.querySelector('[role=menu]')!.ariaLabel).to.equal('Settings');
    expect(menuItems(player).map((item) => item.role)).to.deep.equal([
      'menuitem',
      'menuitemcheckbox',
      ...Array<string>(4).fill('menuitem')
    ]);
  });

  it('cycles with the arrow keys, and goes to the ends with Home and End', async () => {
    const player = await openMenu();
    const focusedIndex = () => menuItems(player).indexOf(focusedElement(player));
    expect(focusedIndex()).to.equal(0);
    for (const [key, index] of [
      ['ArrowDown', 1],
      ['ArrowUp', 0],
      ['ArrowUp', 5],
      ['ArrowDown', 0],
      ['End', 5],
      ['Home', 0]
    ] as const) {
      await pressKeys(player, key);
      expect(focusedIndex(), key).to.equal(index);
    }
  });

  it('has no item for keyboard shortcuts on a device without a keyboard', async () => {
    const { matchMedia } = window;
    // As on a phone: the only pointer is a finger.
    window.matchMedia = (query) => ({ ...matchMedia(query), matches: query.includes('coarse') }) as MediaQueryList;
    try {
      const player = await openMenu(fileState);
      expect(itemTexts(player)).to.deep.equal(['Speed Normal', 'Privacy', ...sharingItems, 'Statistics']);
    } finally {
      window.matchMedia = matchMedia;
    }
  });

  it('has six items when every setting applies, with the panels in the submenu of the last one', async () => {
    const chapters = [{ start: 0, end: 300, title: 'One' }];
    const player = await openMenu({ ...playingState, chapters: { list: chapters, current: 0 } });
    expect(itemTexts(player).length).to.equal(6);
    await pressKeys(player, 'm', 'Enter');
    expect(itemTexts(player)).to.deep.equal(['More', 'Chapters', 'Privacy', ...sharingItems, 'Statistics', 'Keyboard shortcuts']);
  });

  it('turns on reading captions aloud in the submenu of captions', async () => {
    const player = await openMenu();
    await pressKeys(player, 'c', 'Enter', 'r');
    expect([focusedElement(player).role, focusedElement(player).ariaChecked]).to.deep.equal(['menuitemcheckbox', 'false']);
    await pressKeys(player, 'Enter');
    expect(player.fake.calls).to.deep.equal([['captions.setSpeakCaptions', true]]);
  });

  it('moves the focus to an item when its first letter is pressed', async () => {
    const player = await openMenu();
    await pressKeys(player, 'a');
    expect(focusedElement(player).dataset.key).to.equal('audio');
  });

  for (const key of ['Enter', ' ', 'ArrowRight']) {
    it(`opens a submenu at the current choice when "${key}" is pressed`, async () => {
      const player = await openMenu();
      await pressKeys(player, key);
      expect(itemTexts(player)).to.deep.equal(['Quality', 'Auto (720p)', '1080p50', '720p', '360p']);
      expect(focusedElement(player).ariaChecked).to.equal('true');
      expect(
        menuItems(player)
          .slice(1)
          .map((item) => item.role)
      ).to.deep.equal(Array(4).fill('menuitemradio'));
    });
  }

  for (const key of ['Escape', 'ArrowLeft']) {
    it(`returns from a submenu to its item when ${key} is pressed`, async () => {
      const player = await openMenu();
      await pressKeys(player, 's', 'Enter', key);
      expect(focusedElement(player).dataset.key).to.equal('speed');
    });
  }

  it('closes and restores the focus when Escape is pressed', async () => {
    const player = await openMenu();
    await pressKeys(player, 'Escape');
    expect(settingsMenu(player).open).to.equal(false);
    expect(focusedElement(player)).to.equal(settingsButton(player));
  });

  it('closes when another element is pressed, or when the focus leaves it', async () => {
    const player = await openMenu();
    part(player, 'surface').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    expect(settingsMenu(player).open).to.equal(false);
    settingsButton(player).click();
    await settingsMenu(player).updateComplete;
    part(player, 'play').focus();
    expect(settingsMenu(player).open).to.equal(false);
  });

  const choices: readonly [string, string, string[]][] = [
    ['quality', 'high', ['quality.choose', 'high']],
    ['quality', 'auto', ['quality.choose', 'auto']],
    ['audio', 'b', ['audio.choose', 'b']],
    ['captions', 's', ['captions.choose', 's']]
  ];
  for (const [submenu, value, call] of choices) {
    it(`calls ${call.join(' ')}, closes and restores the focus when ${value} of ${submenu} is chosen`, async () => {
      const player = await openMenu();
      const clickItem = async (name: 'key' | 'value', expected: string) => {
        menuItems(player)
          .find(({ dataset }) => dataset[name] === expected)!
          .click();
        await settingsMenu(player).updateComplete;
      };
      await clickItem('key', submenu);
      await clickItem('value', value);
      expect(player.fake.calls).to.deep.equal([call]);
      expect(settingsMenu(player).open).to.equal(false);
      expect(focusedElement(player)).to.equal(settingsButton(player));
    });
  }

  it('gives tracks of one language different names', async () => {
    const englishTracks = (kind: 'captions' | 'subtitles') =>
      [0, 1, 2].map((id) => ({ id: `text-${id}`, label: 'English', language: 'en', kind }));
    const player = await openMenu({
      ...playingState,
      captions: { ...playingState.captions, tracks: [...englishTracks('captions').slice(2), ...englishTracks('subtitles').slice(0, 2)] }
    });
    menuItems(player)
      .find(({ dataset }) => dataset.key === 'captions')!
      .click();
    await settingsMenu(player).updateComplete;
    expect(itemTexts(player)).to.deep.equal(['Captions', 'Off', 'English (CC)', 'English', 'English 2', ...captionActions]);
  });

  it('turns captions off when "Off" is chosen', async () => {
    const player = await openMenu({ ...playingState, captions: { ...playingState.captions, choice: 's' } });
    await pressKeys(player, 'c', 'Enter', 'Home', 'ArrowDown', 'Enter');
    expect(player.fake.calls).to.deep.equal([['captions.choose', null]]);
  });

  it('calls playback.setRate with a number when a speed is chosen', async () => {
    const player = await openMenu();
    // The last item is the slider, below the presets.
    await pressKeys(player, 's', 'Enter', 'End', 'ArrowUp', 'Enter');
    expect(player.fake.calls).to.deep.equal([['playback.setRate', 2]]);
  });

  it('names tracks without a label by their language', async () => {
    const player = await openMenu();
    await pressKeys(player, 'c', 'Enter');
    expect(itemTexts(player)).to.deep.equal(['Captions', 'Off', 'German (CC)', 'Nederlands', ...captionActions]);
    await pressKeys(player, 'Escape', 'a', 'Enter');
    expect(itemTexts(player)).to.deep.equal(['Audio', 'English', 'Dutch (audio description)']);
  });

  it('updates when the engine changes a value while the menu is open', async () => {
    const player = await openMenu();
    player.fake.set({ quality: { playing: 'high' } });
    await waitForRender(player);
    await settingsMenu(player).updateComplete;
    expect(itemTexts(player)[0]).to.equal('Quality Auto (1080p50)');
  });

  it('distinguishes renditions of one size by their bitrate', async () => {
    const renditions = [800_000, 1_500_000].map((bitrate, index) => ({ id: String(index), width: 640, height: 360, bitrate }));
    const player = await openMenu({ quality: { renditions, choice: 'auto', playing: null } });
    await pressKeys(player, 'Enter');
    expect(itemTexts(player).map((item) => item.replace(/\s/gu, ' '))).to.deep.equal(['Quality', 'Auto', '360p 1.5 Mb/s', '360p 800 kb/s']);
  });

  for (const dir of ['ltr', 'rtl']) {
    it(`aligns names of both directions with its own, which is ${dir}`, async () => {
      const labels = ['English', 'العربية', 'עברית'];
      const tracks = labels.map((label, index) => ({ id: String(index), label, language: '', kind: 'subtitles' as const }));
      const player = await mount({ captions: { tracks, choice: '1' } }, { dir });
      settingsButton(player).click();
      await settingsMenu(player).updateComplete;
      const startEdge = (text: string) => {
        const textNodes = document.createTreeWalker(settingsMenu(player).shadowRoot!, NodeFilter.SHOW_TEXT);
        while (textNodes.nextNode()) {
          if (textNodes.currentNode.textContent!.trim() !== text) continue;
          const range = document.createRange();
          range.selectNode(textNodes.currentNode);
          const { left, right } = range.getBoundingClientRect();
          return Math.round(dir === 'ltr' ? left : right);
        }
        throw new Error(`There is no ${text}`);
      };
      menuItems(player)
        .find(({ dataset }) => dataset.key === 'captions')!
        .click();
      await settingsMenu(player).updateComplete;
      expect(new Set(labels.map(startEdge)).size, labels.map(startEdge).join()).to.equal(1);
    });
  }

  it('renders text from a manifest as text', async () => {
    const player = await openMenu({
      audio: { tracks: ['<b>x</b>', 'y'].map((label, index) => ({ id: String(index), label, language: '', kind: '' })), choice: '0' }
    });
    await pressKeys(player, 'a', 'Enter');
    expect(itemTexts(player)[1]).to.equal('<b>x</b>');
  });
});
