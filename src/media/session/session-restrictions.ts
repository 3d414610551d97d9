import type { Restrictions } from './load.js';
import { SessionEvents } from './session-events.js';

/** A list with which nothing of the media, and nothing that belongs to them, is shown. */
export const wholeTimeline: Restrictions['withdrawn'] = [{ start: 0, end: Infinity }];

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
