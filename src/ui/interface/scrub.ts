import type { ReactiveControllerHost } from 'lit';
import type { Player } from '../../media/index.js';

interface Host extends ReactiveControllerHost {
  readonly player: Player | undefined;
  readonly video: HTMLVideoElement;
}

/**
 * The position to which the viewer drags the seek bar. Without thumbnails, the video shows that position while it is buffered, so that
 * a drag causes no request; one seek at a time.
 */
export class Scrub {
  /** In seconds; null when the viewer does not drag. */
  position: number | null = null;
  readonly #host: Host;
  /** Where playback was before the first of these seeks. */
  #origin: number | null = null;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Moves to a position in seconds, or ends with null; a drag that was cancelled returns to where it began. */
  readonly to = (position: number | null, cancelled = false): void => {
    const { player, video } = this.#host;
    this.position = position;
    this.#host.requestUpdate();
    if (!player) return;
    const { time, thumbnails } = player.state.current;
    if (position === null) {
      if (cancelled && this.#origin !== null) player.time.seek(this.#origin);
      this.#origin = null;
    } else if (!thumbnails.available && !video.seeking && time.buffered.some(({ start, end }) => start <= position && position <= end)) {
      this.#origin ??= time.current;
      player.time.seek(position);
    }
  };
}
