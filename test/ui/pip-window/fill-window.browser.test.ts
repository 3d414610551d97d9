import { expect } from 'chai';
import { isLabelVisible } from '../../../src/ui/ai-label/label-visibility.js';
import { hotkeyFor } from '../../../src/ui/interface/hotkeys.js';
import { fillWindow } from '../../../src/ui/pip-window/fill-window.js';
import type { View } from '../../../src/ui/view.js';
import { waitForRender, mount, playingState, pressKey, createView, type TestPlayer } from '../mount.js';

/** A player with its video in another window. */
interface FilledWindow {
  readonly player: TestPlayer;
  readonly pipDocument: Document;
  readonly pipWindow: Window & typeof globalThis;
  readonly lifetime: AbortController;
  /** Returns how often `close()` was called. */
  closeCount(): number;
}

const stateWithCaptions = { ...playingState, captions: { ...playingState.captions, choice: 'c', shown: true } };

/** Mounts a player with its video in the window of an `<iframe>`, which has its own document, as a picture-in-picture window has. */
async function mountInWindow(aiLabel: string | null = null): Promise<FilledWindow> {
  const player = await mount(stateWithCaptions, { 'title-text': 'A day on the delta' });
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const pipWindow = frame.contentWindow as Window & typeof globalThis;
  let closings = 0;
  pipWindow.close = () => void closings++;
  const lifetime = new AbortController();
  const currentView = (): View => ({
    ...createView(
      {},
      {
        options: {
          title: 'A day on the delta',
          rates: [1],
          activeHotkeys: createView().options.activeHotkeys,
          download: '',
          shareUrl: '',
          transcriptExport: true,
          shortened: false,
          aiLabel,
          credentials: undefined
        }
      }
    ),
    player: player.fake,
    state: player.fake.state.current
  });
  fillWindow(pipWindow, player.video, { view: currentView, hotkeyFor }, lifetime);
  return { player, pipDocument: frame.contentDocument!, pipWindow, lifetime, closeCount: () => closings };
}

const videoInPlayer = (player: TestPlayer) => player.shadowRoot!.querySelector('video');

describe('the picture-in-picture window', () => {
  it('contains the video, its captions and its buttons, and has an adopted style sheet', async () => {
    const { player, pipDocument } = await mountInWindow();
    expect([pipDocument.querySelector('video'), videoInPlayer(player)]).to.deep.equal([player.video, null]);
    expect([pipDocument.title, pipDocument.documentElement.lang]).to.deep.equal(['A day on the delta', 'en']);
    const names = [...pipDocument.querySelectorAll('.row > [part]')].map((element) => element.getAttribute('part'));
    expect(names).to.deep.equal(['play', 'back10', 'forward10', 'mute', 'time', 'captions', 'pip']);
    expect([pipDocument.adoptedStyleSheets.length, pipDocument.querySelectorAll('link, style').length]).to.deep.equal([1, 0]);
    expect(pipDocument.querySelector('jet-pip-captions')!.shadowRoot!.adoptedStyleSheets.length).to.equal(1);
  });

  it('shows the AI label of the player, above the captions', async () => {
    const { pipDocument } = await mountInWindow('generated');
    const label = pipDocument.querySelector('.ai-label')!;
    expect([isLabelVisible(label), label.textContent]).to.deep.equal([true, 'AIMade with AI']);
    const [labelBox, captionsBox] = [label, pipDocument.querySelector('jet-pip-captions')!].map((one) => one.getBoundingClientRect());
    expect(captionsBox!.top).to.be.at.least(labelBox!.bottom);
    // Canary: without the attribute there is no label, and a hidden one is not visible.
    (label as HTMLElement).style.display = 'none';
    expect(isLabelVisible(label)).to.equal(false);
    expect((await mountInWindow()).pipDocument.querySelector('.ai-label')).to.equal(null);
  });

  it('shows no captions when they are off', async () => {
    const { player, pipDocument } = await mountInWindow();
    expect(pipDocument.querySelector('jet-pip-captions'), 'canary').not.to.equal(null);
    player.fake.set({ captions: { choice: null, shown: false } });
    await waitForRender(player);
    expect(pipDocument.querySelector('jet-pip-captions')).to.equal(null);
  });

  it('calls the commands of the player with its buttons and with the shortcuts', async () => {
    const { player, pipDocument } = await mountInWindow();
    const callCount = player.fake.calls.length;
    pipDocument.querySelector<HTMLElement>('[part=play]')!.click();
    pipDocument.querySelector<HTMLElement>('.surface')!.click();
    pressKey(pipDocument, 'k');
    pressKey(pipDocument, 'j');
    pressKey(pipDocument, 'f');
    expect(player.fake.calls.slice(callCount).map(([name]) => name)).to.deep.equal([
      'playback.toggle',
      'playback.toggle',
      'playback.toggle',
      'time.skip'
    ]);
    pressKey(pipDocument, 'm');
    expect(pipDocument.querySelector('[role=status]')!.textContent).to.equal('Volume 100%');
  });

  it('ignores a shortcut that does not apply: a frame step during playback', async () => {
    const { player, pipDocument } = await mountInWindow();
    const event = pressKey(pipDocument, '.');
    expect(event.defaultPrevented).to.equal(false);
    expect(pipDocument.querySelector('[role=status]')!.textContent).to.equal('');
    // Canary: the shortcut applies while playback is paused.
    player.fake.set({ playback: { paused: true } });
    await waitForRender(player);
    expect(pressKey(pipDocument, '.').defaultPrevented).to.equal(true);
  });

  it('changes the label of the play button when playback pauses', async () => {
    const { player, pipDocument } = await mountInWindow();
    expect(pipDocument.querySelector('[part=play]')!.ariaLabel).to.equal('Pause');
    player.fake.set({ playback: { paused: true } });
    await waitForRender(player);
    expect(pipDocument.querySelector('[part=play]')!.ariaLabel).to.equal('Play');
  });

  const endings: readonly [string, (filled: FilledWindow) => void][] = [
    ['the window closes', ({ pipWindow }) => void pipWindow.dispatchEvent(new Event('pagehide'))],
    ['the player ends picture-in-picture', ({ lifetime }) => lifetime.abort()]
  ];
  for (const [name, end] of endings) {
    it(`returns the video to the player when ${name}, and handles no more keys`, async () => {
      const filled = await mountInWindow();
      const { player, pipDocument, closeCount } = filled;
      const frameElement = player.shadowRoot!.querySelector('.frame')!;
      end(filled);
      expect([videoInPlayer(player), frameElement.contains(player.video), closeCount()]).to.deep.equal([player.video, true, 1]);
      player.requestUpdate();
      await waitForRender(player);
      expect(player.shadowRoot!.querySelectorAll('video').length).to.equal(1);
      const callCount = player.fake.calls.length;
      pressKey(pipDocument, 'k');
      expect(player.fake.calls.length).to.equal(callCount);
    });
  }
});
