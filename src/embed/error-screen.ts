import { translate } from '../i18n/translate.js';
import type { PlayerError } from '../media/error.js';

/** Replaces the player with an error message when there is no playable source. */
export async function showErrorScreen(player: Element, { code }: PlayerError, language: string): Promise<void> {
  const t = await translate(language);
  const screen = Object.assign(document.createElement('div'), { className: 'refused', lang: t.lang });
  screen.setAttribute('role', 'alert');
  const sentence = Object.assign(document.createElement('p'), { textContent: t.errors[code] });
  const small = Object.assign(document.createElement('p'), { className: 'code', textContent: code, dir: 'ltr' });
  screen.append(sentence, small);
  player.replaceWith(screen);
}
