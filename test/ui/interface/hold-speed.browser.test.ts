import { expect } from 'chai';
import { until } from '../../support/until.js';
import type { StatePatch } from '../../support/fake-player.js';
import { waitForRender, hasPart, liveState, mount, part, playingState, pressKey, type TestPlayer } from '../mount.js';

const holdCall = ['playback.holdRate', 2];
const releaseCall = ['playback.holdRate', null];

type Pointer = 'mouse' | 'touch';

/** Fires a pointer event on the video, at a horizontal distance from its middle in pixels. */
function firePointer(
  player: TestPlayer,
  type: string,
  pointerType: Pointer = 'mouse',
  offsetX = 0,
  target: EventTarget = part(player, 'surface')
): void {
  const { left, top, width, height } = part(player, 'surface').getBoundingClientRect();
  const position = { clientX: left + width / 2 + offsetX, clientY: top + height / 2 };
  target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, isPrimary: true, pointerId: 7, pointerType, ...position }));
}

const click = (player: TestPlayer) => firePointer(player, 'click');

const keyUp = (target: EventTarget, key = ' ', code = 'Space') =>
  target.dispatchEvent(new KeyboardEvent('keyup', { key, code, bubbles: true, composed: true }));

const waitForHold = (player: TestPlayer) => until('the hold has begun', () => player.fake.calls.length > 0);

/** The kinds of press that can hold, each with the events of its start and its end. */
const pressKinds: readonly { name: string; down(player: TestPlayer): void; up(player: TestPlayer): void }[] = [
  {
    name: 'mouse',
    down: (player) => firePointer(player, 'pointerdown'),
    up: (player) => (firePointer(player, 'pointerup'), click(player))
  },
  {
    name: 'finger',
    down: (player) => firePointer(player, 'pointerdown', 'touch'),
    up: (player) => (firePointer(player, 'pointerup', 'touch'), click(player))
  },
  { name: 'space bar', down: (player) => pressKey(player, ' ', { code: 'Space' }), up: (player) => keyUp(player) }
];

