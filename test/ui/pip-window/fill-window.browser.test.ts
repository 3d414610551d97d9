import { expect } from 'chai';
import { hotkeyFor } from '../../../src/ui/interface/hotkeys.js';
import { fillWindow } from '../../../src/ui/pip-window/fill-window.js';
import type { View } from '../../../src/ui/view.js';
import { drawn, mount, playing, press, view, type TestPlayer } from '../mount.js';

interface Filled {
  readonly player: TestPlayer;
  /** The document of the window. */
  readonly page: Document;
  readonly pip: Window & typeof globalThis;
  readonly life: AbortController;
  /** How often the window was closed. */
  closed(): number;
}

const captioned = { ...playing, captions: { ...playing.captions, choice: 'c', shown: true } };

/** A player with its video in the window of an `<iframe>`, which has a document of its own, as that of picture-in-picture. */
async function fill(): Promise<Filled> {
  const player = await mount(captioned, { 'title-text': 'A day on the delta' });
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const pip = frame.contentWindow as Window & typeof globalThis;
  let closings = 0;
  pip.close = () => void closings++;
  const life = new AbortController();
  const current = (): View => ({
    ...view(
      {},
      {
        options: {
          title: 'A day on the delta',
          rates: [1],
          hotkeys: view().options.hotkeys,
          download: '',
          shareUrl: '',
          transcriptExport: true
        }
      }
    ),
    player: player.fake,
    state: player.fake.state.current
  });
  fillWindow(pip, player.video, { view: current, hotkeyFor }, life);
  return { player, page: frame.contentDocument!, pip, life, closed: () => closings };
}

const inPlayer = (player: TestPlayer) => player.shadowRoot!.querySelector('video');

describe('the window of picture-in-picture', () => {
  it('has the video, the captions, the buttons and a style sheet that it has adopted', async () => {
    const { player, page } = await fill();
    expect([page.querySelector('video'), inPlayer(player)]).to.deep.equal([player.video, null]);
    expect([page.title, page.documentElement.lang]).to.deep.equal(['A day on the delta', 'en']);
    const names = [...page.querySelectorAll('.row > [part]')].map((element) => element.getAttribute('part'));
    expect(names).to.deep.equal(['play', 'back10', 'forward10', 'mute', 'time', 'captions', 'pip']);
    expect([page.adoptedStyleSheets.length, page.querySelectorAll('link, style').length]).to.deep.equal([1, 0]);
    expect(page.querySelector('jet-pip-captions')!.shadowRoot!.adoptedStyleSheets.length).to.equal(1);
  });

  it('shows no captions when they are off', async () => {
    const { player, page } = await fill();
    expect(page.querySelector('jet-pip-captions'), 'canary').not.to.equal(null);
    player.fake.set({ captions: { choice: null, shown: false } });
    await drawn(player);
    expect(page.querySelector('jet-pip-captions')).to.equal(null);
  });

  it('calls the commands of the player, by its buttons and by the shortcuts', async () => {
    const { player, page } = await fill();
    const before = player.fake.calls.length;
    page.querySelector<HTMLElement>('[part=play]')!.click();
    page.querySelector<HTMLElement>('.surface')!.click();
    press(page, 'k');
    press(page, 'j');
    press(page, 'f');
    expect(player.fake.calls.slice(before).map(([name]) => name)).to.deep.equal([
      'playback.toggle',
      'playback.toggle',
      'playback.toggle',
      'time.skip'
    ]);
    press(page, 'm');
    expect(page.querySelector('[role=status]')!.textContent).to.equal('Volume 100%');
  });

  it('leaves out a shortcut that does not apply: no frame step during playback', async () => {
    const { player, page } = await fill();
    const pressed = press(page, '.');
    expect(pressed.defaultPrevented).to.equal(false);
    expect(page.querySelector('[role=status]')!.textContent).to.equal('');
    // Canary: it applies while playback is paused.
    player.fake.set({ playback: { paused: true } });
    await drawn(player);
    expect(press(page, '.').defaultPrevented).to.equal(true);
  });

  it('follows the state', async () => {
    const { player, page } = await fill();
    expect(page.querySelector('[part=play]')!.ariaLabel).to.equal('Pause');
    player.fake.set({ playback: { paused: true } });
    await drawn(player);
    expect(page.querySelector('[part=play]')!.ariaLabel).to.equal('Play');
  });

  const ends: readonly [string, (filled: Filled) => void][] = [
    ['the window closes', ({ pip }) => void pip.dispatchEvent(new Event('pagehide'))],
    ['the player ends it', ({ life }) => life.abort()]
  ];
  for (const [name, end] of ends) {
    it(`returns the video to its place when ${name}, and handles no more keys`, async () => {
      const filled = await fill();
      const { player, page, closed } = filled;
      const place = player.shadowRoot!.querySelector('.frame')!;
      end(filled);
      expect([inPlayer(player), place.contains(player.video), closed()]).to.deep.equal([player.video, true, 1]);
      player.requestUpdate();
      await drawn(player);
      expect(player.shadowRoot!.querySelectorAll('video').length).to.equal(1);
      const before = player.fake.calls.length;
      press(page, 'k');
      expect(player.fake.calls.length).to.equal(before);
    });
  }
});
