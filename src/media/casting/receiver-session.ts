import type { Session } from '../feature.js';
import type { Receiver } from './receiver.js';

/** The player as its features see it while another device plays: nothing is on its way, and playing is the device's. */
export class ReceiverSession extends EventTarget implements Session {
  readonly engineName = null;
  readonly error = null;
  readonly status = 'ready';
  readonly trouble = null;
  readonly lastBlocked = undefined;
  readonly startsSoon = false;
  readonly source = undefined;

  constructor(readonly receiver: Receiver) {
    super();
  }

  get engine(): Receiver['engine'] {
    return this.receiver.engine;
  }

  play(): Promise<void> {
    return this.receiver.video.play();
  }

  pause(): void {
    this.receiver.video.pause();
  }

  retry(): void {
    void this.play();
  }
}
