import { readLimited } from '../../lib/read-limited.js';
import type { FeatureContext } from '../feature.js';

const mostBytes = { text: 4 * 1024 * 1024, image: 32 * 1024 * 1024 } as const;
/** Pictures that are kept decoded; a film has one or a few. */
const most = 4;

/** Pictures by their addresses, fetched through the guard when they are first asked for and kept decoded until `life` ends. */
export class Pictures {
  readonly #guard: FeatureContext['guard'];
  readonly #life: AbortSignal;
  readonly #images = new Map<string, Promise<ImageBitmap | undefined>>();

  constructor({ guard }: FeatureContext, life: AbortSignal) {
    this.#guard = guard;
    this.#life = life;
    life.addEventListener('abort', () => [...this.#images.keys()].forEach((address) => this.#drop(address)), { once: true });
  }

  /** Undefined when it was refused, did not come or is none: a time line without pictures still seeks. */
  image(address: string): Promise<ImageBitmap | undefined> {
    const image = this.#images.get(address) ?? this.fetch(address, 'image').then((blob) => blob && decode(blob));
    this.#images.delete(address);
    this.#images.set(address, image);
    const [oldest] = this.#images.keys();
    if (this.#images.size > most) this.#drop(oldest!);
    return image;
  }

  /** Undefined when it was refused or did not come. */
  async fetch(url: string, kind: 'text' | 'image'): Promise<Blob | undefined> {
    try {
      const response = await this.#guard.fetch(url, kind, { signal: this.#life });
      return response.ok ? await readLimited(response, mostBytes[kind]) : undefined;
    } catch {
      return undefined;
    }
  }

  #drop(address: string): void {
    void this.#images.get(address)?.then((image) => image?.close());
    this.#images.delete(address);
  }
}

const decode = (blob: Blob): Promise<ImageBitmap | undefined> => createImageBitmap(blob).catch(() => undefined);
