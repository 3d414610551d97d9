import { listen } from '../../lib/listen.js';
import { redactUrl } from '../../lib/redact.js';
import type { Engine, EngineContext, EngineType } from '../engine.js';
import { PlayerError } from '../error.js';
import { mediaSource } from './media-source.js';

/** `preload` may forbid to fetch, so metadata cannot be waited for; the source counts as playing once it is assigned. */
function start({ video, source, guard, stream, signal, startTime, fail }: EngineContext): Engine {
  const { href } = guard.admit(source.url, 'segment');
  guard.book.request(source.url.origin);
  signal.addEventListener('abort', () => unload(video), { once: true });
  listen(video, 'error', () => video.error && fail(toError(video.error, source.url)), signal);
  listen(video, 'loadedmetadata', () => stream.patch({ live: video.duration === Infinity ? { targetLatency: 0 } : null }), signal);
  if (startTime > 0) listen(video, 'loadedmetadata', () => (video.currentTime = startTime), signal);
  video.src = href;
  return {
    chooseRendition() {},
    chooseAudioTrack() {},
    liveEdge: () => (video.duration === Infinity && video.seekable.length > 0 ? video.seekable.end(video.seekable.length - 1) : null)
  };
}

/** Takes the source away and lets the element forget what it had buffered. */
function unload(video: HTMLVideoElement): void {
  video.removeAttribute('src');
  video.load();
}

function toError({ code, message }: MediaError, url: URL): PlayerError {
  const details = { url: redactUrl(url), cause: message };
  if (code === MediaError.MEDIA_ERR_DECODE) return new PlayerError('media/decode', 'The video is damaged and cannot be decoded.', details);
  if (code === MediaError.MEDIA_ERR_NETWORK)
    return new PlayerError('network/unreachable', 'The connection broke while the video was loading.', details);
  // The element tells a missing file from a strange one only in the words of its message.
  const status = Number(/^(\d{3}):/.exec(message)?.[1]);
  if (status === 404 || status === 410)
    return new PlayerError('source/not-found', `The server has no such video (${status}).`, { ...details, status });
  if (status === 401 || status === 403)
    return new PlayerError('source/not-authorised', `The server refuses this video (${status}).`, { ...details, status });
  if (status >= 400) return new PlayerError('network/http', `The server answered with an error (${status}).`, { ...details, status });
  return new PlayerError('media/unsupported-codec', 'The file could not be loaded, or this browser cannot play it.', details);
}

/**
 * The browser's own player: for files, and for HLS only where there is no Media Source and the publisher allowed it.
 *
 * A browser that says it can play HLS would fetch whatever hosts a playlist names, past the guard.
 */
export const nativeEngine: EngineType = {
  name: 'native',
  canPlay: ({ type }, { nativeHls }) => type === 'file' || (type === 'hls' && nativeHls && !mediaSource()),
  load: () => Promise.resolve(),
  start: (context) => Promise.resolve(start(context))
};
