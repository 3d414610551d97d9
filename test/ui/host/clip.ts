import type { JetPlayer } from '../../../src/ui/jet-player.js';

export const videoUrl = '/media/film.mp4';

/** Records the element's events in order. */
export function recordEvents(player: JetPlayer, ...types: readonly string[]): string[] {
  const log: string[] = [];
  for (const type of types) player.addEventListener(type, () => log.push(type));
  return log;
}
