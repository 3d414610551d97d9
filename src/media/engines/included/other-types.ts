import { PlayerError } from '../../error.js';
import type { SourceType } from '../../source.js';
import type { EngineType } from '../engine.js';

/**
 * Stands for all engines that the script for one kind of source does not contain: it takes every other source and fails with a
 * `PlayerError` that names the complete script. Without it, the browser itself would play other files, outside of the guard.
 */
export const refuseOtherTypes = (included: SourceType): EngineType => ({
  name: 'native',
  canPlay: ({ type }) => type !== included,
  loadCode: () => Promise.resolve({ start })
});

/** @throws PlayerError always */
function start({ source }: { readonly source: { readonly type: SourceType } }): never {
  throw new PlayerError(
    'source/unsupported',
    `This script of the player does not play sources of the type "${source.type}". Use jet-player.bundle.js, which plays all types.`
  );
}
