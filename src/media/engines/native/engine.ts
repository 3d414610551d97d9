import { listen } from '../../../lib/listen.js';
import { redactUrl } from '../../../lib/redact.js';
import type { Engine, EngineContext } from '../../engine.js';
import { PlayerError, toPlayerError } from '../../error.js';
import { checkStatus } from '../../manifest.js';
import { probeFile } from './file-probe.js';

/** `preload` may forbid to fetch, so metadata cannot be waited for; the source counts as playing once it is assigned. */
export async function start(context: EngineContext): Promise<Engine> {
  const { video, source, guard, stream, signal, startTime, fail } = context;
  const readable = source.type === 'file' && (await probeFile(guard.plain, source, signal));
  signal.throwIfAborted();
  const href = await guard.address(source.url, 'segment');
  signal.throwIfAborted();
  const signed = new URL(href);
  guard.book.request(signed.origin);
  // A host that lets no page read it can be asked in the browser's own way only.
  const open = readable || video.crossOrigin !== null;
  if (open && guard.plain.credentials(signed) === 'omit') withoutCookies(video, signal);
  signal.addEventListener('abort', () => unload(video), { once: true });
  listen(video, 'error', () => video.error && void diagnose(video.error, context).then(fail), signal);
  listen(video, 'loadedmetadata', () => stream.patch({ live: video.duration === Infinity ? { targetLatency: 0 } : null }), signal);
  // Before all others hear of it: a viewer who went elsewhere while it was loading is brought there after this.
  if (startTime > 0) video.addEventListener('loadedmetadata', () => (video.currentTime = startTime), { signal, capture: true });
  video.src = href;
  return {
    chooseRendition() {},
    chooseAudioTrack() {},
    liveEdge: () => (video.duration === Infinity && video.seekable.length > 0 ? video.seekable.end(video.seekable.length - 1) : null)
  };
}

/** A value of its own, which counts as "anonymous" (HTML, CORS settings attributes), so that nobody's wish is mistaken for it. */
const anonymous = 'by-guard';

/** Lets the browser ask as the guard asks; by itself it would send the cookies of that host. */
function withoutCookies(video: HTMLVideoElement, signal: AbortSignal): void {
  const wished = video.getAttribute('crossorigin');
  video.setAttribute('crossorigin', anonymous);
  signal.addEventListener(
    'abort',
    () => {
      if (video.getAttribute('crossorigin') !== anonymous) return;
      if (wished === null) video.removeAttribute('crossorigin');
      else video.setAttribute('crossorigin', wished);
    },
    { once: true }
  );
}

/** Takes the source away and lets the element forget what it had buffered. */
function unload(video: HTMLVideoElement): void {
  video.removeAttribute('src');
  video.load();
}

/**
 * Says why the element gave up. It tells a missing file from a strange one only in words that differ between browsers, so the
 * server is asked once more, for the headers alone.
 */
async function diagnose({ code, message }: MediaError, { source, guard, signal }: EngineContext): Promise<PlayerError> {
  const { url } = source;
  const details = { url: redactUrl(url), cause: message };
  if (code === MediaError.MEDIA_ERR_DECODE) return new PlayerError('media/decode', 'The video is damaged and cannot be decoded.', details);
  try {
    const { status, headers } = await guard.plain.fetch(url, 'segment', { method: 'HEAD', signal });
    checkStatus(status, url);
    const type = headers.get('content-type') ?? '';
    if (/^(text|application\/(json|xhtml))/.test(type))
      return new PlayerError('media/not-media', `The server sent ${type} and not a video.`, details);
  } catch (error) {
    return toPlayerError(error, 'network/unreachable');
  }
  if (code === MediaError.MEDIA_ERR_NETWORK)
    return new PlayerError('network/unreachable', 'The connection broke while the video was loading.', details);
  return new PlayerError('media/unsupported-codec', 'This browser has no decoder for this video.', details);
}
