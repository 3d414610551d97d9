import type { EngineType } from './engine.js';
import { mediaSourceClass } from './mse/media-source.js';

/**
 * Plays with the browser's own player: files, and HLS only when there is no Media Source and the publisher allows it.
 *
 * HLS needs that permission because a browser that plays it itself fetches from every host that a playlist names, bypassing the guard.
 */
export const nativeEngine: EngineType = {
  name: 'native',
  canPlay: ({ type, url }, { nativeHls, nativeFiles, onlyGuarded }) =>
    !onlyGuarded &&
    ((type === 'file' && (nativeFiles || !url.protocol.startsWith('http'))) || (type === 'hls' && nativeHls && !mediaSourceClass())),
  loadCode: () => import('./native/engine.js')
};
