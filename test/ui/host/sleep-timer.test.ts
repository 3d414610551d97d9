import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Store } from '../../../src/lib/store.js';
import { initialState, type MediaState, type Player } from '../../../src/media/index.js';
import { isAutonextPrevented } from '../../../src/ui/host/playlist.js';
import { SleepTimer, sleepTimerOf, type SleepChoice } from '../../../src/ui/host/sleep-timer.js';

/** Creates the part of a player that the timer uses, and functions that set its state and start a timer. */
function createFakePlayer(state = new Store<MediaState>({ ...initialState, playback: { ...initialState.playback, paused: false } })) {
  const pause = vi.fn();
  const player = { state, session: new EventTarget(), playback: { pause } } as unknown as Player;
  const setState = async (patch: { [Name in keyof MediaState]?: Partial<MediaState[Name]> }) => {
    const slices = Object.entries(patch).map(([name, slice]) => [name, { ...state.current[name as keyof MediaState], ...slice }]);
    state.patch(Object.fromEntries(slices) as Partial<MediaState>);
    // The store notifies in a microtask.
    await Promise.resolve();
  };
  const onTick = vi.fn();
  const onSleep = vi.fn();
  const startTimer = (choice: SleepChoice) => new SleepTimer({ player, choice, onTick, onSleep });
  return { player, setState, pause, onTick, onSleep, startTimer };
}

describe('the sleep timer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('pauses once after the chosen minutes, and calls onTick every second', () => {
    const { player, pause, onTick, onSleep, startTimer } = createFakePlayer();
    expect(startTimer(15).left).toBe(900);
    vi.advanceTimersByTime(60_000);
    expect([onTick.mock.calls.length, sleepTimerOf(player)?.left, pause.mock.calls.length]).toEqual([60, 840, 0]);
    vi.advanceTimersByTime(840_000);
    expect([pause.mock.calls.length, onSleep.mock.calls.length, sleepTimerOf(player)]).toEqual([1, 1, undefined]);
    vi.advanceTimersByTime(3_600_000);
    expect([pause.mock.calls.length, vi.getTimerCount()]).toEqual([1, 0]);
  });

  it('ends after the chosen minutes without pausing when the viewer has paused before', async () => {
    const { player, setState, pause, startTimer } = createFakePlayer();
    startTimer(15);
    await setState({ playback: { paused: true } });
    vi.advanceTimersByTime(900_000);
    expect([pause.mock.calls.length, sleepTimerOf(player)]).toEqual([0, undefined]);
  });

  it('replaces an earlier timer, and does nothing more after cancel()', () => {
    const { player, pause, startTimer } = createFakePlayer();
    startTimer(15);
    const timer = startTimer(30);
    expect([sleepTimerOf(player), vi.getTimerCount()]).toEqual([timer, 1]);
    timer.cancel();
    vi.advanceTimersByTime(3_600_000);
    expect([sleepTimerOf(player), vi.getTimerCount(), pause.mock.calls.length]).toEqual([undefined, 0, 0]);
  });

  it('pauses at the end of the chapter, which after a seek is the end of the new chapter', async () => {
    const { setState, pause, startTimer } = createFakePlayer();
    await setState({ chapters: { current: 0 } });
    startTimer('chapter');
    await setState({ time: { seeking: true }, chapters: { current: 4 } });
    await setState({ time: { seeking: false } });
    expect(pause).not.toHaveBeenCalled();
    await setState({ chapters: { current: 5 } });
    expect(pause).toHaveBeenCalledTimes(1);
  });

  it('pauses at the end of the chapter after a seek within the chapter', async () => {
    const { setState, pause, startTimer } = createFakePlayer();
    await setState({ chapters: { current: 2 } });
    startTimer('chapter');
    await setState({ time: { seeking: true } });
    await setState({ time: { seeking: false } });
    await setState({ chapters: { current: 3 } });
    expect(pause).toHaveBeenCalledTimes(1);
  });

  it('prevents autonext until the episode has ended', async () => {
    const { player, setState, onSleep, startTimer } = createFakePlayer();
    startTimer('end');
    expect(isAutonextPrevented(player)).toBe(true);
    await setState({ playback: { ended: true, paused: true } });
    expect([onSleep.mock.calls.length, isAutonextPrevented(player)]).toEqual([1, false]);
  });

  it('pauses when a looping episode starts again', async () => {
    const { setState, pause, startTimer } = createFakePlayer();
    await setState({ time: { current: 10, duration: 300 } });
    startTimer('end');
    await setState({ time: { current: 299.9 } });
    expect(pause).not.toHaveBeenCalled();
    await setState({ time: { current: 0.1 } });
    expect(pause).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['continues', 15],
    ['ends', 'chapter'],
    ['ends', 'end']
  ] as const)('%s when the source changes and it is set to %s', (outcome, choice) => {
    const { player, startTimer } = createFakePlayer();
    startTimer(choice);
    player.session.dispatchEvent(new Event('source'));
    expect(sleepTimerOf(player) !== undefined).toBe(outcome === 'continues');
    sleepTimerOf(player)?.cancel();
  });
});
