import { overlappingRange } from '../../../lib/time-ranges.js';
import { readWebVtt, type VttCue } from '../../../lib/webvtt.js';
import { masksBetween } from '../../masks/mask.js';
import type { ThumbnailPlace } from '../../stream.js';
import type { FeatureContext } from '../feature-context.js';
import { ImageCache } from './image-cache.js';

/** The thumbnail for one time: a region of a larger image, in that image's pixels. */
export interface Thumbnail {
  readonly image: ImageBitmap;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The spatial dimension of Media Fragments: https://www.w3.org/TR/media-frags/#naming-space */
const spatialFragment = /#xywh=(?:pixel:)?(\d+),(\d+),(\d+),(\d+)$/;

/** Seconds by which the moment that a thumbnail shows may differ from the time for which it is shown. */
const maxDistance = 10;

/** Loads thumbnails from the page's file at `url`, otherwise from the manifest, and keeps them until `signal` aborts. */
export class ThumbnailLoader {
  readonly #session: FeatureContext['session'];
  readonly #url: URL | undefined;
  readonly #signal: AbortSignal;
  readonly #images: ImageCache;
  #cues: Promise<readonly VttCue[] | undefined> | undefined;

  constructor(context: FeatureContext, url: URL | undefined, signal: AbortSignal) {
    this.#session = context.session;
    this.#url = url;
    this.#signal = signal;
    this.#images = new ImageCache(context, signal);
  }

  /** Resolves to the thumbnail at a time in seconds, or undefined when there is none. */
  async at(seconds: number): Promise<Thumbnail | undefined> {
    const { withdrawn, engine } = this.#session;
    // An engine does not tell which moment its thumbnail shows.
    const mayShowPassage = overlappingRange(withdrawn, seconds - maxDistance, seconds + maxDistance) !== undefined;
    const fromEngine = () => (mayShowPassage ? undefined : engine?.thumbnailAt?.(seconds).catch(() => undefined));
    const place = await (this.#url ? this.#placeAt(seconds, this.#url) : fromEngine());
    const isWholeImage = place instanceof ImageBitmap;
    const image = isWholeImage ? place : place && (await this.#images.image(place.url));
    if (!image || this.#signal.aborted) return undefined;
    const { x, y, width = image.width, height = image.height } = isWholeImage ? { x: 0, y: 0 } : place!;
    if (!(width > 0 && height > 0 && x < image.width && y < image.height)) return undefined;
    const masks = masksBetween(this.#session.masks ?? [], seconds - maxDistance, seconds + maxDistance);
    const thumbnail = { image, x, y, width, height };
    if (masks.length === 0) return thumbnail;
    const code = await import('../../masks/cover-thumbnail.js').catch(() => undefined);
    return code?.coverThumbnail(thumbnail, masks).catch(() => undefined);
  }

  async #placeAt(seconds: number, file: URL): Promise<ThumbnailPlace | undefined> {
    const cues = await (this.#cues ??= this.#images.text(file.href).then((text) => (text === undefined ? undefined : readWebVtt(text))));
    if (!cues) this.#cues = undefined;
    const cue = cues?.findLast(({ start }) => start <= seconds);
    if (!cue || overlappingRange(this.#session.withdrawn, cue.start, Math.max(cue.end, seconds)) || !URL.canParse(cue.text, file))
      return undefined;
    const { href } = new URL(cue.text, file);
    const [x = 0, y = 0, width, height] = spatialFragment.exec(href)?.slice(1).map(Number) ?? [];
    return { url: href.split('#', 1)[0]!, x, y, width, height };
  }
}
