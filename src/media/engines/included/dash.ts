import { dashEngine } from '../dash.js';
import type { EngineType } from '../engine.js';
import { refuseOtherTypes } from './other-types.js';

/** The engines of `jet-player.dash.bundle.js`, in order of preference. */
export const includedEngines: readonly EngineType[] = [refuseOtherTypes('dash'), dashEngine];
