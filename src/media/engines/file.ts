import { throwLoadError } from '../error.js';
import type { EngineType } from './engine.js';
import { mediaSourceClass } from './mse/media-source.js';

/** Plays a file through the guard, when the browser has Media Source Extensions. */
export const fileEngine: EngineType = {
  name: 'file',
  acceptsMediaSource: true,
  canPlay: ({ type, url }, { guardFiles }) =>
    guardFiles && type === 'file' && url.protocol.startsWith('http') && mediaSourceClass() !== undefined,
  async loadCode() {
    // The file is requested while the library loads.
    const library = import('sealed:mediabunny.js').then(({ default: seal }) => seal, throwLoadError);
    library.catch(() => undefined);
    const { start } = await import('./file/engine.js');
    return { start: (context) => start(context, library) };
  }
};
