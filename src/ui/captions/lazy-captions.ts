import { JetCaptions } from './jet-captions.js';

export { applyCaptionStyle } from './caption-style.js';

/** Registers `jet-captions`, once. */
export function defineCaptions(): void {
  if (!customElements.get('jet-captions')) customElements.define('jet-captions', JetCaptions);
}
