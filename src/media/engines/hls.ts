import type { EngineType } from './engine.js';
import { mediaSourceClass } from './mse/media-source.js';

/** Plays HLS with sealed hls.js when the browser has Media Source Extensions. */
export const hlsEngine: EngineType = {
  name: 'hls.js',
  acceptsMediaSource: true,
  canPlay: ({ type }) => type === 'hls' && mediaSourceClass() !== undefined,
  async loadCode() {
    const [{ start }, { default: seal }] = await Promise.all([import('./hls/engine.js'), import('sealed:hls.js')]);
    return { start: (context) => start(context, seal) };
  }
};
