import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UpNextCountdown } from '../../../src/ui/host/up-next.js';
import type { JetPlayer } from '../../../src/ui/jet-player.js';

/** As much of a player as the countdown uses. */
const playerWith = (nocontrols = false) =>
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

  it('starts the next entry once, after its seconds', () => {
    const start = vi.fn();
    const countdown = new UpNextCountdown(start);
    countdown.begin(playerWith());
    expect([countdown.startsIn, start.mock.calls.length]).toEqual([8, 0]);
    vi.advanceTimersByTime(7000);
    expect([countdown.startsIn, start.mock.calls.length]).toEqual([1, 0]);
    vi.advanceTimersByTime(60_000);
    expect([countdown.startsIn, start.mock.calls.length, vi.getTimerCount()]).toEqual([undefined, 1, 0]);
  });

  it.each([
    ['in a hidden page', { hidden: true }, false],
    ['in a player without controls', { hidden: false }, true]
  ])('starts it at once %s, where the viewer cannot see it', (_, page, nocontrols) => {
    vi.stubGlobal('document', page);
    const start = vi.fn();
    new UpNextCountdown(start).begin(playerWith(nocontrols));
    expect([start.mock.calls.length, vi.getTimerCount()]).toEqual([1, 0]);
  });

  it.each(['play', 'seeking', 'jet-source-change'])('stops at %s', (type) => {
    const start = vi.fn();
    const countdown = new UpNextCountdown(start);
    const player = playerWith();
    countdown.begin(player);
    player.dispatchEvent(new Event(type));
    vi.advanceTimersByTime(60_000);
    expect([countdown.startsIn, countdown.cancelled, start.mock.calls.length]).toEqual([undefined, false, 0]);
  });

  it('is cancelled with Escape, and no other key, until it begins again', () => {
    const start = vi.fn();
    const countdown = new UpNextCountdown(start);
    const player = playerWith();
    const press = (key: string) => player.dispatchEvent(Object.assign(new Event('keydown'), { key }));
    countdown.begin(player);
    press('Tab');
    expect(countdown.startsIn).toBe(8);
    press('Escape');
    expect([countdown.startsIn, countdown.cancelled]).toEqual([undefined, true]);
    countdown.begin(player);
    expect([countdown.startsIn, countdown.cancelled]).toEqual([8, false]);
    countdown.stop();
  });

  it('has the player render at every change', () => {
    const countdown = new UpNextCountdown(vi.fn());
    const player = playerWith();
    countdown.begin(player);
    vi.advanceTimersByTime(1000);
    countdown.cancel();
    expect(player.requestUpdate).toHaveBeenCalledTimes(3);
  });
});
