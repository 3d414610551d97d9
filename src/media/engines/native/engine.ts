import { listen } from '../../../lib/listen.js';
import { redactUrl } from '../../../lib/redact.js';
import type { Engine, EngineContext } from '../engine.js';
import { PlayerError, toPlayerError } from '../../error.js';
import { httpError } from '../../network/http-error.js';
import { probeFile } from './file-probe.js';
import { videoCodecOf } from './video-codec.js';

/** Plays a source with the browser's own player. Resolves once `src` is assigned, because `preload` may keep the metadata from loading. */
export async function start(context: EngineContext): Promise<Engine> {
  const { video, source, guard, stream, signal, startTime, failAttempt } = context;
  const isReadable = source.type === 'file' && (await probeFile(guard.direct, source, signal));
  signal.throwIfAborted();
  const href = await guard.signedUrl(source.url, 'segment');
  signal.throwIfAborted();
  const signed = new URL(href);
  guard.log.recordRequest(signed.origin);
  // A host whose files the page cannot read (CORS) can be requested only without `crossorigin`.
  const usesCors = isReadable || video.crossOrigin !== null;
  if (usesCors && guard.direct.credentials(signed) === 'omit') withoutCookies(video, signal);
  signal.addEventListener('abort', () => unload(video), { once: true });
  listen(video, 'error', () => video.error && void diagnose(video.error, context).then(failAttempt), signal);
  const mayHaveVideo = isReadable && !context.source.mimeType.startsWith('audio/');
  if (mayHaveVideo) listen(video, 'loadedmetadata', () => video.videoWidth === 0 && void failIfVideoIsUndecodable(context), signal);
  listen(video, 'loadedmetadata', () => stream.patch({ live: video.duration === Infinity ? { targetLatency: 0 } : null }), signal);
  // In the capture phase, before other listeners: a seek by the viewer during loading is applied after this.
  if (startTime > 0) video.addEventListener('loadedmetadata', () => (video.currentTime = startTime), { signal, capture: true });
  video.src = href;
  return {
    chooseRendition() {},
    chooseAudioTrack() {},
    livePosition: () => (video.duration === Infinity && video.seekable.length > 0 ? video.seekable.end(video.seekable.length - 1) : null)
  };
}

/** Fails when the file has a video track that the browser cannot decode, because the browser would play the audio without an error. */
async function failIfVideoIsUndecodable({ source, guard, signal, failAttempt }: EngineContext): Promise<void> {
  const codec = await videoCodecOf(guard.direct, source.url, signal).catch(() => undefined);
  if (codec) failAttempt(new PlayerError('media/unsupported-codec', `This browser has no decoder for the video track (${codec}).`));
}

/** A distinct value, which counts as "anonymous" (HTML, CORS settings attributes), so that it differs from any value that the page sets. */
const guardCrossOrigin = 'by-guard';

/** Makes the browser's requests use the credentials mode of the guard; by default they include the cookies of that host. */
function withoutCookies(video: HTMLVideoElement, signal: AbortSignal): void {
  const originalCrossOrigin = video.getAttribute('crossorigin');
  video.setAttribute('crossorigin', guardCrossOrigin);
  signal.addEventListener(
    'abort',
    () => {
      if (video.getAttribute('crossorigin') !== guardCrossOrigin) return;
      if (originalCrossOrigin === null) video.removeAttribute('crossorigin');
      else video.setAttribute('crossorigin', originalCrossOrigin);
    },
    { once: true }
  );
}

/** Removes the source and makes the element release its buffer. */
function unload(video: HTMLVideoElement): void {
  video.removeAttribute('src');
  video.load();
}

/**
 * Returns why the element failed. Its error distinguishes a missing file from an unsupported one only in text that differs between
 * browsers, so the file is requested once more with `HEAD`.
 */
async function diagnose({ code, message }: MediaError, { source, guard, signal }: EngineContext): Promise<PlayerError> {
  const { url } = source;
  const details = { url: redactUrl(url), cause: message };
  if (code === MediaError.MEDIA_ERR_DECODE) return new PlayerError('media/decode', 'The video is damaged and cannot be decoded.', details);
  try {
    const { status, headers } = await guard.direct.fetch(url, 'segment', { method: 'HEAD', signal });
    const statusError = httpError(status, url);
    if (statusError) return statusError;
    const type = headers.get('content-type') ?? '';
    if (/^(text|application\/(json|xhtml))/.test(type))
      return new PlayerError('media/not-media', `The server sent ${type} instead of video.`, details);
  } catch (error) {
    return toPlayerError(error, 'network/unreachable');
  }
  if (code === MediaError.MEDIA_ERR_NETWORK)
    return new PlayerError('network/unreachable', 'The connection was lost while the video was loading.', details);
  return new PlayerError('media/unsupported-codec', 'This browser has no decoder for this video.', details);
}
