import type { ReactiveControllerHost } from 'lit';
import type { Player } from '../../media/index.js';

interface Host extends ReactiveControllerHost {
  readonly player: Player | undefined;
  readonly video: HTMLVideoElement;
}

/**
 * The position to which the viewer drags the seek bar. Without thumbnails, the video shows that position while it is buffered, so that
 * a drag causes no request. The video seeks to one position at a time.
 */
export class Scrub {
  /** In seconds; null when the viewer does not drag. */
  position: number | null = null;
  readonly #host: Host;
  /** The playback position before the first seek of a drag; null when the drag has caused none. */
  #startPosition: number | null = null;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Moves to a position in seconds, or ends with null; a cancelled drag returns to the position at which it began. */
  readonly moveTo = (position: number | null, cancelled = false): void => {
    const { player, video } = this.#host;
    this.position = position;
    this.#host.requestUpdate();
    if (!player) return;
    const { time, thumbnails } = player.state.current;
    if (position === null) {
      if (cancelled && this.#startPosition !== null) player.time.seek(this.#startPosition);
      this.#startPosition = null;
    } else if (!thumbnails.available && !video.seeking && time.buffered.some(({ start, end }) => start <= position && position <= end)) {
      this.#startPosition ??= time.current;
      player.time.seek(position);
    }
  };
}
