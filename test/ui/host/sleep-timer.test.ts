import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Store } from '../../../src/lib/store.js';
import { initialState, type MediaState, type Player } from '../../../src/media/index.js';
import { isAutonextPrevented } from '../../../src/ui/host/playlist.js';
import { SleepTimer, sleepTimerOf, type SleepChoice } from '../../../src/ui/host/sleep-timer.js';

/** As much of a player as the timer uses, with its state in the hands of the test. */
function playerWith(state = new Store<MediaState>({ ...initialState, playback: { ...initialState.playback, paused: false } })) {
  const pause = vi.fn();
  const player = { state, session: new EventTarget(), playback: { pause } } as unknown as Player;
  const set = async (patch: { [Name in keyof MediaState]?: Partial<MediaState[Name]> }) => {
    const slices = Object.entries(patch).map(([name, slice]) => [name, { ...state.current[name as keyof MediaState], ...slice }]);
    state.patch(Object.fromEntries(slices) as Partial<MediaState>);
    // The store notifies in a microtask.
    await Promise.resolve();
  };
  const onTick = vi.fn();
  const onSleep = vi.fn();
  const sleepIn = (choice: SleepChoice) => new SleepTimer({ player, choice, onTick, onSleep });
  return { player, set, pause, onTick, onSleep, sleepIn };
}

describe('the sleep timer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('pauses once after its minutes, and tells every second', () => {
    const { player, pause, onTick, onSleep, sleepIn } = playerWith();
    expect(sleepIn(15).left).toBe(900);
    vi.advanceTimersByTime(60_000);
    expect([onTick.mock.calls.length, sleepTimerOf(player)?.left, pause.mock.calls.length]).toEqual([60, 840, 0]);
    vi.advanceTimersByTime(840_000);
    expect([pause.mock.calls.length, onSleep.mock.calls.length, sleepTimerOf(player)]).toEqual([1, 1, undefined]);
    vi.advanceTimersByTime(3_600_000);
    expect([pause.mock.calls.length, vi.getTimerCount()]).toEqual([1, 0]);
  });

  it('is over after its minutes when the viewer has paused', async () => {
    const { player, set, pause, sleepIn } = playerWith();
    sleepIn(15);
    await set({ playback: { paused: true } });
    vi.advanceTimersByTime(900_000);
    expect([pause.mock.calls.length, sleepTimerOf(player)]).toEqual([0, undefined]);
  });

  it('replaces the timer before it, and leaves nothing when it is cancelled', () => {
    const { player, pause, sleepIn } = playerWith();
    sleepIn(15);
    const timer = sleepIn(30);
    expect([sleepTimerOf(player), vi.getTimerCount()]).toEqual([timer, 1]);
    timer.cancel();
    vi.advanceTimersByTime(3_600_000);
    expect([sleepTimerOf(player), vi.getTimerCount(), pause.mock.calls.length]).toEqual([undefined, 0, 0]);
  });

  it('pauses where the chapter ends, and goes on with another chapter after a seek', async () => {
    const { set, pause, sleepIn } = playerWith();
    await set({ chapters: { current: 0 } });
    sleepIn('chapter');
    await set({ time: { seeking: true }, chapters: { current: 4 } });
    await set({ time: { seeking: false } });
    expect(pause).not.toHaveBeenCalled();
    await set({ chapters: { current: 5 } });
    expect(pause).toHaveBeenCalledTimes(1);
  });

  it('sought within the chapter, still pauses where it ends', async () => {
    const { set, pause, sleepIn } = playerWith();
    await set({ chapters: { current: 2 } });
    sleepIn('chapter');
    await set({ time: { seeking: true } });
    await set({ time: { seeking: false } });
    await set({ chapters: { current: 3 } });
    expect(pause).toHaveBeenCalledTimes(1);
  });

  it('holds the playlist until the end of the episode', async () => {
    const { player, set, onSleep, sleepIn } = playerWith();
    sleepIn('end');
    expect(isAutonextPrevented(player)).toBe(true);
    await set({ playback: { ended: true, paused: true } });
    expect([onSleep.mock.calls.length, isAutonextPrevented(player)]).toEqual([1, false]);
  });

  it('pauses when an episode that repeats begins again', async () => {
    const { set, pause, sleepIn } = playerWith();
    await set({ time: { current: 10, duration: 300 } });
    sleepIn('end');
    await set({ time: { current: 299.9 } });
    expect(pause).not.toHaveBeenCalled();
    await set({ time: { current: 0.1 } });
    expect(pause).toHaveBeenCalledTimes(1);
  });

  it.each([
    [15, true],
    ['chapter', false],
    ['end', false]
  ] as const)('set to %s, it is there after another source: %s', (choice, stays) => {
    const { player, sleepIn } = playerWith();
    sleepIn(choice);
    player.session.dispatchEvent(new Event('source'));
    expect(sleepTimerOf(player) !== undefined).toBe(stays);
    sleepTimerOf(player)?.cancel();
  });
});
