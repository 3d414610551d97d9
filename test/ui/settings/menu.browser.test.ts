import { expect } from 'chai';
import { drawn, mount, part, playing, press, type TestPlayer } from '../mount.js';

const menuOf = (player: TestPlayer) => part<HTMLElementTagNameMap['jet-menu']>(player, 'settings');
const button = (player: TestPlayer) => part(player, 'settings', 'button');
const lines = (player: TestPlayer) => [...menuOf(player).shadowRoot!.querySelectorAll<HTMLElement>('.item')];
const words = (player: TestPlayer) => lines(player).map((line) => line.textContent!.replace(/\s+/g, ' ').trim());
const focused = (player: TestPlayer) => menuOf(player).shadowRoot!.activeElement as HTMLElement;

async function open(patch = playing): Promise<TestPlayer> {
  const player = await mount(patch);
  button(player).click();
  await menuOf(player).updateComplete;
  return player;
}

async function type(player: TestPlayer, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    press(focused(player), key);
    await menuOf(player).updateComplete;
  }
}

/** What the group of captions has below the tracks. */
const aboutCaptions = ['Caption style', 'Read captions aloud', 'Transcript'];

/** A source without a choice of quality, which has loaded. */
const file = { time: { duration: 60 } };

/** The items for a link to the video. */
const sharing = ['Copy link at this moment', 'Share a clip'];

