/**
 * Assigns an engine's Media Source to `srcObject`, in addition to its `blob:` URL, when the origin of the document is opaque (a sandboxed
 * frame).
 *
 * WebKit cannot resolve such a URL there, but plays the object. A browser that accepts no Media Source as `srcObject` resolves the URL and
 * keeps using it. `realm` is the engine's global object, before it is passed to the engine.
 */
export function useSrcObject(realm: object, video: HTMLVideoElement, signal: AbortSignal): void {
  if (globalThis.origin !== 'null') return;
  const sources = new Map<string, MediaSource>();
  class SourceURL extends URL {
    static override createObjectURL(object: Blob | MediaSource): string {
      const blobUrl = URL.createObjectURL(object);
      if (!(object instanceof Blob)) sources.set(blobUrl, object);
      return blobUrl;
    }
  }
  Object.assign(realm, { URL: SourceURL });
  const assign = (object: MediaSource | null) => {
    if (video.srcObject === object) return;
    try {
      video.srcObject = object;
    } catch {
      observer.disconnect();
    }
  };
  const observer = new MutationObserver(() => assign(sources.get(video.src || (video.querySelector('source')?.src ?? '')) ?? null));
  observer.observe(video, { attributeFilter: ['src'], childList: true });
  const stop = () => {
    observer.disconnect();
    assign(null);
  };
  signal.addEventListener('abort', stop, { once: true });
}
