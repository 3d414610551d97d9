import { defineElements } from '../../src/ui/define.js';
import type { JetPlayer } from '../../src/ui/jet-player.js';
import { until } from '../support/until.js';

defineElements();

/** The real element with the demo's film as a file, muted and paused, once its first frame and its interface are there. */
export async function film(attributes: Readonly<Record<string, string>>, src = '/media/film.mp4'): Promise<JetPlayer> {
  document.body.replaceChildren();
  const player = document.createElement('jet-player');
  for (const [name, value] of Object.entries({ src, muted: '', ...attributes })) player.setAttribute(name, value);
  document.body.append(player);
  await until('the film is there', () => player.readyState >= 2);
  await player.updateComplete;
  return player;
}
