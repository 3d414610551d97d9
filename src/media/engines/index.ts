import type { EngineOptions, EngineType } from './engine.js';
import type { Source } from '../source.js';
import { dashEngine } from './dash.js';
import { fileEngine } from './file.js';
import { hlsEngine } from './hls.js';
import { nativeEngine } from './native.js';

/** The engines in order of preference: the first that can play a source plays it. A new engine needs one file and one entry here. */
const engineTypes: readonly EngineType[] = [hlsEngine, dashEngine, fileEngine, nativeEngine];

/** Returns the engine that plays a source; undefined when none can. */
export const engineFor = (source: Source, options: EngineOptions): EngineType | undefined =>
  engineTypes.find((candidate) => candidate.canPlay(source, options));
