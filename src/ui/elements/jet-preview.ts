import { html, LitElement, type PropertyValues } from 'lit';
import type { Thumbnail } from '../../media/index.js';
import { property } from '../property.js';
import { previewStyles } from '../styles/preview.css.js';

/**
 * A moment of the film: its picture, its chapter and its time. The picture is drawn on a canvas, so that no address and no style
 * is written into the page.
 *
 * @csspart thumbnail - The picture.
 * @csspart chapter - The title of the chapter.
 */
export class JetPreview extends LitElement {
  static override styles = previewStyles;

  @property() time = '';
  @property() heading = '';
  @property({ type: Number }) seconds = 0;
  @property({ attribute: false }) picture?: (seconds: number) => Promise<Thumbnail | undefined>;

  #drawn = '';

  protected override render() {
    return html`
      <canvas part="thumbnail" hidden></canvas>
      <span class="heading" part="chapter" dir="auto" ?hidden=${!this.heading}>${this.heading}</span>
      <span>${this.time}</span>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('seconds') || changed.has('picture')) void this.#draw(this.seconds);
  }

  async #draw(seconds: number): Promise<void> {
    const thumbnail = await this.picture?.(seconds);
    // The pointer has gone on meanwhile.
    if (seconds !== this.seconds) return;
    const canvas = this.renderRoot.querySelector('canvas')!;
    canvas.hidden = !thumbnail;
    if (!thumbnail) return;
    const { image, x, y, width, height } = thumbnail;
    const piece = [x, y, width, height].join();
    if (piece === this.#drawn) return;
    this.#drawn = piece;
    Object.assign(canvas, { width, height });
    try {
      canvas.getContext('2d')?.drawImage(image, x, y, width, height, 0, 0, width, height);
    } catch {
      // The picture was given back between its coming and its drawing.
      canvas.hidden = true;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'jet-preview': JetPreview;
  }
}