describe('settings menu', () => {
  it('stops every key, so that no shortcut of the player runs in it', async () => {
    const player = await open();
    const keys: string[] = [];
    player.addEventListener('keydown', ({ key }) => keys.push(key));
    await type(player, 'k', 'ArrowRight', 'j');
    press(focused(player), 'ArrowRight', { ctrlKey: true });
    expect([keys, player.fake.calls]).to.deep.equal([[], []]);
    // Canary: outside the menu, the player receives the key.
    press(part(player, 'mute'), 'k');
    expect(keys).to.deep.equal(['k']);
  });

  it('lists the available choices, with the current values', async () => {
    const player = await open();
    expect(words(player)).to.deep.equal(['Quality Auto (720p)', 'Data saver', 'Speed Normal', 'Captions Off', 'Audio English', 'More']);
    await type(player, 'm', 'Enter');
    expect(words(player)).to.deep.equal(['More', 'Privacy', ...sharing, 'Statistics', 'Keyboard shortcuts']);
  });

  it('leaves out choices when they are unavailable', async () => {
    const player = await open(file);
    expect(words(player)).to.deep.equal(['Speed Normal', 'Privacy', ...sharing, 'Statistics', 'Keyboard shortcuts']);
  });

  it('is a menu button with a menu', async () => {
    const player = await mount(playing);
    expect([button(player).ariaHasPopup, button(player).ariaExpanded, button(player).ariaLabel]).to.deep.equal([
      'menu',
      'false',
      'Settings'
    ]);
    button(player).click();
    await menuOf(player).updateComplete;
    expect(button(player).ariaExpanded).to.equal('true');
    expect(menuOf(player).shadowRoot!.querySelector('[role=menu]')!.ariaLabel).to.equal('Settings');
    expect(lines(player).map((line) => line.role)).to.deep.equal(['menuitem', 'menuitemcheckbox', ...Array<string>(4).fill('menuitem')]);
  });

  it('cycles with the arrow keys, and goes to the ends with Home and End', async () => {
    const player = await open();
    const at = () => lines(player).indexOf(focused(player));
    expect(at()).to.equal(0);
    for (const [key, index] of [
      ['ArrowDown', 1],
      ['ArrowUp', 0],
      ['ArrowUp', 5],
      ['ArrowDown', 0],
      ['End', 5],
      ['Home', 0]
    ] as const) {
      await type(player, key);
      expect(at(), key).to.equal(index);
    }
  });

  it('has no shortcuts on a device without a keyboard', async () => {
    const { matchMedia } = window;
    // As on a phone: the only pointer is a finger.
    window.matchMedia = (query) => ({ ...matchMedia(query), matches: query.includes('coarse') }) as MediaQueryList;
    try {
      const player = await open(file);
      expect(words(player)).to.deep.equal(['Speed Normal', 'Privacy', ...sharing, 'Statistics']);
    } finally {
      window.matchMedia = matchMedia;
    }
  });

  it('has six rows when every setting applies, and the panels are in the last one', async () => {
    const list = [{ start: 0, end: 300, title: 'One' }];
    const player = await open({ ...playing, chapters: { list, current: 0 } });
    expect(words(player).length).to.equal(6);
    await type(player, 'm', 'Enter');
    expect(words(player)).to.deep.equal(['More', 'Chapters', 'Privacy', ...sharing, 'Statistics', 'Keyboard shortcuts']);
  });

  it('turns reading aloud on in the group of captions', async () => {
    const player = await open();
    await type(player, 'c', 'Enter', 'r');
    expect([focused(player).role, focused(player).ariaChecked]).to.deep.equal(['menuitemcheckbox', 'false']);
    await type(player, 'Enter');
    expect(player.fake.calls).to.deep.equal([['captions.setSpeakCaptions', true]]);
  });

  it('finds an item by its first letter', async () => {
    const player = await open();
    await type(player, 'a');
    expect(focused(player).dataset.key).to.equal('audio');
  });

  for (const key of ['Enter', ' ', 'ArrowRight']) {
    it(`opens a submenu at the current choice when "${key}" is pressed`, async () => {
      const player = await open();
      await type(player, key);
      expect(words(player)).to.deep.equal(['Quality', 'Auto (720p)', '1080p50', '720p', '360p']);
      expect(focused(player).ariaChecked).to.equal('true');
      expect(
        lines(player)
          .slice(1)
          .map((line) => line.role)
      ).to.deep.equal(Array(4).fill('menuitemradio'));
    });
  }

  for (const key of ['Escape', 'ArrowLeft']) {
    it(`goes back to the previous item when ${key} is pressed`, async () => {
      const player = await open();
      await type(player, 's', 'Enter', key);
      expect(focused(player).dataset.key).to.equal('speed');
    });
  }

  it('closes and restores the focus when Escape is pressed', async () => {
    const player = await open();
    await type(player, 'Escape');
    expect(menuOf(player).open).to.equal(false);
    expect(focused(player)).to.equal(button(player));
  });

  it('closes when another element is pressed, or the focus leaves', async () => {
    const player = await open();
    part(player, 'surface').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    expect(menuOf(player).open).to.equal(false);
    button(player).click();
    await menuOf(player).updateComplete;
    part(player, 'play').focus();
    expect(menuOf(player).open).to.equal(false);
  });

  const choices: readonly [string, string, string[]][] = [
    ['quality', '=high', ['quality.choose', 'high']],
    ['quality', '=auto', ['quality.choose', 'auto']],
    ['audio', '=b', ['audio.choose', 'b']],
    ['captions', '=s', ['captions.choose', 's']]
  ];
  for (const [page, key, call] of choices) {
    it(`${page} ${key}: gives ${call.join(' ')}, closes, and restores the focus`, async () => {
      const player = await open();
      const pick = async (wanted: string) => {
        lines(player)
          .find((line) => line.dataset.key === wanted)!
          .click();
        await menuOf(player).updateComplete;
      };
      await pick(page);
      await pick(key);
      expect(player.fake.calls).to.deep.equal([call]);
      expect(menuOf(player).open).to.equal(false);
      expect(focused(player)).to.equal(button(player));
    });
  }

  it('tells tracks of one language apart', async () => {
    const alike = (kind: 'captions' | 'subtitles') => [0, 1, 2].map((id) => ({ id: `text-${id}`, label: 'English', language: 'en', kind }));
    const player = await open({
      ...playing,
      captions: { ...playing.captions, tracks: [...alike('captions').slice(2), ...alike('subtitles').slice(0, 2)] }
    });
    lines(player)
      .find(({ dataset }) => dataset.key === 'captions')!
      .click();
    await menuOf(player).updateComplete;
    expect(words(player)).to.deep.equal(['Captions', 'Off', 'English (CC)', 'English', 'English 2', ...aboutCaptions]);
  });

  it('turns captions off when "Off" is chosen', async () => {
    const player = await open({ ...playing, captions: { ...playing.captions, choice: 's' } });
    await type(player, 'c', 'Enter', 'Home', 'ArrowDown', 'Enter');
    expect(player.fake.calls).to.deep.equal([['captions.choose', null]]);
  });

  it('sets the speed as a number', async () => {
    const player = await open();
    // The slider is below the last of the presets.
    await type(player, 's', 'Enter', 'End', 'ArrowUp', 'Enter');
    expect(player.fake.calls).to.deep.equal([['playback.setRate', 2]]);
  });

  it('names tracks without a label by their language', async () => {
    const player = await open();
    await type(player, 'c', 'Enter');
    expect(words(player)).to.deep.equal(['Captions', 'Off', 'German (CC)', 'Nederlands', ...aboutCaptions]);
    await type(player, 'Escape', 'a', 'Enter');
    expect(words(player)).to.deep.equal(['Audio', 'English', 'Dutch (audio description)']);
  });

  it('updates when the engine changes a value while it is open', async () => {
    const player = await open();
    player.fake.set({ quality: { playing: 'high' } });
    await drawn(player);
    await menuOf(player).updateComplete;
    expect(words(player)[0]).to.equal('Quality Auto (1080p50)');
  });

  it('distinguishes renditions of one size by their bitrate', async () => {
    const renditions = [800_000, 1_500_000].map((bitrate, index) => ({ id: String(index), width: 640, height: 360, bitrate }));
    const player = await open({ quality: { renditions, choice: 'auto', playing: null } });
    await type(player, 'Enter');
    expect(words(player).map((line) => line.replace(/\s/gu, ' '))).to.deep.equal(['Quality', 'Auto', '360p 1.5 Mb/s', '360p 800 kb/s']);
  });

  for (const dir of ['ltr', 'rtl']) {
    it(`aligns names of either direction with the menu, which is ${dir}`, async () => {
      const labels = ['English', 'العربية', 'עברית'];
      const tracks = labels.map((label, index) => ({ id: String(index), label, language: '', kind: 'subtitles' as const }));
      const player = await mount({ captions: { tracks, choice: '1' } }, { dir });
      button(player).click();
      await menuOf(player).updateComplete;
      const start = (text: string) => {
        const words = document.createTreeWalker(menuOf(player).shadowRoot!, NodeFilter.SHOW_TEXT);
        while (words.nextNode()) {
          if (words.currentNode.textContent!.trim() !== text) continue;
          const range = document.createRange();
          range.selectNode(words.currentNode);
          const { left, right } = range.getBoundingClientRect();
          return Math.round(dir === 'ltr' ? left : right);
        }
        throw new Error(`There is no ${text}`);
      };
      lines(player)
        .find(({ dataset }) => dataset.key === 'captions')!
        .click();
      await menuOf(player).updateComplete;
      expect(new Set(labels.map(start)).size, labels.map(start).join()).to.equal(1);
    });
  }

  it('renders text from a manifest as text', async () => {
    const player = await open({
      audio: { tracks: ['<b>x</b>', 'y'].map((label, index) => ({ id: String(index), label, language: '', kind: '' })), choice: '0' }
    });
    await type(player, 'a', 'Enter');
    expect(words(player)[1]).to.equal('<b>x</b>');
  });
});
