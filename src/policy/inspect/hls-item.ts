import type { readAttributes } from '../attribute-list.js';

/** A tag with attributes, or a line with a URL, as hls.js reads it. */
export interface HlsItem {
  /** Without `#`. For a line with a URL: `EXT-X-STREAM-INF` if it is the URL of a variant, otherwise `EXTINF`. */
  readonly tag: string;
  readonly attributes: ReturnType<typeof readAttributes>;
  /** A line with a URL. */
  readonly uri?: string;
  /**
   * Whether this is a definition or URL of the second reading, as a media playlist, that the first reading has found at the same position.
   * It is not reported twice.
   */
  readonly alsoInFirstReading?: boolean;
}
