import type { EngineType } from '../engine.js';
import { mediaSource } from './media-source.js';

/**
 * The browser's own player: for files, and for HLS only where there is no Media Source and the publisher allowed it.
 *
 * A browser that says it can play HLS would fetch whatever hosts a playlist names, past the guard.
 */
export const nativeEngine: EngineType = {
  name: 'native',
  canPlay: ({ type }, { nativeHls }) => type === 'file' || (type === 'hls' && nativeHls && !mediaSource()),
  load: () => import('./native/engine.js')
};
