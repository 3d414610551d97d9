import { html, LitElement, type PropertyValues } from 'lit';
import type { Thumbnail } from '../../media/index.js';
import { property } from '../lit/property.js';
import { previewStyles } from './preview.css.js';

/**
 * A preview of a playback position: its thumbnail, chapter and time; with `fills`, the thumbnail alone, over the whole video. The thumbnail
 * is drawn on a canvas, so that no URL and no style is written into the page.
 *
 * @csspart thumbnail - The thumbnail image.
 * @csspart chapter - The title of the chapter.
 */
export class JetPreview extends LitElement {
  static override styles = previewStyles;

  @property() time = '';
  @property() heading = '';
  @property({ type: Number }) seconds = 0;
  @property({ attribute: false }) thumbnailAt?: (seconds: number) => Promise<Thumbnail | undefined>;

  protected override render() {
    return html`
      <canvas part="thumbnail" hidden></canvas>
      <span class="heading" part="chapter" dir="auto" ?hidden=${!this.heading}>${this.heading}</span>
      <span ?hidden=${!this.time}>${this.time}</span>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('seconds') || changed.has('thumbnailAt')) void this.#draw(this.seconds);
  }

  async #draw(seconds: number): Promise<void> {
    const thumbnail = await this.thumbnailAt?.(seconds);
    // The pointer has moved in the meantime.
    if (seconds !== this.seconds) return;
    const canvas = this.renderRoot.querySelector('canvas')!;
    canvas.hidden = !thumbnail;
    if (!thumbnail) return;
    const { image, x, y, width, height } = thumbnail;
    Object.assign(canvas, { width, height });
    try {
      canvas.getContext('2d')?.drawImage(image, x, y, width, height, 0, 0, width, height);
    } catch {
      // The image was released before it could be drawn.
      canvas.hidden = true;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'jet-preview': JetPreview;
  }
}
