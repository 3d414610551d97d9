import type { EngineOptions, EngineType } from './engine.js';
import type { Source } from '../source.js';
import { includedEngines } from './included/all.js';

/** Returns the engine that plays a source; undefined when none can. */
export const engineFor = (source: Source, options: EngineOptions): EngineType | undefined =>
  includedEngines.find((candidate) => candidate.canPlay(source, options));
