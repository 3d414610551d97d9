import { BoundedMap } from '../../../lib/bounded-map.js';
import { LimitedRetries } from '../../../lib/limited-retries.js';
import { readLimited } from '../../../lib/read-limited.js';
import type { FeatureContext } from '../feature-context.js';

const maxBytes = { text: 4 * 1024 * 1024, image: 32 * 1024 * 1024 } as const;
/** Maximum number of decoded images in the cache; most sources have only a few. */
const maxImages = 4;

/** Fetches images through the guard on the first request for their URL, and keeps them decoded until `signal` aborts. */
export class ImageCache {
  readonly #guard: FeatureContext['guard'];
  readonly #signal: AbortSignal;
  readonly #images = new BoundedMap<string, Promise<ImageBitmap | undefined>>(maxImages, close);
  readonly #retries = new LimitedRetries();

  constructor({ guard }: FeatureContext, signal: AbortSignal) {
    this.#guard = guard;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#closeImages(), { once: true });
  }

  /**
   * Resolves to undefined when the request is blocked or fails, or the data is not an image, because seeking works without thumbnails. A
   * later call repeats it, as `LimitedRetries` allows.
   */
  async image(url: string): Promise<ImageBitmap | undefined> {
    const cachedImage = this.#images.get(url);
    if (!cachedImage && !this.#retries.allows(url)) return undefined;
    const image = cachedImage ?? this.#load(url, 'image', createImageBitmap);
    this.#images.set(url, image);
    const bitmap = await image;
    if (!bitmap && this.#images.get(url) === image) this.#images.delete(url);
    return bitmap;
  }

  /** Fetches a text; resolves to undefined in the same cases. */
  text(url: string): Promise<string | undefined> {
    return this.#load(url, 'text', (blob) => blob.text());
  }

  #load<Value>(url: string, kind: 'text' | 'image', read: (blob: Blob) => Promise<Value>): Promise<Value | undefined> {
    return this.#retries.run(url, async () => {
      const response = await this.#guard.fetch(url, kind, { signal: this.#signal });
      return response.ok ? read(await readLimited(response, maxBytes[kind])) : undefined;
    });
  }

  #closeImages(): void {
    for (const image of this.#images.values()) close(image);
    this.#images.clear();
  }
}

const close = (image: Promise<ImageBitmap | undefined>): void => void image.then((bitmap) => bitmap?.close());
