import type { EngineType } from '../engine.js';
import { dashEngine } from './dash/engine.js';
import { hlsEngine } from './hls/engine.js';
import { nativeEngine } from './native.js';

/** The engines, in order of preference: the first that can play a source plays it. A new one is one file and one line here. */
export const engineTypes: readonly EngineType[] = [hlsEngine, dashEngine, nativeEngine];
