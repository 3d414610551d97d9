import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { defaultCaptionStyle, type CaptionStyle, type MediaState } from '../../media/index.js';
import type { View } from '../control.js';
import type * as Rendering from './renderer.js';

type Renderer = typeof Rendering;

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly video: HTMLVideoElement;
}

/**
 * The captions that the player draws, so that they look as the viewer wishes. What draws them is fetched when captions are first
 * shown; until then, and where the video is alone on the screen, the browser draws the same text tracks by itself.
 */
export class DrawnCaptions implements ReactiveController {
  readonly #host: Host;
  #renderer: Renderer | undefined;
  #asked = false;
  #style = defaultCaptionStyle;
  /** What wears which style. */
  #worn: readonly [frame: Element | null, style: CaptionStyle] = [null, defaultCaptionStyle];

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const frame = this.#host.shadowRoot!.querySelector<HTMLElement>('.frame');
    const [wearer, style] = this.#worn;
    if (!frame || !this.#renderer || (frame === wearer && style === this.#style)) return;
    this.#worn = [frame, this.#style];
    this.#renderer.wearStyle(frame, this.#style);
  }

  /** The player draws them, and not the browser. */
  drawn({ fullscreen, pip }: MediaState): boolean {
    return this.#renderer !== undefined && !fullscreen.alone && !pip.active;
  }

  render({ state, audio }: View): unknown {
    const { style, shown, aloud } = state.captions;
    if (shown || style !== defaultCaptionStyle) this.#fetch();
    this.#style = style;
    if (!shown || audio || !this.drawn(state)) return nothing;
    const edge = style.position === 'author' ? undefined : style.position;
    return html`
      <jet-captions
        part="captions-text"
        exportparts="cue"
        aria-live=${aloud ? 'polite' : nothing}
        .video=${this.#host.video}
        .edge=${edge}
      ></jet-captions>
    `;
  }

  #fetch(): void {
    if (this.#asked) return;
    this.#asked = true;
    void import('./renderer.js').then(
      (renderer) => {
        renderer.defineCaptions();
        this.#renderer = renderer;
        this.#host.requestUpdate();
      },
      // The browser goes on drawing them.
      () => (this.#asked = false)
    );
  }
}
