import type HlsType from 'hls.js';
import type { ErrorData } from 'hls.js';
import { listen } from '../../../lib/listen.js';
import type { EngineContext } from '../../engine.js';
import { toError } from './errors.js';

/** hls.js's own flag for "there is no other rendition to turn to" (`ErrorActionFlags.MoveAllAlternatesMatchingHost`). */
const noAlternative = 1;

/**
 * Takes the guard's refusal of a segment or a key as final, where hls.js would ask for half a minute more; true when it did.
 *
 * Captions that may not be had are switched off, and the film goes on. A film that may not be had in any rendition plays to the end
 * of what is there, and then ends in the refusal.
 */
export function heedRefusal(hls: HlsType, data: ErrorData, { video, signal, fail }: EngineContext): boolean {
  if (data.details.startsWith('subtitle')) {
    hls.subtitleTrack = -1;
    // hls.js stops loading at whatever it calls fatal; a film without captions is still a film.
    if (data.fatal) hls.startLoad();
    return true;
  }
  if (!data.frag) return false;
  const error = toError(data);
  if (error.code !== 'policy/blocked') return false;
  if (data.frag.type === 'subtitle') hls.subtitleTrack = -1;
  else if (data.fatal || ((data.errorAction?.flags ?? 0) & noAlternative) > 0) {
    const dry = () => video.buffered.length === 0 || video.buffered.end(video.buffered.length - 1) - video.currentTime < 0.5;
    if (dry()) fail(error);
    else listen(video, 'waiting', () => dry() && fail(error), signal);
  }
  return true;
}
