import { listen } from '../../lib/listen.js';
import type { Player } from '../../media/index.js';

interface AutoplayOptions {
  readonly player: Player;
  readonly video: HTMLVideoElement;
  /** Whether to start automatically; called for every source. */
  isRequested(): boolean;
  /** Whether to start muted when the browser blocks autoplay with audio. */
  mayStartMuted(): boolean;
  /** Called when the video was muted to be allowed to start. */
  onAutoMuted(): void;
}

/**
 * Starts each source automatically when `isRequested` returns true. The inner video's own `autoplay` is not used, because it reports no
 * error when the browser blocks it; with `play()` the state shows it.
 */
export function autoplay({ player, video, isRequested, mayStartMuted, onAutoMuted }: AutoplayOptions, signal: AbortSignal): void {
  const start = () => void player.playback.play().catch(() => undefined);
  listen(player.session, 'source', () => isRequested() && start(), signal);
  const startMuted = () => {
    if (!isRequested() || !mayStartMuted() || video.muted) return;
    // The video is muted directly, because the preferences would store a command as the viewer's choice.
    video.muted = true;
    onAutoMuted();
    start();
  };
  listen(player.session, 'autoplayblocked', startMuted, signal);
}
