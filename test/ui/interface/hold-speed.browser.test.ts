import { expect } from 'chai';
import { until } from '../../support/until.js';
import type { StatePatch } from '../../support/fake-player.js';
import { drawn, has, live, mount, part, playing, press, type TestPlayer } from '../mount.js';

const began = ['playback.holdRate', 2];
const ended = ['playback.holdRate', null];

type Pointer = 'mouse' | 'touch';

/** Fires a pointer event on the video, at a distance from its middle in pixels. */
function point(
  player: TestPlayer,
  type: string,
  pointerType: Pointer = 'mouse',
  by = 0,
  target: EventTarget = part(player, 'surface')
): void {
  const { left, top, width, height } = part(player, 'surface').getBoundingClientRect();
  const at = { clientX: left + width / 2 + by, clientY: top + height / 2 };
  target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, isPrimary: true, pointerId: 7, pointerType, ...at }));
}

const click = (player: TestPlayer) => point(player, 'click');

const keyUp = (target: EventTarget, key = ' ', code = 'Space') =>
  target.dispatchEvent(new KeyboardEvent('keyup', { key, code, bubbles: true, composed: true }));

const holds = (player: TestPlayer) => until('the hold begins', () => player.fake.calls.length > 0);

/** What a press of this kind does at its start and its end. */
const presses: readonly { name: string; down(player: TestPlayer): void; up(player: TestPlayer): void }[] = [
  { name: 'mouse', down: (player) => point(player, 'pointerdown'), up: (player) => (point(player, 'pointerup'), click(player)) },
  {
    name: 'finger',
    down: (player) => point(player, 'pointerdown', 'touch'),
    up: (player) => (point(player, 'pointerup', 'touch'), click(player))
  },
  { name: 'space bar', down: (player) => press(player, ' ', { code: 'Space' }), up: (player) => keyUp(player) }
];

describe('a hold for double speed', () => {
  for (const { name, down, up } of presses) {
    it(`lasts until the release and does not toggle playback: ${name}`, async () => {
      const player = await mount(playing);
      down(player);
      await holds(player);
      expect(player.fake.calls).to.deep.equal([began]);
      await drawn(player);
      expect(part(player, 'notice').textContent!.trim()).to.equal('Speed 2×');
      await until('it is announced', () => part(player, 'announcement').textContent === 'Speed 2×');
      up(player);
      expect(player.fake.calls).to.deep.equal([began, ended]);
      await drawn(player);
      expect(part(player, 'notice').textContent!.trim()).to.equal('Speed 1×');
      await until('the end is announced', () => part(player, 'announcement').textContent === 'Speed 1×');
    });

    it(`is not begun by a short press: ${name}`, async () => {
      const player = await mount(playing);
      down(player);
      up(player);
      expect(player.fake.calls).to.deep.equal(name === 'finger' ? [] : [['playback.toggle']]);
      // Canary: a hold that began later would fail the next expectation.
      await new Promise((resolve) => setTimeout(resolve, 700));
      expect(player.fake.calls.map(([command]) => command)).not.to.include('playback.holdRate');
    });

    for (const [how, patch, attributes] of [
      ['the video is paused', { ...playing, playback: { paused: true, started: true } }, {}],
      ['hotkeys is "none"', playing, { hotkeys: 'none' }],
      ['the viewer plays at double speed already', { ...playing, playback: { paused: false, started: true, rate: 2 } }, {}],
      ['the video is at the live edge', { ...live, live: { ...live.live, atEdge: true } }, {}]
    ] as readonly [string, StatePatch, Record<string, string>][]) {
      it(`does not begin when ${how}: ${name}`, async () => {
        const player = await mount(patch, attributes);
        down(player);
        await new Promise((resolve) => setTimeout(resolve, 700));
        up(player);
        expect(player.fake.calls.map(([command]) => command)).not.to.include('playback.holdRate');
      });
    }

    for (const [how, act] of [
      ['the window loses the focus', () => window.dispatchEvent(new Event('blur'))],
      ['the video pauses', (player: TestPlayer) => player.video.dispatchEvent(new Event('pause'))],
      ['the source changes', (player: TestPlayer) => player.fake.session.dispatchEvent(new Event('source'))],
      ['the player is removed', (player: TestPlayer) => player.remove()]
    ] as readonly [string, (player: TestPlayer) => void][]) {
      it(`ends when ${how}: ${name}`, async () => {
        const player = await mount(playing);
        const { calls } = player.fake;
        down(player);
        await holds(player);
        act(player);
        expect(calls.slice(0, 2)).to.deep.equal([began, ended]);
        up(player);
        expect(calls.map(([command]) => command)).not.to.include('playback.toggle');
      });
    }
  }

  it('does not begin when hotkeyMap removes it, and space then plays at once', async () => {
    const player = await mount(playing);
    player.hotkeyMap = { doubleSpeed: null };
    await drawn(player);
    point(player, 'pointerdown');
    press(player, ' ', { code: 'Space' });
    expect(player.fake.calls).to.deep.equal([['playback.toggle']]);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(player.fake.calls).to.deep.equal([['playback.toggle']]);
  });

  it('has another key with hotkeyMap, which does nothing when it is pressed briefly', async () => {
    const player = await mount(playing);
    player.hotkeyMap = { doubleSpeed: 'd' };
    await drawn(player);
    press(player, 'd', { code: 'KeyD' });
    keyUp(player, 'd', 'KeyD');
    expect(player.fake.calls).to.deep.equal([]);
    press(player, 'd', { code: 'KeyD' });
    await holds(player);
    keyUp(player, 'd', 'KeyD');
    expect(player.fake.calls).to.deep.equal([began, ended]);
  });

  it('prevents the page from scrolling while space is held, and another shortcut still works', async () => {
    const player = await mount(playing);
    press(player, ' ', { code: 'Space' });
    await holds(player);
    expect(press(player, ' ', { code: 'Space', repeat: true }).defaultPrevented).to.equal(true);
    press(player, 'm');
    keyUp(player);
    expect(player.fake.calls).to.deep.equal([began, ['volume.toggleMuted'], ended]);
  });

  it('ends when the pointer leaves the video', async () => {
    const player = await mount(playing);
    point(player, 'pointerdown', 'touch');
    await holds(player);
    point(player, 'pointermove', 'touch', 5000, document);
    expect(player.fake.calls).to.deep.equal([began, ended]);
  });

  it('does not begin when a finger moves, as when it scrolls', async () => {
    const player = await mount(playing);
    point(player, 'pointerdown', 'touch');
    point(player, 'pointermove', 'touch', 30);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(player.fake.calls).to.deep.equal([]);
  });

  it('opens no menu of the browser when a finger holds, but with a mouse', async () => {
    const player = await mount(playing);
    for (const [pointerType, prevented] of [
      ['touch', true],
      ['mouse', false]
    ] as const) {
      point(player, 'pointerdown', pointerType);
      const event = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
      part(player, 'surface').dispatchEvent(event);
      expect(event.defaultPrevented, pointerType).to.equal(prevented);
      point(player, 'pointerup', pointerType);
    }
  });

  it('leaves no notice after it has ended', async () => {
    const player = await mount(playing);
    point(player, 'pointerdown');
    await holds(player);
    await drawn(player);
    const animations = () => part(player, 'notice').getAnimations().length;
    expect(animations(), 'it stays during the hold').to.equal(0);
    point(player, 'pointerup');
    await until('the last notice is gone', () => !has(player, 'notice'));
  });
});
