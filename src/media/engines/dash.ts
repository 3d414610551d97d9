import type { EngineType } from '../engine.js';
import { mediaSource } from './media-source.js';

/** dash.js, sealed: MPEG-DASH wherever a script can feed the video. */
export const dashEngine: EngineType = {
  name: 'dash.js',
  canPlay: ({ type }) => type === 'dash' && mediaSource() !== undefined,
  async load() {
    const [{ start }, { default: seal }] = await Promise.all([import('./dash/engine.js'), import('sealed:dash.js')]);
    return { start: (context) => start(context, seal) };
  }
};
