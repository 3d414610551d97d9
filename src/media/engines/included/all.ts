import { dashEngine } from '../dash.js';
import type { EngineType } from '../engine.js';
import { fileEngine } from '../file.js';
import { hlsEngine } from '../hls.js';
import { nativeEngine } from '../native.js';

/**
 * The engines of this build, in order of preference: the first that can play a source plays it. A new engine needs one file and one entry
 * here, and one in the list for its kind of source. The build of a script for one kind of source imports another module of this folder in
 * place of this one (`build/single-script.mjs`).
 */
export const includedEngines: readonly EngineType[] = [hlsEngine, dashEngine, fileEngine, nativeEngine];
