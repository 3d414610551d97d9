/** The browser's Media Source, managed or not; undefined where scripts cannot feed a video. */
export function mediaSource(): typeof MediaSource | undefined {
  const scope = globalThis as typeof globalThis & { ManagedMediaSource?: typeof MediaSource };
  return scope.ManagedMediaSource ?? scope.MediaSource;
}
