import { listen } from '../lib/listen.js';
import type { Player } from '../media/index.js';

interface AutoplayOptions {
  readonly player: Player;
  readonly video: HTMLVideoElement;
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
export function startByItself({ player, video, wanted, mutedFallback, onSilenced }: AutoplayOptions, signal: AbortSignal): void {
  const start = () => void player.playback.play().catch(() => undefined);
  listen(player.session, 'source', () => wanted() && start(), signal);
  const fallBack = () => {
    if (!wanted() || !mutedFallback() || video.muted) return;
    // Not by the command: a command is what somebody chose, and memory would keep it.
    video.muted = true;
    onSilenced();
    start();
  };
  listen(player.session, 'refused', fallBack, signal);
}
