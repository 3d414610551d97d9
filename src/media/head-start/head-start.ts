import { engineFor } from '../engines/index.js';
import type { Guard } from '../guard.js';
import { toSource, type SourceInput } from '../source.js';
import { warmDash } from './dash.js';
import { warmHls } from './hls.js';

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
  readonly nativeHls: boolean;
  /** Seconds; 0 is the beginning. */
  readonly startTime: number;
  /** Pixels; taller renditions are left alone, unless there is no other. */
  readonly maxHeight: number;
  readonly signal: AbortSignal;
}

/** Larger manifests are left to the engine: to read them twice would cost more than the head start gives. */
const mostCharacters = 1_000_000;

/**
 * Starts all that can be started before anything is known: the engine's code, the manifest, the playlists of the first rendition and its
 * first segments. What the engine asks for differently is fetched anew, and what it never asks for was one segment of each kind.
 *
 * Resolves as soon as the first rendition is chosen. It never throws: whoever plays meets the same fault, and has words for it.
 */
export async function headStart(input: SourceInput, track: Track): Promise<FirstChoice | undefined> {
  try {
    const { url, type, ...declared } = toSource(input, track.guard.base);
    if (!type) return undefined;
    const engine = engineFor({ url, type, ...declared }, track);
    engine.load().catch(() => undefined);
    return engine.name === 'native' ? undefined : await chooseFirst(url, track);
  } catch {
    return undefined;
  }
}

async function chooseFirst(url: URL, track: Track): Promise<FirstChoice | undefined> {
  const manifest = await track.guard.warm(url, 'manifest', track);
  const text = new TextDecoder().decode(manifest.bytes);
  if (manifest.status !== 200 || text.length > mostCharacters) return undefined;
  const base = new URL(manifest.url || url);
  return text.startsWith('#EXTM3U') ? warmHls(text, base, track) : warmDash(text, base, track);
}
