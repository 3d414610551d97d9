import { expect } from 'chai';
import type { Call, StatePatch } from '../../support/fake-player.js';
import { hotkeys } from '../../../src/ui/interface/hotkeys.js';
import { until } from '../../support/until.js';
import { drawn, live, mount, part, playing, press } from '../mount.js';

const rows: readonly [string, Call | undefined, StatePatch?][] = [
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
  ['5', ['time.seek', 200], live],
  ['Home', ['time.seek', 0]],
  ['End', ['time.seek', 300]],
  ['End', ['live.seekToEdge'], live],
  ['>', ['playback.setRate', 1.25]],
  ['<', ['playback.setRate', 0.75]],
  ['>', undefined, { playback: { paused: false, rate: 2 } }],
  ['.', ['time.seek', 60.06], { playback: { paused: true }, time: { ...playing.time, current: 60 } }],
  [',', ['time.seek', 59.98], { playback: { paused: true }, time: { ...playing.time, current: 60 } }],
  ['.', ['time.seek', 60.03], { playback: { paused: true }, quality: { ...playing.quality, playing: 'high' } }],
  ['.', undefined],
  [',', undefined],
  ['x', undefined]
];

/** What a physical key types in a keyboard layout, and what it does. */
const layouts: readonly [string, string, string, Call | undefined][] = [
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

/** Those of a player without a playlist. */
const offered = hotkeys.filter(({ name }) => !name.endsWith('Entry'));

describe('hotkeys', () => {
  for (const [key, call, state = {}] of rows) {
    it(`"${key}" gives ${call?.join(' ') ?? 'nothing'} ${Object.keys(state).join(' ')}`, async () => {
      const player = await mount({ ...playing, ...state });
      press(part(player, 'surface'), key);
      // Space plays or pauses at the release, because a hold is another shortcut.
      part(player, 'surface').dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true, composed: true }));
      expect(player.fake.calls).to.deep.equal(call ? [call] : []);
    });
  }

  it('announce the position after a frame', async () => {
    const player = await mount({ ...playing, playback: { paused: true, started: true } });
    press(part(player, 'surface'), '.');
    player.fake.set({ time: { current: 60.06 } });
    await drawn(player);
    expect(part(player, 'notice').textContent!.trim()).to.equal('Next frame: 60.06s');
    await until('the position is announced', () => part(player, 'announcement').textContent === 'Next frame: 60.06s');
  });

  it('step by no frame when hotkeyMap removes the shortcut', async () => {
    const player = await mount({ ...playing, playback: { paused: true, started: true } });
    player.hotkeyMap = { nextFrame: null };
    await drawn(player);
    press(part(player, 'surface'), '.');
    expect(player.fake.calls).to.deep.equal([]);
  });

  for (const [layout, key, code, call] of layouts) {
    it(`${code} gives ${call?.join(' ') ?? 'nothing'} where it types "${key}" (${layout})`, async () => {
      const player = await mount(playing);
      const { defaultPrevented } = press(part(player, 'surface'), key, { code });
      expect(player.fake.calls).to.deep.equal(call ? [call] : []);
      expect(defaultPrevented).to.equal(call !== undefined);
    });
  }

  it('use the publisher’s key in another script before the physical key', async () => {
    const player = await mount(playing);
    player.hotkeyMap = { fullscreen: 'ь' };
    await drawn(player);
    press(part(player, 'surface'), 'ь', { code: 'KeyM' });
    expect(player.fake.calls).to.deep.equal([['fullscreen.toggle']]);
  });

  it('use the physical key with Ctrl when it types no Latin letter', async () => {
    const player = await mount(playing);
    player.hotkeyMap = { mute: 'Ctrl+m' };
    await drawn(player);
    press(part(player, 'surface'), 'ь', { code: 'KeyM', ctrlKey: true });
    expect(player.fake.calls).to.deep.equal([['volume.toggleMuted']]);
  });

  for (const modifier of ['ctrlKey', 'altKey', 'metaKey']) {
    it(`do not run when ${modifier} is pressed with a letter`, async () => {
      const player = await mount(playing);
      expect(press(player, 'f', { [modifier]: true }).defaultPrevented).to.equal(false);
      expect(player.fake.calls).to.deep.equal([]);
    });
  }

  it('prevent the default action of a key only when it is a shortcut', async () => {
    const player = await mount(playing);
    expect(press(player, 'k').defaultPrevented).to.equal(true);
    expect(press(player, 'Tab').defaultPrevented).to.equal(false);
  });

  it('leave Space to a button when it has the focus', async () => {
    const player = await mount(playing);
    expect(press(part(player, 'mute'), ' ').defaultPrevented).to.equal(false);
    press(part(player, 'mute'), 'k');
    expect(player.fake.calls).to.deep.equal([['playback.toggle']]);
  });

  it('leave the arrow keys to a slider when it has the focus', async () => {
    const player = await mount(playing);
    press(part(player, 'seek', '[role=slider]'), 'ArrowRight');
    expect(player.fake.calls).to.deep.equal([['time.seek', 65]]);
  });

  it('leave letters to a text field when it has the focus', async () => {
    const player = await mount(playing);
    const field = document.createElement('input');
    player.append(field);
    press(field, 'm');
    expect(player.fake.calls).to.deep.equal([]);
  });

  it('repeat a skip but not a toggle when the key is held', async () => {
    const player = await mount(playing);
    press(player, 'k', { repeat: true });
    press(player, 'l', { repeat: true });
    expect(player.fake.calls).to.deep.equal([['time.skip', 10]]);
  });

  it('do nothing when hotkeys is "none"', async () => {
    const player = await mount(playing, { hotkeys: 'none' });
    expect(press(player, 'k').defaultPrevented).to.equal(false);
    expect(player.fake.calls).to.deep.equal([]);
  });

  it('have other keys or none in the help dialog and the tooltips when hotkeyMap changes them', async () => {
    const player = await mount(playing);
    player.hotkeyMap = { mute: ['s', 'Ctrl+m'], playPause: 'Enter', percent: null, forward5: [] };
    await drawn(player);
    for (const [key, init] of [['m'], ['s'], ['m', { ctrlKey: true }], ['k'], ['Enter'], ['5'], ['ArrowRight']] as const)
      press(part(player, 'surface'), key, init);
    expect(player.fake.calls).to.deep.equal([['volume.toggleMuted'], ['volume.toggleMuted'], ['playback.toggle']]);
    expect(part(player, 'mute').dataset.tip).to.equal('Mute (Ctrl+m)');
    press(part(player, 'surface'), '?');
    await player.updateComplete;
    const lines = [...part(player, 'panel').querySelectorAll('.keys > div')].map(({ textContent }) =>
      textContent!.replace(/\s+/g, ' ').trim()
    );
    expect(lines).to.include('Sound on or off SCtrl+m');
    expect(lines.length).to.equal(offered.length - 2);
  });

  it('run when the letter case differs from that of the key in hotkeyMap', async () => {
    const player = await mount(playing);
    player.hotkeyMap = { mute: 'S', captions: 'ctrl+T', fullscreen: 'enter' };
    await drawn(player);
    for (const [key, init] of [['s'], ['S', { shiftKey: true }], ['t', { ctrlKey: true }], ['Enter']] as const)
      press(part(player, 'surface'), key, init);
    expect(player.fake.calls).to.deep.equal([['volume.toggleMuted'], ['volume.toggleMuted'], ['captions.toggle'], ['fullscreen.toggle']]);
    expect(part(player, 'mute').dataset.tip).to.equal('Mute (S)');
  });

  it('leave Enter and Space to a focused button, whatever hotkeyMap says', async () => {
    const player = await mount(playing);
    player.hotkeyMap = { playPause: ['Enter', ' '] };
    await drawn(player);
    for (const key of ['Enter', ' ']) expect(press(part(player, 'mute'), key).defaultPrevented, key).to.equal(false);
    expect(player.fake.calls).to.deep.equal([]);
    press(part(player, 'surface'), 'Enter');
    expect(player.fake.calls).to.deep.equal([['playback.toggle']]);
  });

  it('do nothing when the focus is outside the player', async () => {
    const player = await mount(playing);
    press(document.body, 'k');
    expect(player.fake.calls).to.deep.equal([]);
  });

  it('show their result in a notice', async () => {
    const player = await mount(playing);
    press(player, 'ArrowUp');
    player.fake.set({ volume: { level: 0.55, muted: false } });
    await drawn(player);
    expect(part(player, 'notice').textContent!.trim()).to.equal('Volume 55%');
    expect(part(player, 'notice').querySelector('svg')).not.to.equal(null);
  });

  it('add up repeated skips in words', async () => {
    const player = await mount(playing);
    for (const key of ['l', 'l', 'ArrowRight']) press(player, key);
    await drawn(player);
    expect(part(player, 'notice').textContent!.trim()).to.equal('Forward 25 seconds');
    press(player, 'j');
    await drawn(player);
    expect(part(player, 'notice').textContent!.trim()).to.equal('Back 10 seconds');
  });

  it('show an icon when playback is started or paused', async () => {
    const player = await mount(playing);
    press(player, 'k');
    await drawn(player);
    expect(part(player, 'notice').querySelector('svg')).not.to.equal(null);
  });

  it('are all listed when "?" is pressed, and Escape returns the focus', async () => {
    const player = await mount(playing);
    const dialog = part<HTMLElementTagNameMap['jet-dialog']>(player, 'panel');
    part(player, 'play').focus();
    press(part(player, 'play'), '?');
    await player.updateComplete;
    await dialog.updateComplete;
    expect(dialog.querySelectorAll('dt').length).to.equal(offered.length);
    expect(dialog.shadowRoot!.activeElement?.ariaLabel).to.equal('Close');
    expect(part(player, 'bar').inert).to.equal(true);
    press(dialog.shadowRoot!.activeElement!, 'k');
    expect(player.fake.calls, 'keys in a dialog are not shortcuts').to.deep.equal([]);
    // The focus cycles: the close button, the text, and the close button again.
    const [close, body] = ['button', '.body'].map((name) => dialog.shadowRoot!.querySelector<HTMLElement>(name)!);
    for (const [from, shiftKey, to] of [
      [body, false, close],
      [close, true, body]
    ] as const) {
      from!.focus();
      press(from!, 'Tab', { shiftKey });
      expect(dialog.shadowRoot!.activeElement).to.equal(to);
    }
    close!.focus();
    press(close!, 'Escape');
    await player.updateComplete;
    await dialog.updateComplete;
    expect(dialog.open).to.equal(false);
    expect(player.shadowRoot!.activeElement).to.equal(part(player, 'play'));
  });
});
