import { once } from '../lib/listen.js';
import type { JetPlayer } from '../ui/jet-player.js';

/** Players that will begin elsewhere than their own address says. */
const elsewhere = new WeakSet<JetPlayer>();

/** The next film begins there; the one after it begins where the address says. */
function beginAt(element: JetPlayer, seconds: number): void {
  if (!elsewhere.has(element)) {
    const { startTime } = element;
    elsewhere.add(element);
    void once(element, 'loadeddata').then(() => {
      elsewhere.delete(element);
      element.startTime = startTime;
    });
  }
  element.startTime = seconds;
}

/** Goes to a time in seconds; where nothing has been loaded yet, playing will begin at it. */
export function seek(element: JetPlayer, seconds: number): void {
  if (!element.player || element.player.session.status === 'idle') beginAt(element, Math.max(0, seconds));
  else element.player.time.seek(seconds);
}
