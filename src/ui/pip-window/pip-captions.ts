import { JetCaptions } from '../captions/jet-captions.js';
import { captionsStyles } from '../captions/captions.css.js';
import { adoptInto } from './adopt-into.js';

/** The captions in the window of picture-in-picture, with the style sheet of its document. */
export class PipCaptions extends JetCaptions {
  protected override createRenderRoot(): ShadowRoot {
    const root = this.attachShadow({ mode: 'open' });
    adoptInto(root, captionsStyles);
    return root;
  }
}
