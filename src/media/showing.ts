import { listen } from '../lib/listen.js';
import { playSource, type PlayContext, type Playing } from './play-source.js';
import { Recovery, type RecoveryContext } from './recovery/recovery.js';
import type { Trouble } from './recovery/trouble.js';
import { Watchdog } from './recovery/watchdog.js';
import { renewInTime } from './recovery/renewal.js';
import type { NetworkSettings, PlayerSession } from './session.js';
import type { SourceInput } from './source.js';

type Watched = Pick<RecoveryContext, 'isLive' | 'isRenewable' | 'restarted'>;

export interface BeginContext extends Watched, Omit<PlayContext, 'guard' | 'stream' | 'recovery'> {
  readonly session: PlayerSession;
  readonly signal: AbortSignal;
  settings(): NetworkSettings;
  /** The page gave a fresh address for this source. */
  renewed(src: string): void;
  /** Something is in the way, or no longer. */
  troubled(trouble: Trouble | null): void;
  /** Somebody wants it to play. */
  wanted(): boolean;
  /** It lives and does nothing. */
  wedged(): void;
}

/**
 * Begins to play one source, with all that watches over it. What is here is needed from that moment on only, so it is no part of the
 * player that waits on a page.
 * @throws PlayerError for what went wrong on the way to an engine
 */
export async function begin(source: SourceInput, context: BeginContext): Promise<Playing & { readonly trouble: Trouble | null }> {
  const { video, session, signal, fail, troubled, wanted, wedged, settings, renewed } = context;
  const { guard, stream, health } = session;
  const recovery: Recovery = new Recovery({ ...context, health, gone: fail, changed: () => troubled(recovery.trouble) });
  const playing = await playSource(source, { ...context, guard, stream, recovery });
  const watchdog = new Watchdog({
    video,
    recovery,
    health,
    signal,
    wanted: () => wanted() && session.status === 'ready',
    liveEdge: () => session.engine?.liveEdge() ?? null,
    holeEnd: (seconds) => session.engine?.holeEnd?.(seconds) ?? null,
    play: () => void video.play().catch(() => undefined),
    rebuild: wedged
  });
  listen(session, 'status', () => watchdog.sync(), signal);
  renewInTime(source.src, { guard, settings, signal, renewed });
  return { ...playing, trouble: recovery.trouble };
}
