import { listen } from '../../lib/listen.js';
import type { InitialRendition } from '../engines/engine.js';
import { firstRequest } from '../engines/file/first-request.js';
import type { PreloadedEngine } from '../engines/preload-engine.js';
import type { PrefetchContext, PrefetchOptions } from './prefetch-context.js';

/** The modules that read a manifest; they load while the manifest does. */
const prefetchers = { hls: () => import('./hls-prefetch.js'), dash: () => import('./dash-prefetch.js') } as const;

/** Time for which the segments wait for the engine's code, so that the two do not share the network. */
const maxEngineWaitMs = 1000;

/** Larger manifests are left to the engine, because parsing them twice would take longer than the prefetch saves. */
const maxManifestBytes = 1_000_000;

/**
 * Prefetches what the engine will need first: the manifest and the playlists of the first rendition at once, and the first segments as
 * soon as the engine's code has loaded. Segments that are requested earlier would delay that code, and are useless without it. If the code
 * takes longer than a second, the segments do not wait for it. If the engine requests something else, at most one init segment and one
 * media segment of each type are fetched in vain.
 *
 * Resolves when the engine's code has loaded, or has taken too long, and the first segments are requested. The requests are sent before an engine is created,
 * because creating it blocks the main thread. It never throws, because the engine meets the same error and reports it.
 */
export async function prefetch(
  { url, type, engineType }: PreloadedEngine,
  options: PrefetchOptions
): Promise<InitialRendition | undefined> {
  const { guard, signal } = options;
  if (engineType.name === 'file') {
    guard.prefetchStream(url, 'segment', { ...firstRequest(guard), signal });
    // Loads the chunk `prefetch`, which contains both prefetchers (`rollup.config.mjs`): the chunk `playback` imports it for a file too.
    prefetchers.hls().catch(() => undefined);
  }
  if (type === 'file' || engineType.name === 'native') return undefined;
  const waiting = new AbortController();
  const lifetime = AbortSignal.any([signal, waiting.signal]);
  const timeout = new Promise<void>((resolve) => listen(AbortSignal.timeout(maxEngineWaitMs), 'abort', () => resolve(), lifetime));
  const engineLoaded = Promise.race([engineType.loadCode().catch(() => undefined), timeout]);
  const context: PrefetchContext = {
    ...options,
    fetchSegment: (segmentUrl, range) =>
      void engineLoaded.then(() => guard.prefetch(segmentUrl, 'segment', { signal, range })).catch(() => undefined)
  };
  try {
    const [{ prefetchInitialRendition }, manifest] = await Promise.all([prefetchers[type](), guard.prefetch(url, 'manifest', context)]);
    if (manifest.status !== 200 || manifest.bytes.byteLength > maxManifestBytes) return undefined;
    const initialRendition = prefetchInitialRendition(new TextDecoder().decode(manifest.bytes), new URL(manifest.url || url), context);
    await engineLoaded;
    await Promise.race([initialRendition?.segmentsRequested, timeout]);
    return initialRendition;
  } catch {
    return undefined;
  } finally {
    waiting.abort();
  }
}
