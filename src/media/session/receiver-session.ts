import type { Session } from '../features/feature-context.js';
import type { Receiver } from '../receiver.js';
import { SessionRestrictions } from './session-restrictions.js';

/** The session that features see while a receiver plays: the source is ready, and `play` and `pause` control the receiver. */
export class ReceiverSession extends SessionRestrictions implements Session {
  readonly engineName = null;
  readonly error = null;
  readonly status = 'ready';
  readonly interruption = null;
  readonly lastBlocked = undefined;
  readonly playPending = false;
  readonly source = undefined;
  readonly choices = {};

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
    void this.play().catch(() => undefined);
  }
}
