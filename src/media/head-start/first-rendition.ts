import { capHeight } from '../engines/cap-height.js';

/** What can be said of a rendition from its manifest alone. */
interface Offer {
  /** Bits per second. */
  readonly bitrate: number;
  readonly width: number;
  readonly height: number;
}

/** The part of a measured bandwidth that is counted on, as both engines do. */
const caution = 0.8;

/**
 * The rendition to begin with: the best for `expected` bits per second, which give way to what was `seen`, and no larger than the
 * picture is on the screen, nor taller than `maxHeight`. The lowest where nothing fits.
 */
export function firstRendition<T extends Offer>(
  offers: readonly T[],
  { expected, seen, maxHeight, video }: { expected: number; seen: number; maxHeight: number; video: HTMLVideoElement }
): T | undefined {
  const rising = capHeight(offers, maxHeight).sort((a, b) => a.bitrate - b.bitrate);
  const limit = seen > 0 ? seen * caution : expected;
  const affordable = rising.filter(({ bitrate }) => bitrate <= limit);
  const fits = rising.findIndex(coversOf(video));
  return affordable[fits < 0 ? affordable.length - 1 : Math.min(fits, affordable.length - 1)] ?? rising[0];
}

/** Whether a rendition fills a video as it stands on the page; one that is not laid out yet is never filled. */
function coversOf({ clientWidth, clientHeight }: HTMLVideoElement): (offer: Offer) => boolean {
  const [width, height] = [clientWidth, clientHeight].map((size) => size * devicePixelRatio) as [number, number];
  return (offer) => width > 0 && height > 0 && (offer.width >= width || offer.height >= height);
}
