import type { Guard } from '../guard.js';
import type { Expected } from '../warm-engine.js';

/** What the engine is to begin with, so that the bytes it asks for are those that are on their way. */
export interface FirstChoice {
  /** HLS: the address of the rendition's playlist. DASH: its id. */
  readonly rendition: string;
  /** Bits per second. */
  readonly bitrate: number;
}

/** From where, and to where, a head start goes. */
export interface Track {
  readonly guard: Guard;
  readonly video: HTMLVideoElement;
  /** Seconds; 0 is the beginning. */
  readonly startTime: number;
  /** Pixels; taller renditions are left alone, unless there is no other. */
  readonly maxHeight: number;
  readonly signal: AbortSignal;
}

/** What reads a manifest; it comes while the manifest does. */
const readers = { hls: () => import('./hls.js'), dash: () => import('./dash.js') } as const;

/** Larger manifests are left to the engine: to read them twice would cost more than the head start gives. */
const mostBytes = 1_000_000;

/**
 * Starts all that can be started before the engine is there: the manifest, the playlists of the first rendition and its first segments.
 * What the engine asks for differently is fetched anew, and what it never asks for was one segment of each kind.
 *
 * Resolves as soon as the first rendition is chosen. It never throws: whoever plays meets the same fault, and has words for it.
 */
export async function headStart({ url, type, engine }: Expected, track: Track): Promise<FirstChoice | undefined> {
  if (type === 'file' || engine.name === 'native') return undefined;
  try {
    const [{ chooseFirst }, manifest] = await Promise.all([readers[type](), track.guard.warm(url, 'manifest', track)]);
    if (manifest.status !== 200 || manifest.bytes.byteLength > mostBytes) return undefined;
    return chooseFirst(new TextDecoder().decode(manifest.bytes), new URL(manifest.url || url), track);
  } catch {
    return undefined;
  }
}
