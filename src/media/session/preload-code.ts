import { preloadEngine } from '../engines/preload-engine.js';
import { engineOptions, type NetworkSettings } from '../network/network-settings.js';
import { resolveSource, type SourceInput } from '../source.js';
import { importPlaybackSupervisor } from './import-playback-supervisor.js';

/** Preloads the code that plays a source, and fetches nothing of the source itself. Never throws, because the load reports the error. */
export function preloadCode(source: SourceInput, base: URL, settings: NetworkSettings): void {
  preloadEngine(resolveSource(source, base), engineOptions(settings));
  importPlaybackSupervisor().catch(() => undefined);
}
