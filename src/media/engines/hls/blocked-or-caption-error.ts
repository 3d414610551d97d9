import type HlsType from 'hls.js';
import type { ErrorData } from 'hls.js';
import { listen } from '../../../lib/listen.js';
import type { EngineContext } from '../engine.js';
import { toError } from './errors.js';

/** hls.js's flag for "no other rendition is left" (`ErrorActionFlags.MoveAllAlternatesMatchingHost`). */
const noAlternative = 1;

/**
 * Handles two kinds of error, and returns whether the error was one of them. A segment or key that the guard blocked is not requested
 * again; hls.js would retry it for half a minute. After an error of the captions, they are switched off.
 *
 * Playback continues without the captions. A video that is blocked in every rendition plays to the end of its buffer,
 * and then fails with the policy error.
 */
export function handleBlockedOrCaptionError(hls: HlsType, data: ErrorData, { video, signal, failAttempt }: EngineContext): boolean {
  if (data.details.startsWith('subtitle')) {
    hls.subtitleTrack = -1;
    // hls.js stops loading after every error that it calls fatal, but the video can play without captions.
    if (data.fatal) hls.startLoad();
    return true;
  }
  if (!data.frag) return false;
  const error = toError(data);
  if (error.code !== 'policy/blocked') return false;
  if (data.frag.type === 'subtitle') hls.subtitleTrack = -1;
  else if (data.fatal || ((data.errorAction?.flags ?? 0) & noAlternative) > 0) {
    const isBufferEmpty = () => video.buffered.length === 0 || video.buffered.end(video.buffered.length - 1) - video.currentTime < 0.5;
    if (isBufferEmpty()) failAttempt(error);
    else listen(video, 'waiting', () => isBufferEmpty() && failAttempt(error), signal);
  }
  return true;
}
