import type { EngineType } from './engine.js';
import { mediaSourceClass } from './mse/media-source.js';

/** Plays MPEG-DASH with sealed dash.js when the browser has Media Source Extensions. */
export const dashEngine: EngineType = {
  name: 'dash.js',
  canPlay: ({ type }) => type === 'dash' && mediaSourceClass() !== undefined,
  async loadCode() {
    const [{ start }, { default: seal }] = await Promise.all([import('./dash/engine.js'), import('sealed:dash.js')]);
    return { start: (context) => start(context, seal) };
  }
};
