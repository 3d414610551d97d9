/** Returns the browser's Media Source class, managed if available; undefined when scripts cannot feed a video. */
export function mediaSourceClass(): typeof MediaSource | undefined {
  const scope = globalThis as typeof globalThis & { ManagedMediaSource?: typeof MediaSource };
  return scope.ManagedMediaSource ?? scope.MediaSource;
}
