import { listen } from '../lib/listen.js';
import { keepLatency } from './catch-up.js';
import type { PlayerError } from './error.js';
import { playSource, type PlayContext, type Playing } from './play-source.js';
import { Comeback, type ComebackContext } from './recovery/comeback.js';
import { Recovery } from './recovery/recovery.js';
import { renewInTime } from './recovery/renewal.js';
import type { Trouble } from './recovery/trouble.js';
import { Watchdog } from './recovery/watchdog.js';
import { Wishes } from './recovery/wishes.js';
import type { SourceInput } from './source.js';

export interface ShowingContext extends ComebackContext {
  /** Something is in the way, or no longer. */
  troubled(trouble: Trouble | null): void;
}

/** What an attempt starts with; it ends with its signal. */
export interface Start extends Omit<PlayContext, 'video' | 'guard' | 'stream' | 'recovery' | 'fail'> {
  readonly signal: AbortSignal;
}

/** The showing of what was loaded, from the first attempt at its first source to the last: begins each, and watches over it. */
export class Showing {
  readonly #context: ShowingContext;
  readonly #comeback: Comeback;
  readonly #wishes: Wishes;

  constructor(context: ShowingContext) {
    this.#context = context;
    const { video, session, signal } = context;
    this.#comeback = new Comeback(context);
    this.#wishes = new Wishes(video, session.stream, signal);
    keepLatency({ video, session, stream: session.stream }, signal);
  }

  /**
   * Begins to play one source, with all that watches over it.
   * @throws PlayerError for what went wrong on the way to an engine
   */
  async begin(source: SourceInput, start: Start): Promise<Playing & { readonly trouble: Trouble | null }> {
    const { video, session, settings, troubled } = this.#context;
    const { guard, stream, health } = session;
    const { signal } = start;
    const fail = (error: PlayerError) => {
      if (!signal.aborted) this.failed(error);
    };
    const recovery: Recovery = new Recovery({
      video,
      health,
      signal,
      isLive: () => this.#comeback.live,
      isRenewable: () => settings().refreshSource !== undefined,
      gone: fail,
      restarted: () => this.#comeback.restart(),
      changed: () => troubled(recovery.trouble)
    });
    const playing = await playSource(source, { ...start, video, guard, stream, recovery, fail });
    const watchdog = new Watchdog({
      video,
      recovery,
      health,
      signal,
      wanted: () => session.wanted && session.status === 'ready',
      liveEdge: () => session.engine?.liveEdge() ?? null,
      holeEnd: (seconds) => session.engine?.holeEnd?.(seconds) ?? null,
      play: () => void video.play().catch(() => undefined),
      rebuild: () => this.#comeback.wedged()
    });
    listen(session, 'status', () => watchdog.sync(), signal);
    renewInTime(source.src, { guard, settings, signal, renewed: (src) => this.#comeback.renewed(src) });
    return { ...playing, engine: this.#wishes.overhear(playing.engine), trouble: recovery.trouble };
  }

  /** The attempt under way ended in an error. */
  failed(error: PlayerError): void {
    this.#comeback.failed(error);
  }

  /** The viewer asks for another try. */
  retry(): void {
    this.#comeback.retry();
  }

  /** The attempt under way ends: remembers where the viewer is, before the video forgets. */
  leave(): void {
    this.#comeback.notePlace(this.#context.session.stream.current.live);
    this.#wishes.leave();
  }
}
