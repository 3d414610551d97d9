import type { JetPlayer } from '../ui/jet-player.js';

/** Goes to a time in seconds; before the film is there, playing will begin at it. */
export function seek(element: JetPlayer, seconds: number): void {
  if (element.readyState === HTMLMediaElement.HAVE_NOTHING) element.startTime = Math.max(0, seconds);
  else element.player?.time.seek(seconds);
}
