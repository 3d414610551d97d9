import { readWebVtt, type VttCue } from '../../lib/webvtt.js';
import type { ThumbnailPlace } from '../engine.js';
import type { FeatureContext } from '../feature.js';
import { Pictures } from './pictures.js';
import type { Thumbnail } from './thumbnails.js';

/** Media fragments: https://www.w3.org/TR/media-frags/#naming-space */
const fragment = /#xywh=(?:pixel:)?(\d+),(\d+),(\d+),(\d+)$/;

/** The small pictures of the film: those of the page's own file at `url`, which goes before the manifest's. They are kept until `life` ends. */
export class FilmStrip {
  readonly #session: FeatureContext['session'];
  readonly #url: URL | undefined;
  readonly #life: AbortSignal;
  readonly #pictures: Pictures;
  #cues: Promise<readonly VttCue[]> | undefined;

  constructor(context: FeatureContext, url: URL | undefined, life: AbortSignal) {
    this.#session = context.session;
    this.#url = url;
    this.#life = life;
    this.#pictures = new Pictures(context, life);
  }

  /** The picture of a moment in seconds; undefined where there is none. */
  async at(seconds: number): Promise<Thumbnail | undefined> {
    const found = this.#url ? await this.#placeAt(seconds, this.#url) : await this.#session.engine?.thumbnailAt?.(seconds);
    const whole = found instanceof ImageBitmap;
    const image = whole ? found : found && (await this.#pictures.image(found.url));
    if (!image || this.#life.aborted) return undefined;
    const { x, y, width = image.width, height = image.height } = whole ? { x: 0, y: 0 } : found!;
    return width > 0 && height > 0 && x < image.width && y < image.height ? { image, x, y, width, height } : undefined;
  }

  async #placeAt(seconds: number, file: URL): Promise<ThumbnailPlace | undefined> {
    this.#cues ??= this.#pictures.fetch(file.href, 'text').then(async (blob) => (blob ? readWebVtt(await blob.text()) : []));
    const cue = (await this.#cues).findLast(({ start }) => start <= seconds);
    if (!cue || !URL.canParse(cue.text, file)) return undefined;
    const { href } = new URL(cue.text, file);
    const [x = 0, y = 0, width, height] = fragment.exec(href)?.slice(1).map(Number) ?? [];
    return { url: href.replace(/#.*$/, ''), x, y, width, height };
  }
}
