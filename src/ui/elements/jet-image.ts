import { css, html, LitElement, type PropertyValues } from 'lit';
import { property } from '../lit/property.js';

/** An image, drawn on a canvas so that no URL is written into the page. It is fetched when it becomes visible. */
export class JetImage extends LitElement {
  static override styles = css`
    :host {
      display: block;
      overflow: hidden;
    }
    canvas {
      display: block;
      inline-size: 100%;
      block-size: 100%;
      object-fit: cover;
    }
    [hidden] {
      display: none;
    }
  `;

  /** The URL of the image. */
  @property({ attribute: false }) url = '';
  @property({ attribute: false, hasChanged: () => false }) fetchImage: (url: string) => Promise<Blob | undefined> = () =>
    Promise.resolve(undefined);

  #visibilityObserver: IntersectionObserver | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#visibilityObserver?.disconnect();
  }

  protected override render() {
    return html`<canvas width="160" height="160" aria-hidden="true" hidden></canvas>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('url')) return;
    this.renderRoot.querySelector('canvas')!.hidden = true;
    this.#visibilityObserver?.disconnect();
    this.#visibilityObserver = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      this.#visibilityObserver?.disconnect();
      void this.#draw(this.url);
    });
    this.#visibilityObserver.observe(this);
  }

  async #draw(url: string): Promise<void> {
    const blob = url ? await this.fetchImage(url) : undefined;
    const image = blob && (await createImageBitmap(blob).catch(() => undefined));
    // In the meantime, another chapter may have begun.
    if (!image || url !== this.url) return image?.close();
    const canvas = this.renderRoot.querySelector('canvas')!;
    const squareSize = Math.min(image.width, image.height);
    const { width, height } = canvas;
    canvas
      .getContext('2d')
      ?.drawImage(image, (image.width - squareSize) / 2, (image.height - squareSize) / 2, squareSize, squareSize, 0, 0, width, height);
    image.close();
    canvas.hidden = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'jet-image': JetImage;
  }
}
