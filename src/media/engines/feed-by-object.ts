/**
 * Gives the video an engine's Media Source itself, beside its `blob:` address, in a document whose origin is opaque (a sandboxed frame).
 *
 * WebKit finds nothing behind such an address there, and plays an object all the same; a browser that takes no object as `srcObject`
 * finds what is behind the address, and keeps to it. `realm` is the engine's global object, before the engine has seen it.
 */
export function feedByObject(realm: object, video: HTMLVideoElement, signal: AbortSignal): void {
  if (globalThis.origin !== 'null') return;
  const fed = new Map<string, MediaSource>();
  class FeedURL extends URL {
    static override createObjectURL(object: Blob | MediaSource): string {
      const address = URL.createObjectURL(object);
      if (!(object instanceof Blob)) fed.set(address, object);
      return address;
    }
  }
  Object.assign(realm, { URL: FeedURL });
  const give = (object: MediaSource | null) => {
    if (video.srcObject === object) return;
    try {
      video.srcObject = object;
    } catch {
      observer.disconnect();
    }
  };
  const observer = new MutationObserver(() => give(fed.get(video.src || (video.querySelector('source')?.src ?? '')) ?? null));
  observer.observe(video, { attributeFilter: ['src'], childList: true });
  const leave = () => {
    observer.disconnect();
    give(null);
  };
  signal.addEventListener('abort', leave, { once: true });
}
