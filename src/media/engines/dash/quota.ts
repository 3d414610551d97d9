import type { MediaPlayerClass } from 'dashjs';
import { listen } from '../../../lib/listen.js';

/** The part of dash.js's `StreamProcessor` that is used here. */
interface StreamProcessor {
  getType(): string;
  getScheduleController(): { startScheduleTimer(ms: number): void } | null;
}

/** Time after which a segment is requested again; it doubles up to the maximum, until the viewer seeks or resumes playback. */
const retryDelayMs = 500;
const maxRetryDelayMs = 8000;

/** Minimum buffer of dash.js. */
const minBufferSeconds = 10;

/**
 * Makes dash.js continue after the browser has refused a segment because its buffer is full (`QuotaExceededError`).
 *
 * dash.js stops until it has removed media that were played, and never continues when there are none. It also lowers its buffer to a part
 * of what was buffered, which may be next to nothing.
 */
export function continueAfterQuotaErrors(player: MediaPlayerClass, video: HTMLVideoElement, signal: AbortSignal): void {
  let delayMs = retryDelayMs;
  listen(video, 'play seeking', () => (delayMs = retryDelayMs), signal);
  const requestAgain = (mediaType: string) => {
    if (signal.aborted) return;
    const { buffer } = player.getSettings().streaming ?? {};
    player.updateSettings({
      streaming: {
        buffer: {
          bufferTimeAtTopQuality: Math.max(buffer?.bufferTimeAtTopQuality ?? 0, minBufferSeconds),
          bufferTimeAtTopQualityLongForm: Math.max(buffer?.bufferTimeAtTopQualityLongForm ?? 0, minBufferSeconds)
        }
      }
    });
    for (const processor of (player.getActiveStream()?.getStreamProcessors() ?? []) as StreamProcessor[])
      if (processor.getType() === mediaType) processor.getScheduleController()?.startScheduleTimer(delayMs);
    delayMs = Math.min(maxRetryDelayMs, delayMs * 2);
  };
  // In a microtask, because dash.js stops in a listener of the same event.
  player.on('quotaExceeded', ({ mediaType }: { mediaType: string }) => queueMicrotask(() => requestAgain(mediaType)));
}
