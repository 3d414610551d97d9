interface Sized {
  /** In pixels; 0 or absent when the manifest does not say. */
  readonly height?: number;
}

/**
 * Returns the renditions that are at most `maxHeight` pixels tall, or the lowest when there are none; renditions of unknown height stay.
 */
export function capHeight<Type extends Sized>(renditions: readonly Type[], maxHeight: number): Type[] {
  const heights = renditions.map(({ height }) => height ?? 0).filter((height) => height > 0);
  const cap = Math.max(maxHeight, Math.min(...heights));
  return renditions.filter(({ height = 0 }) => height <= cap);
}
