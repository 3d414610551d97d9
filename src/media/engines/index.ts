import type { EngineType } from '../engine.js';
import { PlayerError } from '../error.js';
import type { Source } from '../source.js';
import { dashEngine } from './dash.js';
import { hlsEngine } from './hls.js';
import { nativeEngine } from './native.js';

/** The engines, in order of preference: the first that can play a source plays it. A new one is one file and one line here. */
export const engineTypes: readonly EngineType[] = [hlsEngine, dashEngine, nativeEngine];

/** The engine that plays a source. @throws PlayerError `source/unsupported` */
export function engineFor(source: Source, options: { readonly nativeHls: boolean }): EngineType {
  const type = engineTypes.find((candidate) => candidate.canPlay(source, options));
  if (type) return type;
  throw new PlayerError('source/unsupported', 'This browser cannot play this kind of video.');
}
