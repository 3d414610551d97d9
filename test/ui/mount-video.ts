import { defineElements } from '../../src/ui/define.js';
import type { JetPlayer } from '../../src/ui/jet-player.js';
import { until } from '../support/until.js';

defineElements();

/** Returns the real element with the demo video as a file, muted and paused, after its first frame and its interface have loaded. */
export async function mountVideo(attributes: Readonly<Record<string, string>>, src = '/media/film.mp4'): Promise<JetPlayer> {
  document.body.replaceChildren();
  const player = document.createElement('jet-player');
  for (const [name, value] of Object.entries({ src, muted: '', ...attributes })) player.setAttribute(name, value);
  document.body.append(player);
  await until('the video has loaded', () => player.readyState >= 2);
  await player.updateComplete;
  return player;
}
