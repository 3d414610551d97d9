interface Measured {
  /** Pixels; 0 when the manifest does not say. */
  readonly height: number;
  /** Bits per second. */
  readonly bitrate: number;
}

/** Height in pixels below which text in the video is hard to read. */
const smallestHeight = 240;

/** Returns the rendition for the data saver: the one with the lowest bitrate that is not smaller than `smallestHeight`, if there is one. */
export function dataSaverRendition<Type extends Measured>(renditions: readonly Type[]): Type | undefined {
  const byBitrate = [...renditions].sort((a, b) => a.bitrate - b.bitrate);
  return byBitrate.find(({ height }) => height === 0 || height >= smallestHeight) ?? byBitrate[0];
}
