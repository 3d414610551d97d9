import type { MediaState, Player } from '../../media/index.js';
import { listen } from '../../lib/listen.js';
import { setAutonextPrevented } from './playlist.js';

/** When playback pauses: after so many minutes, at the end of the current chapter, or at the end of the media. */
export type SleepChoice = number | 'chapter' | 'end';

interface SleepOptions {
  readonly player: Player;
  readonly choice: SleepChoice;
  /** Called every second of a timer in minutes, to show the remaining time. */
  onTick(): void;
  /** Called when the timer has paused playback. */
  onSleep(): void;
}

const timers = new WeakMap<Player, SleepTimer>();

/** Returns the sleep timer of a player; undefined when none is set. */
export const sleepTimerOf = (player: Player): SleepTimer | undefined => timers.get(player);

/** Pauses playback once. A timer in minutes also runs while playback is paused; the others wait until playback reaches their end. */
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
    // A chapter and the end belong to one source; a timer in minutes continues with the next entry of a playlist.
    if (typeof choice !== 'number') listen(player.session, 'source', () => this.cancel(), signal);
    if (choice === 'chapter') this.#followChapter(signal);
    if (choice === 'end') this.#followEnd(signal);
    if (typeof choice !== 'number') return;
    const timer = setInterval(() => (performance.now() >= this.#deadline ? this.#sleep() : onTick()), 1000);
    signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  }

  /** The remaining seconds; undefined for a timer that ends with a chapter or the media. */
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
    let currentChapter = state.current.chapters.current;
    let hasSought = false;
    state.subscribe(({ chapters, time, playback }) => {
      hasSought ||= time.seeking;
      if (playback.ended) return this.#sleep();
      if (chapters.current === currentChapter) return void (hasSought &&= time.seeking);
      if (!hasSought) return this.#sleep();
      currentChapter = chapters.current;
      hasSought = time.seeking;
    }, signal);
  }

  /** At the end of the media, neither a repetition nor the next entry of a playlist starts. */
  #followEnd(signal: AbortSignal): void {
    const { player } = this.#options;
    setAutonextPrevented(player, true);
    signal.addEventListener('abort', () => setAutonextPrevented(player, false), { once: true });
    let previousTime = 0;
    const onState = ({ playback, time: { current, duration } }: MediaState) => {
      const hasRestarted = previousTime > duration - 1 && current < 1 && duration > 2;
      previousTime = current;
      if (playback.ended || hasRestarted) this.#sleep();
    };
    player.state.subscribe(onState, signal);
  }
}
