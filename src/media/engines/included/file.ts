import type { EngineType } from '../engine.js';
import { fileEngine } from '../file.js';
import { nativeEngine } from '../native.js';
import { refuseOtherTypes } from './other-types.js';

/** The engines of `jet-player.file.bundle.js`, in order of preference. */
export const includedEngines: readonly EngineType[] = [refuseOtherTypes('file'), fileEngine, nativeEngine];
