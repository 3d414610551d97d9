import type { EngineType } from '../engine.js';
import { hlsEngine } from '../hls.js';
import { nativeEngine } from '../native.js';
import { refuseOtherTypes } from './other-types.js';

/** The engines of `jet-player.hls.bundle.js`, in order of preference. */
export const includedEngines: readonly EngineType[] = [refuseOtherTypes('hls'), hlsEngine, nativeEngine];
