import { expect } from 'chai';
import type { Call, StatePatch } from '../../support/fake-player.js';
import { defaultHotkeys } from '../../../src/ui/interface/hotkeys.js';
import { until } from '../../support/until.js';
import { waitForRender, liveState, mount, part, playingState, pressKey } from '../mount.js';

/** A key, and the command that it calls, in a state. */
const keyCases: readonly [key: string, Call | undefined, StatePatch?][] = [
  [' ', ['playback.toggle']],
  ['k', ['playback.toggle']],
  ['K', ['playback.toggle']],
  ['ArrowLeft', ['time.skip', -5]],
  ['ArrowRight', ['time.skip', 5]],
  ['j', ['time.skip', -10]],
  ['l', ['time.skip', 10]],
  ['ArrowUp', ['volume.setLevel', 0.55], { volume: { level: 0.5, muted: false } }],
  ['ArrowDown', ['volume.setLevel', 0.45], { volume: { level: 0.5, muted: false } }],
  ['ArrowUp', ['volume.setLevel', 0.55], { volume: { level: 0.5, muted: true } }],
  ['ArrowDown', ['volume.setLevel', 0.45], { volume: { level: 0.5, muted: true } }],
  ['m', ['volume.toggleMuted']],
  ['c', ['captions.toggle']],
  ['f', ['fullscreen.toggle']],
  ['p', ['pip.toggle']],
  ['p', undefined, { pip: { supported: false, active: false } }],
  ['0', ['time.seek', 0]],
  ['5', ['time.seek', 150]],
  ['9', ['time.seek', 270]],
  ['5', ['time.seek', 200], liveState],
  ['Home', ['time.seek', 0]],
  ['End', ['time.seek', 300]],
  ['End', ['live.seekToEdge'], liveState],
  ['>', ['playback.setRate', 1.25]],
  ['<', ['playback.setRate', 0.75]],
  ['>', undefined, { playback: { paused: false, rate: 2 } }],
  ['.', ['time.seek', 60.06], { playback: { paused: true }, time: { ...playingState.time, current: 60 } }],
  [',', ['time.seek', 59.98], { playback: { paused: true }, time: { ...playingState.time, current: 60 } }],
  ['.', ['time.seek', 60.03], { playback: { paused: true }, quality: { ...playingState.quality, playing: 'high' } }],
  ['.', undefined],
  [',', undefined],
  ['x', undefined]
];

/** What a physical key types in a keyboard layout, and the command that it calls. */
const layoutCases: readonly [layout: string, key: string, code: string, Call | undefined][] = [
  ['Russian', 'ь', 'KeyM', ['volume.toggleMuted']],
  ['Russian', 'Л', 'KeyK', ['playback.toggle']],
  ['Greek', 'λ', 'KeyL', ['time.skip', 10]],
  ['Arabic', 'ؤ', 'KeyC', ['captions.toggle']],
  ['Arabic', '٥', 'Digit5', ['time.seek', 150]],
  ['Persian', '۹', 'Digit9', ['time.seek', 270]],
  ['Hebrew', 'ח', 'KeyJ', ['time.skip', -10]],
  ['Thai', '่', 'KeyJ', ['time.skip', -10]],
  ['Dvorak', 'k', 'KeyV', ['playback.toggle']],
  ['Dvorak', 't', 'KeyK', undefined],
  ['AZERTY', 'm', 'Semicolon', ['volume.toggleMuted']],
  ['AZERTY', ',', 'KeyM', undefined],
  ['AZERTY', 'é', 'Digit2', undefined],
  ['German, with AltGr', 'µ', 'KeyM', undefined]
];

/** The shortcuts of a player without a playlist. */
const availableHotkeys = defaultHotkeys.filter(({ name }) => !name.endsWith('Entry'));

/** The parts of a state that differ from `playingState`, for a title. */
const statePhrase = (state: StatePatch): string => {
  const names = Object.keys(state).map((name) => (name === 'volume' && state.volume?.muted ? 'volume (muted)' : name));
  return names.length > 0 ? `with another state of ${names.join(', ')}` : 'during playback';
};

