import { listen } from '../../lib/listen.js';
import type { Guard } from '../guard.js';
import type { Expected } from '../warm-engine.js';

/** What the engine is to begin with, so that the bytes it asks for are those that are on their way. */
export interface FirstChoice {
  /** HLS: the address of the rendition's playlist. DASH: its id. */
  readonly rendition: string;
  /** Bits per second. */
  readonly bitrate: number;
  /** Settles when its first segments are asked for, where that takes another answer. */
  readonly asked?: Promise<unknown>;
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
  /** Fetches a part of the film; what does not come is met, and told, by the engine. */
  fetchPart(url: URL, range?: string): void;
}

/** What reads a manifest; it comes while the manifest does. */
const readers = { hls: () => import('./hls.js'), dash: () => import('./dash.js') } as const;

/** Milliseconds after the beginning in which the line is the engine's. */
const engineFirst = 1000;

/** Larger manifests are left to the engine: to read them twice would cost more than the head start gives. */
const mostBytes = 1_000_000;

/**
 * Starts all that can be started before the engine is there: the manifest and the playlists of the first rendition, and the first
 * segments as soon as the engine's code has come. Sooner, they would share the line with it, and would have to wait for it all the same;
 * so they come while the engine is made. A code that takes long is not waited for.
 * What the engine asks for differently is fetched anew, and what it never asks for was one segment of each kind.
 *
 * Resolves when the engine's code is there and the first segments are asked for: to make an engine takes the thread, and takes less time
 * than they need. It never throws: whoever plays meets the same fault, and has words for it.
 */
export async function headStart({ url, type, engine }: Expected, given: Omit<Track, 'fetchPart'>): Promise<FirstChoice | undefined> {
  if (type === 'file' || engine.name === 'native') return undefined;
  const { guard, signal } = given;
  const done = new AbortController();
  const life = AbortSignal.any([signal, done.signal]);
  const late = new Promise<void>((resolve) => listen(AbortSignal.timeout(engineFirst), 'abort', () => resolve(), life));
  const room = Promise.race([engine.load().catch(() => undefined), late]);
  const track: Track = {
    ...given,
    fetchPart: (part, range) => void room.then(() => guard.warm(part, 'segment', { signal, range })).catch(() => undefined)
  };
  try {
    const [{ chooseFirst }, manifest] = await Promise.all([readers[type](), guard.warm(url, 'manifest', track)]);
    if (manifest.status !== 200 || manifest.bytes.byteLength > mostBytes) return undefined;
    const first = chooseFirst(new TextDecoder().decode(manifest.bytes), new URL(manifest.url || url), track);
    await room;
    await Promise.race([first?.asked, late]);
    return first;
  } catch {
    return undefined;
  } finally {
    done.abort();
  }
}
