import { capHeight } from '../engines/cap-height.js';

/** What the manifest alone says about a rendition. */
interface RenditionInfo {
  /** Bits per second. */
  readonly bitrate: number;
  readonly width: number;
  readonly height: number;
}

/** The part of a measured bandwidth that is used, as in both engines. */
const safetyFactor = 0.8;

/**
 * Returns the rendition to start with: the best for the bandwidth `seen` in bits per second, or `expected` when none has been measured,
 * and no larger than the video on the screen, nor taller than `maxHeight` pixels. The lowest when none fits.
 */
export function selectInitialRendition<T extends RenditionInfo>(
  renditions: readonly T[],
  { expected, seen, maxHeight, video }: { expected: number; seen: number; maxHeight: number; video: HTMLVideoElement }
): T | undefined {
  const rising = capHeight(renditions, maxHeight).sort((a, b) => a.bitrate - b.bitrate);
  const limit = seen > 0 ? seen * safetyFactor : expected;
  const affordable = rising.filter(({ bitrate }) => bitrate <= limit);
  const fits = rising.findIndex(coversOf(video));
  return affordable[fits < 0 ? affordable.length - 1 : Math.min(fits, affordable.length - 1)] ?? rising[0];
}

/** Returns a function that tells whether a rendition covers the video as laid out on the page; none covers a video without a layout. */
function coversOf({ clientWidth, clientHeight }: HTMLVideoElement): (rendition: RenditionInfo) => boolean {
  const [width, height] = [clientWidth, clientHeight].map((size) => size * devicePixelRatio) as [number, number];
  return (rendition) => width > 0 && height > 0 && (rendition.width >= width || rendition.height >= height);
}
