import type { PlayerElement } from '../host/player-element.js';
import { Keyboard } from '../interface/keyboard.js';
import { Tooltips } from '../interface/tooltips.js';
import { DocumentPip } from '../pip-window/document-pip.js';
import { lazyStyles } from '../styles/lazy.css.js';
import type { KeyboardOptions, PipView } from '../view.js';

/** Gives a player the style sheets of the lazy part and its shortcuts, and returns its picture-in-picture. */
export function attach(host: PlayerElement, options: KeyboardOptions): PipView {
  host.shadowRoot!.adoptedStyleSheets.push(...lazyStyles.flatMap(({ styleSheet }) => styleSheet ?? []));
  new Tooltips(host);
  new Keyboard(host, options);
  return new DocumentPip(host, options.view);
}