describe('a hold for double speed', () => {
  for (const { name, down, up } of pressKinds) {
    it(`lasts until the release and does not toggle playback: ${name}`, async () => {
      const player = await mount(playingState);
      down(player);
      await waitForHold(player);
      expect(player.fake.calls).to.deep.equal([holdCall]);
      await waitForRender(player);
      expect(part(player, 'notice').textContent!.trim()).to.equal('Speed 2×');
      await until('the speed is announced', () => part(player, 'announcement').textContent === 'Speed 2×');
      up(player);
      expect(player.fake.calls).to.deep.equal([holdCall, releaseCall]);
      await waitForRender(player);
      expect(part(player, 'notice').textContent!.trim()).to.equal('Speed 1×');
      await until('the normal speed is announced', () => part(player, 'announcement').textContent === 'Speed 1×');
    });

    it(`does not begin with a short press: ${name}`, async () => {
      const player = await mount(playingState);
      down(player);
      up(player);
      expect(player.fake.calls).to.deep.equal(name === 'finger' ? [] : [['playback.toggle']]);
      // A hold that began later would fail the next expectation.
      await new Promise((resolve) => setTimeout(resolve, 700));
      expect(player.fake.calls.map(([command]) => command)).not.to.include('playback.holdRate');
    });

    for (const [condition, patch, attributes] of [
      ['the video is paused', { ...playingState, playback: { paused: true, started: true } }, {}],
      ['hotkeys is "none"', playingState, { hotkeys: 'none' }],
      ['the viewer plays at double speed already', { ...playingState, playback: { paused: false, started: true, rate: 2 } }, {}],
      ['the video is at the live edge', { ...liveState, live: { ...liveState.live, atEdge: true } }, {}]
    ] as readonly [string, StatePatch, Record<string, string>][]) {
      it(`does not begin when ${condition}: ${name}`, async () => {
        const player = await mount(patch, attributes);
        down(player);
        await new Promise((resolve) => setTimeout(resolve, 700));
        up(player);
        expect(player.fake.calls.map(([command]) => command)).not.to.include('playback.holdRate');
      });
    }

    for (const [cause, act] of [
      ['the window loses the focus', () => window.dispatchEvent(new Event('blur'))],
      ['the video pauses', (player: TestPlayer) => player.video.dispatchEvent(new Event('pause'))],
      ['the source changes', (player: TestPlayer) => player.fake.session.dispatchEvent(new Event('source'))],
      ['the player is removed', (player: TestPlayer) => player.remove()]
    ] as readonly [string, (player: TestPlayer) => void][]) {
      it(`ends when ${cause}: ${name}`, async () => {
        const player = await mount(playingState);
        const { calls } = player.fake;
        down(player);
        await waitForHold(player);
        act(player);
        expect(calls.slice(0, 2)).to.deep.equal([holdCall, releaseCall]);
        up(player);
        expect(calls.map(([command]) => command)).not.to.include('playback.toggle');
      });
    }
  }

  it('does not begin when hotkeyMap removes it, and the space bar then plays when it is pressed', async () => {
    const player = await mount(playingState);
    player.hotkeyMap = { doubleSpeed: null };
    await waitForRender(player);
    firePointer(player, 'pointerdown');
    pressKey(player, ' ', { code: 'Space' });
    expect(player.fake.calls).to.deep.equal([['playback.toggle']]);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(player.fake.calls).to.deep.equal([['playback.toggle']]);
  });

  it('has the key of hotkeyMap, which does nothing when it is pressed briefly', async () => {
    const player = await mount(playingState);
    player.hotkeyMap = { doubleSpeed: 'd' };
    await waitForRender(player);
    pressKey(player, 'd', { code: 'KeyD' });
    keyUp(player, 'd', 'KeyD');
    expect(player.fake.calls).to.deep.equal([]);
    pressKey(player, 'd', { code: 'KeyD' });
    await waitForHold(player);
    keyUp(player, 'd', 'KeyD');
    expect(player.fake.calls).to.deep.equal([holdCall, releaseCall]);
  });

  it('has the key of hotkeyMap also where it types another script', async () => {
    const player = await mount(playingState);
    player.hotkeyMap = { doubleSpeed: 'k' };
    await waitForRender(player);
    pressKey(player, 'л', { code: 'KeyK' });
    await waitForHold(player);
    keyUp(player, 'л', 'KeyK');
    expect(player.fake.calls).to.deep.equal([holdCall, releaseCall]);
  });

  it('does not begin with Ctrl and its key when that is another shortcut', async () => {
    const player = await mount(playingState);
    player.hotkeyMap = { doubleSpeed: 'm', mute: 'Ctrl+m' };
    await waitForRender(player);
    pressKey(player, 'm', { code: 'KeyM', ctrlKey: true });
    expect(player.fake.calls).to.deep.equal([['volume.toggleMuted']]);
  });

  it('prevents the page from scrolling, and leaves other shortcuts working', async () => {
    const player = await mount(playingState);
    pressKey(player, ' ', { code: 'Space' });
    await waitForHold(player);
    expect(pressKey(player, ' ', { code: 'Space', repeat: true }).defaultPrevented).to.equal(true);
    pressKey(player, 'm');
    keyUp(player);
    expect(player.fake.calls).to.deep.equal([holdCall, ['volume.toggleMuted'], releaseCall]);
  });

  it('ends when the pointer leaves the video', async () => {
    const player = await mount(playingState);
    firePointer(player, 'pointerdown', 'touch');
    await waitForHold(player);
    firePointer(player, 'pointermove', 'touch', 5000, document);
    expect(player.fake.calls).to.deep.equal([holdCall, releaseCall]);
  });

  it('does not begin when a finger moves, as when it scrolls', async () => {
    const player = await mount(playingState);
    firePointer(player, 'pointerdown', 'touch');
    firePointer(player, 'pointermove', 'touch', 30);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(player.fake.calls).to.deep.equal([]);
  });

  it('prevents the context menu of the browser for a finger, but not for a mouse', async () => {
    const player = await mount(playingState);
    for (const [pointerType, prevented] of [
      ['touch', true],
      ['mouse', false]
    ] as const) {
      firePointer(player, 'pointerdown', pointerType);
      const event = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
      part(player, 'surface').dispatchEvent(event);
      expect(event.defaultPrevented, pointerType).to.equal(prevented);
      firePointer(player, 'pointerup', pointerType);
    }
  });

  it('shows its notice until it ends, and not for long afterwards', async () => {
    const player = await mount(playingState);
    firePointer(player, 'pointerdown');
    await waitForHold(player);
    await waitForRender(player);
    const animations = () => part(player, 'notice').getAnimations().length;
    expect(animations(), 'the notice does not fade during the hold').to.equal(0);
    firePointer(player, 'pointerup');
    await until('the last notice is gone', () => !hasPart(player, 'notice'));
  });
});
