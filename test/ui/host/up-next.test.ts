import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UpNextCountdown } from '../../../src/ui/host/up-next.js';
import type { JetPlayer } from '../../../src/ui/jet-player.js';

/** Creates the part of a player that the countdown uses. */
const createFakePlayer = (nocontrols = false) =>
  Object.assign(new EventTarget(), { nocontrols, requestUpdate: vi.fn() }) as unknown as JetPlayer & {
    requestUpdate: ReturnType<typeof vi.fn>;
  };

describe('the countdown to the next entry', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('document', { hidden: false });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('starts the next entry once, after eight seconds', () => {
    const start = vi.fn();
    const countdown = new UpNextCountdown(start);
    countdown.begin(createFakePlayer());
    expect([countdown.startsIn, start.mock.calls.length]).toEqual([8, 0]);
    vi.advanceTimersByTime(7000);
    expect([countdown.startsIn, start.mock.calls.length]).toEqual([1, 0]);
    vi.advanceTimersByTime(60_000);
    expect([countdown.startsIn, start.mock.calls.length, vi.getTimerCount()]).toEqual([undefined, 1, 0]);
  });

  it.each([
    ['in a hidden page', { hidden: true }, false],
    ['in a player without controls', { hidden: false }, true]
  ])('starts the next entry immediately %s, where the viewer cannot see the countdown', (_, page, nocontrols) => {
    vi.stubGlobal('document', page);
    const start = vi.fn();
    new UpNextCountdown(start).begin(createFakePlayer(nocontrols));
    expect([start.mock.calls.length, vi.getTimerCount()]).toEqual([1, 0]);
  });

  it.each(['play', 'seeking', 'jet-source-change'])('stops when the player fires %s', (type) => {
    const start = vi.fn();
    const countdown = new UpNextCountdown(start);
    const player = createFakePlayer();
    countdown.begin(player);
    player.dispatchEvent(new Event(type));
    vi.advanceTimersByTime(60_000);
    expect([countdown.startsIn, countdown.cancelled, start.mock.calls.length]).toEqual([undefined, false, 0]);
  });

  it('is cancelled by Escape, and by no other key, until it begins again', () => {
    const start = vi.fn();
    const countdown = new UpNextCountdown(start);
    const player = createFakePlayer();
    const pressKey = (key: string) => player.dispatchEvent(Object.assign(new Event('keydown'), { key }));
    countdown.begin(player);
    pressKey('Tab');
    expect(countdown.startsIn).toBe(8);
    pressKey('Escape');
    expect([countdown.startsIn, countdown.cancelled]).toEqual([undefined, true]);
    countdown.begin(player);
    expect([countdown.startsIn, countdown.cancelled]).toEqual([8, false]);
    countdown.stop();
  });

  it('requests an update of the player at every change', () => {
    const countdown = new UpNextCountdown(vi.fn());
    const player = createFakePlayer();
    countdown.begin(player);
    vi.advanceTimersByTime(1000);
    countdown.cancel();
    expect(player.requestUpdate).toHaveBeenCalledTimes(3);
  });
});
