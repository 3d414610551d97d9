import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { defaultCaptionStyle, type CaptionStyle, type MediaState } from '../../media/index.js';
import type { View } from '../view.js';
import type * as Rendering from './lazy-captions.js';

type Renderer = typeof Rendering;

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly video: HTMLVideoElement;
}

/**
 * Renders the captions in the viewer's style. The renderer is loaded when captions are first shown; until then, and while only the video
 * is on the screen, the browser renders the same text tracks.
 */
export class RenderedCaptions implements ReactiveController {
  readonly #host: Host;
  #renderer: Renderer | undefined;
  #rendererRequested = false;
  #style = defaultCaptionStyle;
  /** The frame that has `#appliedStyle`. */
  #styledFrame: Element | null = null;
  #appliedStyle: CaptionStyle = defaultCaptionStyle;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const frame = this.#host.shadowRoot!.querySelector<HTMLElement>('.frame');
    if (!frame || !this.#renderer || (frame === this.#styledFrame && this.#style === this.#appliedStyle)) return;
    this.#styledFrame = frame;
    this.#appliedStyle = this.#style;
    this.#renderer.applyCaptionStyle(frame, this.#style);
  }

  /** Whether the player renders the captions instead of the browser. */
  rendersCaptions({ fullscreen, pip: browserPip }: MediaState): boolean {
    // The full screen of an iPhone and the browser's own picture-in-picture show nothing of the player.
    const showsOnlyVideo = fullscreen.alone || browserPip.active;
    return this.#renderer !== undefined && !showsOnlyVideo;
  }

  render({ state, audio, pip: playerPip }: View): unknown {
    const { style, shown, speakCaptions } = state.captions;
    if (shown || style !== defaultCaptionStyle) this.#loadRenderer();
    this.#style = style;
    // The player's own picture-in-picture window has captions of its own.
    if (!shown || audio || playerPip.active || !this.rendersCaptions(state)) return nothing;
    const edge = style.position === 'author' ? undefined : style.position;
    return html`
      <jet-captions
        part="captions-text"
        exportparts="cue"
        aria-live=${speakCaptions ? 'polite' : nothing}
        .video=${this.#host.video}
        .edge=${edge}
        .withdrawn=${state.withdrawals.passages}
      ></jet-captions>
    `;
  }

  #loadRenderer(): void {
    if (this.#rendererRequested) return;
    this.#rendererRequested = true;
    void import('./lazy-captions.js').then(
      (renderer) => {
        renderer.defineCaptions();
        this.#renderer = renderer;
        this.#host.requestUpdate();
      },
      // The browser continues to render them.
      () => (this.#rendererRequested = false)
    );
  }
}
