import type { EngineType } from '../engine.js';
import { mediaSource } from './media-source.js';

/**
 * Gives the video a Media Source before the engine is there: a browser takes some time to open one, and the line carries the engine in
 * the meantime. Undefined where the engine has to do it in its own way: a managed one, and one in a frame of opaque origin.
 * Whoever feeds it also takes it away from the video; what nobody took goes when the signal aborts.
 */
export function openEarly(video: HTMLVideoElement, { takesOpenSource }: EngineType, signal: AbortSignal): MediaSource | undefined {
  const { MediaSource, origin } = globalThis;
  if (!takesOpenSource || !MediaSource || mediaSource() !== MediaSource || origin === 'null') return undefined;
  const source = new MediaSource();
  const address = URL.createObjectURL(source);
  video.src = address;
  const takeAway = () => {
    URL.revokeObjectURL(address);
    if (video.src !== address) return;
    video.removeAttribute('src');
    video.load();
  };
  signal.addEventListener('abort', takeAway, { once: true });
  return source;
}
