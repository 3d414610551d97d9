import type { JetPlayer } from '../../src/ui/jet-player.js';
import { until } from '../support/until.js';

// In a variable, so that TypeScript does not look for the module.
const moduleUrl = '/dist/jet-player.js';

/**
 * Returns the element of the build, with its engines and chunks, with a source and attributes, muted and paused, when it can play and after a first
 * interaction. Before `canplay`, the player takes a change of a text track for one of the engine, and reverts it.
 */
export async function mountBuiltPlayer(
  src: string,
  { children = '', width = 640, attributes = {} }: { children?: string; width?: number; attributes?: Readonly<Record<string, string>> } = {}
): Promise<JetPlayer> {
  await import(moduleUrl);
  document.body.replaceChildren();
  const player = document.createElement('jet-player');
  for (const [name, value] of Object.entries(attributes)) player.setAttribute(name, value);
  Object.assign(player, { src, muted: true });
  player.style.inlineSize = `${width}px`;
  player.append(document.createRange().createContextualFragment(children));
  document.body.append(player);
  player.dispatchEvent(new PointerEvent('pointerenter'));
  let canPlay = false;
  player.addEventListener('canplay', () => (canPlay = true), { once: true });
  await until(`${src} can play`, () => canPlay && player.player?.session.status === 'ready');
  await until('the menu has loaded', () => Boolean(player.shadowRoot!.querySelector('jet-menu')?.shadowRoot?.firstElementChild));
  return player;
}

/** Seeks to a time, and waits until its frame is shown. */
export async function seekTo(player: JetPlayer, seconds: number): Promise<void> {
  player.currentTime = seconds;
  await until(`the frame at ${seconds} s is shown`, () => !player.seeking && player.readyState >= 2);
}
