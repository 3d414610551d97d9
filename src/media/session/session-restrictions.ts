import type { Restrictions } from './load.js';
import { SessionEvents } from './session-events.js';

/** What must not be shown of the current media. */
export class SessionRestrictions extends SessionEvents {
  withdrawn: Restrictions['withdrawn'] = [];
  masks: Restrictions['masks'];

  /** Whether only this player may show the media, because parts of them must not be shown. */
  get staysInPlayer(): boolean {
    return this.withdrawn.length > 0 || this.masks !== undefined;
  }

  /** Sets what must not be shown of the media from now on. @internal */
  restrict(restrictions: Partial<Restrictions>): void {
    Object.assign(this, restrictions);
    this.emit('restrictionschange');
  }
}
