import { mediaSourceClass } from './media-source.js';

/** Attaches a new Media Source to the video, and detaches it when the signal aborts. The browser must have Media Source Extensions. */
export function attachMediaSource(video: HTMLVideoElement, signal: AbortSignal): MediaSource {
  const source = new (mediaSourceClass()!)();
  // Managed Media Source opens only where remote playback is off (Media Source Extensions, 12).
  if ('ManagedMediaSource' in globalThis) video.disableRemotePlayback = true;
  const blobUrl = URL.createObjectURL(source);
  video.src = blobUrl;
  // WebKit cannot resolve such a URL in a document of opaque origin, but plays the object.
  if (globalThis.origin === 'null') {
    try {
      video.srcObject = source;
    } catch {
      // A browser that accepts no Media Source here resolves the URL.
    }
  }
  const detach = () => {
    URL.revokeObjectURL(blobUrl);
    if (video.srcObject === source) video.srcObject = null;
    if (video.src !== blobUrl) return;
    video.removeAttribute('src');
    video.load();
  };
  signal.addEventListener('abort', detach, { once: true });
  return source;
}
