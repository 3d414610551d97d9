import { listen } from '../lib/listen.js';
import type { Player } from '../media/index.js';

interface AutoplayOptions {
  readonly player: Player;
  /** Whether it should start by itself, asked at every source. */
  wanted(): boolean;
  /** Whether it may start without sound where the browser refuses sound. */
  mutedFallback(): boolean;
  /** Called when the sound was taken away to be allowed to start. */
  onSilenced(): void;
}

/**
 * Starts each source by itself, where that is wanted. The inner video's own `autoplay` would do the same, but it fails in
 * silence; this way a refusal is in the state.
 */
export function startByItself({ player, wanted, mutedFallback, onSilenced }: AutoplayOptions, signal: AbortSignal): void {
  const start = () => void player.playback.play().catch(() => undefined);
  listen(player.session, 'source', () => wanted() && start(), signal);
  const fallBack = () => {
    if (!wanted() || !mutedFallback() || player.state.current.volume.muted) return;
    player.volume.setMuted(true);
    onSilenced();
    start();
  };
  listen(player.session, 'refused', fallBack, signal);
}
