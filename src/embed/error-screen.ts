import { loadMessages } from '../i18n/load-messages.js';
import type { PlayerError } from '../media/error.js';

/** Replaces the player with an error message when there is no playable source. */
export async function showErrorScreen(player: Element, { code }: PlayerError, language: string): Promise<void> {
  const t = await loadMessages(language);
  const screen = Object.assign(document.createElement('div'), { className: 'refused', lang: t.lang });
  screen.setAttribute('role', 'alert');
  const errorText = Object.assign(document.createElement('p'), { textContent: t.errors[code] });
  const codeText = Object.assign(document.createElement('p'), { className: 'code', textContent: code, dir: 'ltr' });
  screen.append(errorText, codeText);
  player.replaceWith(screen);
}
