import { once } from '../lib/listen.js';
import type { JetPlayer } from '../ui/jet-player.js';

/** Players whose next source starts at another position than the one in their URL. */
const playersWithNextStart = new WeakSet<JetPlayer>();

/** Sets the start position, in seconds, of the next source only; later sources use the one in the URL. */
function setNextStart(element: JetPlayer, seconds: number): void {
  if (!playersWithNextStart.has(element)) {
    const { startTime } = element;
    playersWithNextStart.add(element);
    void once(element, 'loadeddata').then(() => {
      playersWithNextStart.delete(element);
      element.startTime = startTime;
    });
  }
  element.startTime = seconds;
}

/** Seeks to a position in seconds; when nothing is loaded yet, playback will start there. */
export function seek(element: JetPlayer, seconds: number): void {
  if (!element.player || element.player.session.status === 'idle') setNextStart(element, Math.max(0, seconds));
  else element.player.time.seek(seconds);
}
