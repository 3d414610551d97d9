import type { EngineOptions, EngineType } from './engine.js';
import { engineFor } from './index.js';
import type { DeclaredSource, SourceType } from '../source.js';

/** The engine for a source, as far as its URL or its type determines it. */
export interface PreloadedEngine {
  readonly url: URL;
  readonly type: SourceType;
  readonly engineType: EngineType;
}

/** Preloads the engine code for a source. Never throws, because playing the source meets the same error and reports it. */
export function preloadEngine(source: DeclaredSource, options: EngineOptions): PreloadedEngine | undefined {
  if (source.error || !source.type) return undefined;
  const { url, type, mimeType } = source;
  const engineType = engineFor({ url, type, mimeType }, options);
  engineType?.loadCode().catch(() => undefined);
  return engineType && { url, type, engineType };
}
