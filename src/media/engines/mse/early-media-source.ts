import type { EngineType } from '../engine.js';
import { attachMediaSource } from './attach-media-source.js';
import { mediaSourceClass } from './media-source.js';

/**
 * Attaches a Media Source to the video before the engine has loaded, because a browser takes some time to open one. Returns undefined when
 * the engine has to attach its own: with Managed Media Source, and in a frame of opaque origin.
 * The engine that uses the Media Source detaches it; an unused one is detached when the signal aborts.
 */
export function attachEarlyMediaSource(
  video: HTMLVideoElement,
  { acceptsMediaSource }: EngineType,
  signal: AbortSignal
): MediaSource | undefined {
  const { MediaSource, origin } = globalThis;
  if (!acceptsMediaSource || !MediaSource || mediaSourceClass() !== MediaSource || origin === 'null') return undefined;
  return attachMediaSource(video, signal);
}
