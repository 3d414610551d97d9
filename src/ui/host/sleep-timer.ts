import type { MediaState, Player } from '../../media/index.js';
import { listen } from '../../lib/listen.js';
import { setPlaylistHeld } from './playlist.js';

/** When playback pauses: after so many minutes, at the end of the current chapter, or at the end of the media. */
export type SleepChoice = number | 'chapter' | 'end';

interface SleepOptions {
  readonly player: Player;
  readonly choice: SleepChoice;
  /** Called every second of a timer in minutes, to show the rest. */
  onTick(): void;
  /** Called when the timer has paused playback. */
  onSleep(): void;
}

const timers = new WeakMap<Player, SleepTimer>();

/** Returns the sleep timer of a player; undefined when none is set. */
export const sleepTimerOf = (player: Player): SleepTimer | undefined => timers.get(player);

/** Pauses playback once, by itself. A timer in minutes runs while playback is paused, too; the others wait for playback to get there. */
export class SleepTimer {
  readonly choice: SleepChoice;
  readonly #options: SleepOptions;
  readonly #lifetime = new AbortController();
  readonly #deadline: number;

  /** Sets the timer of a player; it replaces the one that was set. */
  constructor(options: SleepOptions) {
    const { player, choice, onTick } = options;
    const { signal } = this.#lifetime;
    this.#options = options;
    this.choice = choice;
    sleepTimerOf(player)?.cancel();
    timers.set(player, this);
    this.#deadline = typeof choice === 'number' ? performance.now() + choice * 60_000 : Infinity;
    // A chapter and an episode belong to their source; the minutes go on in the next entry of a playlist.
    if (typeof choice !== 'number') listen(player.session, 'source', () => this.cancel(), signal);
    if (choice === 'chapter') this.#followChapter(signal);
    if (choice === 'end') this.#followEnd(signal);
    if (typeof choice !== 'number') return;
    const timer = setInterval(() => (performance.now() >= this.#deadline ? this.#sleep() : onTick()), 1000);
    signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  }

  /** The seconds that are left; undefined for a timer that ends with a chapter or the media. */
  get left(): number | undefined {
    return this.#deadline === Infinity ? undefined : Math.max(0, Math.ceil((this.#deadline - performance.now()) / 1000));
  }

  cancel(): void {
    this.#lifetime.abort();
    const { player } = this.#options;
    if (timers.get(player) === this) timers.delete(player);
  }

  #sleep(): void {
    const { player, onSleep } = this.#options;
    const { paused, ended } = player.state.current.playback;
    this.cancel();
    if (!paused && !ended) player.playback.pause();
    onSleep();
  }

  /** The chapter ends when playback reaches the next one without a seek. */
  #followChapter(signal: AbortSignal): void {
    const { state } = this.#options.player;
    let current = state.current.chapters.current;
    let sought = false;
    state.subscribe(({ chapters, time, playback }) => {
      sought ||= time.seeking;
      if (playback.ended) return this.#sleep();
      if (chapters.current === current) return void (sought &&= time.seeking);
      if (!sought) return this.#sleep();
      current = chapters.current;
      sought = time.seeking;
    }, signal);
  }

  /** At the end of the media, nothing more starts: no repetition, and no next entry of a playlist. */
  #followEnd(signal: AbortSignal): void {
    const { player } = this.#options;
    setPlaylistHeld(player, true);
    signal.addEventListener('abort', () => setPlaylistHeld(player, false), { once: true });
    let before = 0;
    const onState = ({ playback, time: { current, duration } }: MediaState) => {
      const repeats = before > duration - 1 && current < 1 && duration > 2;
      before = current;
      if (playback.ended || repeats) this.#sleep();
    };
    player.state.subscribe(onState, signal);
  }
}
