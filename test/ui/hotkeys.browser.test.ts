import { expect } from 'chai';
import type { Call, StatePatch } from '../support/fake-player.js';
import { hotkeys } from '../../src/ui/hotkeys.js';
import { drawn, live, mount, part, playing, press } from './mount.js';

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
  ['ArrowUp', ['volume.setLevel', 0.05], { volume: { level: 0.5, muted: true } }],
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
  ['x', undefined]
];

describe('hotkeys', () => {
  for (const [key, call, state = {}] of rows) {
    it(`"${key}" gives ${call?.join(' ') ?? 'nothing'} ${Object.keys(state).join(' ')}`, async () => {
      const player = await mount({ ...playing, ...state });
      press(part(player, 'surface'), key);
      expect(player.fake.calls).to.deep.equal(call ? [call] : []);
    });
  }

  for (const modifier of ['ctrlKey', 'altKey', 'metaKey']) {
    it(`are the browser's with ${modifier}`, async () => {
      const player = await mount(playing);
      expect(press(player, 'f', { [modifier]: true }).defaultPrevented).to.equal(false);
      expect(player.fake.calls).to.deep.equal([]);
    });
  }

  it('are let through only where they do something', async () => {
    const player = await mount(playing);
    expect(press(player, 'k').defaultPrevented).to.equal(true);
    expect(press(player, 'Tab').defaultPrevented).to.equal(false);
  });

  it('leave Space to a button that has the focus', async () => {
    const player = await mount(playing);
    expect(press(part(player, 'mute'), ' ').defaultPrevented).to.equal(false);
    press(part(player, 'mute'), 'k');
    expect(player.fake.calls).to.deep.equal([['playback.toggle']]);
  });

  it('leave the arrows to a slider that has the focus', async () => {
    const player = await mount(playing);
    press(part(player, 'seek', '[role=slider]'), 'ArrowRight');
    expect(player.fake.calls).to.deep.equal([['time.seek', 65]]);
  });

  it('leave letters to a field', async () => {
    const player = await mount(playing);
    const field = document.createElement('input');
    player.append(field);
    press(field, 'm');
    expect(player.fake.calls).to.deep.equal([]);
  });

  it('toggle once, however long a key is held', async () => {
    const player = await mount(playing);
    press(player, 'k', { repeat: true });
    press(player, 'l', { repeat: true });
    expect(player.fake.calls).to.deep.equal([['time.skip', 10]]);
  });

  it('are off with hotkeys="none"', async () => {
    const player = await mount(playing, { hotkeys: 'none' });
    expect(press(player, 'k').defaultPrevented).to.equal(false);
    expect(player.fake.calls).to.deep.equal([]);
  });

  it('can be other keys, or none, and the help dialog and the tips say so', async () => {
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
    expect(lines).to.include('Sound on or off sCtrl+m');
    expect(lines.length).to.equal(hotkeys.length - 2);
  });

  it('reach only the player that has the focus', async () => {
    const player = await mount(playing);
    press(document.body, 'k');
    expect(player.fake.calls).to.deep.equal([]);
  });

  it('say what came of them', async () => {
    const player = await mount(playing);
    press(player, 'ArrowUp');
    player.fake.set({ volume: { level: 0.55, muted: false } });
    await drawn(player);
    expect(part(player, 'notice').textContent).to.equal('Volume 55%');
  });

  it('"?" lists them all, and Escape gives the focus back', async () => {
    const player = await mount(playing);
    const dialog = part<HTMLElementTagNameMap['jet-dialog']>(player, 'panel');
    part(player, 'play').focus();
    press(part(player, 'play'), '?');
    await player.updateComplete;
    await dialog.updateComplete;
    expect(dialog.querySelectorAll('dt').length).to.equal(hotkeys.length);
    expect(dialog.shadowRoot!.activeElement?.ariaLabel).to.equal('Close');
    expect(part(player, 'bar').inert).to.equal(true);
    press(dialog.shadowRoot!.activeElement!, 'k');
    expect(player.fake.calls, 'keys in a dialog are not shortcuts').to.deep.equal([]);
    // Round and round: the close button, the text, and the close button again.
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
