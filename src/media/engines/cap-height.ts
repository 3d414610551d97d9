interface Sized {
  /** Pixels; 0 or absent where the manifest does not say. */
  readonly height?: number;
}

/** The renditions that are no taller than `maxHeight` pixels, or the lowest where none is; one of unknown height stays. */
export function capHeight<Type extends Sized>(renditions: readonly Type[], maxHeight: number): Type[] {
  const heights = renditions.map(({ height }) => height ?? 0).filter((height) => height > 0);
  const most = Math.max(maxHeight, Math.min(...heights));
  return renditions.filter(({ height = 0 }) => height <= most);
}
