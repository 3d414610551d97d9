import type { EngineType } from '../engine.js';
import { mediaSource } from './media-source.js';

/** hls.js, sealed: HLS wherever a script can feed the video. */
export const hlsEngine: EngineType = {
  name: 'hls.js',
  takesOpenSource: true,
  canPlay: ({ type }) => type === 'hls' && mediaSource() !== undefined,
  async load() {
    const [{ start }, { default: seal }] = await Promise.all([import('./hls/engine.js'), import('sealed:hls.js')]);
    return { start: (context) => start(context, seal) };
  }
};