describe('hotkeys', () => {
  for (const [key, call, state = {}] of keyCases) {
    it(`call ${call?.join(' ') ?? 'nothing'} when "${key}" is pressed ${statePhrase(state)}`, async () => {
      const player = await mount({ ...playingState, ...state });
      pressKey(part(player, 'surface'), key);
      // The space bar plays or pauses when it is released, because a hold is another shortcut.
      part(player, 'surface').dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true, composed: true }));
      expect(player.fake.calls).to.deep.equal(call ? [call] : []);
    });
  }

  it('announce the playback position after a step to the next frame', async () => {
    const player = await mount({ ...playingState, playback: { paused: true, started: true } });
    pressKey(part(player, 'surface'), '.');
    player.fake.set({ time: { current: 60.06 } });
    await waitForRender(player);
    expect(part(player, 'notice').textContent!.trim()).to.equal('Next frame: 60.06s');
    await until('the position is announced', () => part(player, 'announcement').textContent === 'Next frame: 60.06s');
  });

  it('do not step to the next frame when hotkeyMap removes the shortcut', async () => {
    const player = await mount({ ...playingState, playback: { paused: true, started: true } });
    player.hotkeyMap = { nextFrame: null };
    await waitForRender(player);
    pressKey(part(player, 'surface'), '.');
    expect(player.fake.calls).to.deep.equal([]);
  });

  for (const [layout, key, code, call] of layoutCases) {
    it(`call ${call?.join(' ') ?? 'nothing'} when ${code} is pressed and types "${key}" (${layout})`, async () => {
      const player = await mount(playingState);
      const { defaultPrevented } = pressKey(part(player, 'surface'), key, { code });
      expect(player.fake.calls).to.deep.equal(call ? [call] : []);
      expect(defaultPrevented).to.equal(call !== undefined);
    });
  }

  it('prefer a key of hotkeyMap in another script to the physical key', async () => {
    const player = await mount(playingState);
    player.hotkeyMap = { fullscreen: 'ь' };
    await waitForRender(player);
    pressKey(part(player, 'surface'), 'ь', { code: 'KeyM' });
    expect(player.fake.calls).to.deep.equal([['fullscreen.toggle']]);
  });

  it('use the physical key with Ctrl when the key types no Latin letter', async () => {
    const player = await mount(playingState);
    player.hotkeyMap = { mute: 'Ctrl+m' };
    await waitForRender(player);
    pressKey(part(player, 'surface'), 'ь', { code: 'KeyM', ctrlKey: true });
    expect(player.fake.calls).to.deep.equal([['volume.toggleMuted']]);
  });

  for (const modifier of ['ctrlKey', 'altKey', 'metaKey']) {
    it(`do not run when ${modifier} is pressed with a letter`, async () => {
      const player = await mount(playingState);
      expect(pressKey(player, 'f', { [modifier]: true }).defaultPrevented).to.equal(false);
      expect(player.fake.calls).to.deep.equal([]);
    });
  }

  for (const [key, call] of [
    ['K', 'playback.toggle'],
    ['ArrowRight', 'time.skip'],
    ['P', 'pip.toggle']
  ] as const) {
    it(`run for ${key} with Shift, when no shortcut contains Shift and this key`, async () => {
      const player = await mount(playingState);
      pressKey(player, key, { shiftKey: true });
      expect(player.fake.calls.map(([name]) => name)).to.deep.equal([call]);
    });
  }

  it('prevent the default action of a key only when it is a shortcut', async () => {
    const player = await mount(playingState);
    expect(pressKey(player, 'k').defaultPrevented).to.equal(true);
    expect(pressKey(player, 'Tab').defaultPrevented).to.equal(false);
  });

  it('leave Space to a button when it has the focus', async () => {
    const player = await mount(playingState);
    expect(pressKey(part(player, 'mute'), ' ').defaultPrevented).to.equal(false);
    pressKey(part(player, 'mute'), 'k');
    expect(player.fake.calls).to.deep.equal([['playback.toggle']]);
  });

  it('leave the arrow keys to a slider when it has the focus', async () => {
    const player = await mount(playingState);
    pressKey(part(player, 'seek', '[role=slider]'), 'ArrowRight');
    expect(player.fake.calls).to.deep.equal([['time.seek', 65]]);
  });

  it('leave letters to a text field when it has the focus', async () => {
    const player = await mount(playingState);
    const field = document.createElement('input');
    player.append(field);
    pressKey(field, 'm');
    expect(player.fake.calls).to.deep.equal([]);
  });

  it('keep the page from scrolling when the space bar of a paused video is held', async () => {
    const player = await mount({ ...playingState, playback: { ...playingState.playback, paused: true } });
    expect(pressKey(player, ' ', { code: 'Space' }).defaultPrevented).to.equal(true);
    expect(pressKey(player, ' ', { code: 'Space', repeat: true }).defaultPrevented).to.equal(true);
    expect(player.fake.calls).to.deep.equal([['playback.toggle']]);
  });

  it('repeat a skip but not a toggle when the key is held', async () => {
    const player = await mount(playingState);
    pressKey(player, 'k', { repeat: true });
    pressKey(player, 'l', { repeat: true });
    expect(player.fake.calls).to.deep.equal([['time.skip', 10]]);
  });

  for (const [condition, attributes] of [
    ['hotkeys is "none"', { hotkeys: 'none' }],
    ['the player has no controls', { nocontrols: '' }]
  ] as const)
    it(`do nothing when ${condition}`, async () => {
      const player = await mount(playingState, attributes);
      expect(pressKey(player, 'k').defaultPrevented).to.equal(false);
      expect(player.fake.calls).to.deep.equal([]);
    });

  it('seek to a part of the video with a digit only, whatever keys hotkeyMap gives to the shortcut', async () => {
    const player = await mount(playingState);
    player.hotkeyMap = { percent: ['q', '7'] };
    await waitForRender(player);
    for (const key of ['q', '7']) pressKey(part(player, 'surface'), key);
    expect(player.fake.calls.map(([command]) => command)).to.deep.equal(['time.seek']);
  });

  it('run and are shown with the keys of hotkeyMap, and not at all when it has none for them', async () => {
    const player = await mount(playingState);
    player.hotkeyMap = { mute: ['s', 'Ctrl+m'], playPause: 'Enter', percent: null, forward5: [] };
    await waitForRender(player);
    for (const [key, init] of [['m'], ['s'], ['m', { ctrlKey: true }], ['k'], ['Enter'], ['5'], ['ArrowRight']] as const)
      pressKey(part(player, 'surface'), key, init);
    expect(player.fake.calls).to.deep.equal([['volume.toggleMuted'], ['volume.toggleMuted'], ['playback.toggle']]);
    expect(part(player, 'mute').dataset.tip).to.equal('Mute (Ctrl+m)');
    pressKey(part(player, 'surface'), '?');
    await player.updateComplete;
    const helpLines = [...part(player, 'panel').querySelectorAll('.keys > div')].map(({ textContent }) =>
      textContent!.replace(/\s+/g, ' ').trim()
    );
    expect(helpLines).to.include('Sound on or off SCtrl+m');
    expect(helpLines.length).to.equal(availableHotkeys.length - 2);
  });

  it('run when the letter case differs from that of the key in hotkeyMap', async () => {
    const player = await mount(playingState);
    player.hotkeyMap = { mute: 'S', captions: 'ctrl+T', fullscreen: 'enter' };
    await waitForRender(player);
    for (const [key, init] of [['s'], ['S', { shiftKey: true }], ['t', { ctrlKey: true }], ['Enter']] as const)
      pressKey(part(player, 'surface'), key, init);
    expect(player.fake.calls).to.deep.equal([['volume.toggleMuted'], ['volume.toggleMuted'], ['captions.toggle'], ['fullscreen.toggle']]);
    expect(part(player, 'mute').dataset.tip).to.equal('Mute (S)');
  });

  for (const key of ['Ctrl+Shift+K', 'Shift+Ctrl+k', 'ctrl+shift+k'])
    it(`run with Ctrl and Shift when hotkeyMap names both: ${key}`, async () => {
      const player = await mount(playingState);
      player.hotkeyMap = { mute: key };
      await waitForRender(player);
      pressKey(part(player, 'surface'), 'k', { ctrlKey: true });
      pressKey(part(player, 'surface'), 'K', { ctrlKey: true, shiftKey: true });
      expect(player.fake.calls).to.deep.equal([['volume.toggleMuted']]);
      expect(part(player, 'mute').dataset.tip!.toLowerCase()).to.equal('mute (ctrl+shift+k)');
    });

  it('leave Enter and Space to a focused button, even if hotkeyMap contains them', async () => {
    const player = await mount(playingState);
    player.hotkeyMap = { playPause: ['Enter', ' '] };
    await waitForRender(player);
    for (const key of ['Enter', ' ']) expect(pressKey(part(player, 'mute'), key).defaultPrevented, key).to.equal(false);
    expect(player.fake.calls).to.deep.equal([]);
    pressKey(part(player, 'surface'), 'Enter');
    expect(player.fake.calls).to.deep.equal([['playback.toggle']]);
  });

  it('do nothing when the focus is outside the player', async () => {
    const player = await mount(playingState);
    pressKey(document.body, 'k');
    expect(player.fake.calls).to.deep.equal([]);
  });

  it('show their result in a notice', async () => {
    const player = await mount(playingState);
    pressKey(player, 'ArrowUp');
    player.fake.set({ volume: { level: 0.55, muted: false } });
    await waitForRender(player);
    expect(part(player, 'notice').textContent!.trim()).to.equal('Volume 55%');
    expect(part(player, 'notice').querySelector('svg')).not.to.equal(null);
  });

  it('add up the seconds of repeated skips in the notice', async () => {
    const player = await mount(playingState);
    for (const key of ['l', 'l', 'ArrowRight']) pressKey(player, key);
    await waitForRender(player);
    expect(part(player, 'notice').textContent!.trim()).to.equal('Forward 25 seconds');
    pressKey(player, 'j');
    await waitForRender(player);
    expect(part(player, 'notice').textContent!.trim()).to.equal('Back 10 seconds');
  });

  it('show an icon in the notice when playback is toggled', async () => {
    const player = await mount(playingState);
    pressKey(player, 'k');
    await waitForRender(player);
    expect(part(player, 'notice').querySelector('svg')).not.to.equal(null);
  });

  it('are all listed in a dialog when "?" is pressed, and Escape closes it and returns the focus', async () => {
    const player = await mount(playingState);
    const dialog = part<HTMLElementTagNameMap['jet-dialog']>(player, 'panel');
    part(player, 'play').focus();
    pressKey(part(player, 'play'), '?');
    await player.updateComplete;
    await dialog.updateComplete;
    expect(dialog.querySelectorAll('dt').length).to.equal(availableHotkeys.length);
    expect(dialog.shadowRoot!.activeElement?.ariaLabel).to.equal('Close');
    expect(part(player, 'bar').inert).to.equal(true);
    pressKey(dialog.shadowRoot!.activeElement!, 'k');
    expect(player.fake.calls, 'keys in a dialog are not shortcuts').to.deep.equal([]);
    // The focus cycles: the close button, the text, and the close button again.
    const [close, body] = ['button', '.body'].map((name) => dialog.shadowRoot!.querySelector<HTMLElement>(name)!);
    for (const [from, shiftKey, to] of [
      [body, false, close],
      [close, true, body]
    ] as const) {
      from!.focus();
      pressKey(from!, 'Tab', { shiftKey });
      expect(dialog.shadowRoot!.activeElement).to.equal(to);
    }
    close!.focus();
    pressKey(close!, 'Escape');
    await player.updateComplete;
    await dialog.updateComplete;
    expect(dialog.open).to.equal(false);
    expect(player.shadowRoot!.activeElement).to.equal(part(player, 'play'));
  });
});
