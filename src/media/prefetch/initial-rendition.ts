import { capHeight } from '../engines/cap-height.js';
import { dataSaverRendition } from '../engines/data-saver-rendition.js';

/** What the manifest alone says about a rendition. */
interface RenditionInfo {
  /** Bits per second. */
  readonly bitrate: number;
  readonly width: number;
  readonly height: number;
}

interface SelectionOptions {
  /** Bits per second. */
  readonly assumedBandwidth: number;
  readonly measuredBandwidth: number;
  /** Pixels. */
  readonly maxHeight: number;
  readonly dataSaver?: boolean;
  readonly video: HTMLVideoElement;
}

/** The part of a measured bandwidth that is used, as in both engines. */
const safetyFactor = 0.8;

/**
 * Returns the rendition to start with: the best for `measuredBandwidth` (0 when none has been measured) or else `assumedBandwidth`,
 * and no larger than the video on the screen, nor taller than `maxHeight` pixels. The lowest when none fits. With `dataSaver`, the
 * one that needs the least data.
 */
export function selectInitialRendition<T extends RenditionInfo>(
  renditions: readonly T[],
  { assumedBandwidth, measuredBandwidth, maxHeight, dataSaver, video }: SelectionOptions
): T | undefined {
  if (dataSaver) return dataSaverRendition(capHeight(renditions, maxHeight));
  const byBitrate = capHeight(renditions, maxHeight).sort((a, b) => a.bitrate - b.bitrate);
  const maxBitrate = measuredBandwidth > 0 ? measuredBandwidth * safetyFactor : assumedBandwidth;
  const affordable = byBitrate.filter(({ bitrate }) => bitrate <= maxBitrate);
  const coveringIndex = byBitrate.findIndex(coversOf(video));
  return affordable[coveringIndex < 0 ? affordable.length - 1 : Math.min(coveringIndex, affordable.length - 1)] ?? byBitrate[0];
}

/** Returns a function that tells whether a rendition covers the video as laid out on the page; none covers a video without a layout. */
function coversOf({ clientWidth, clientHeight }: HTMLVideoElement): (rendition: RenditionInfo) => boolean {
  const [width, height] = [clientWidth, clientHeight].map((size) => size * devicePixelRatio) as [number, number];
  return (rendition) => width > 0 && height > 0 && (rendition.width >= width || rendition.height >= height);
}
