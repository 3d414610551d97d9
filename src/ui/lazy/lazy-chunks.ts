import type { DeferredInterface } from '../interface/deferred-interface.js';
import type * as InterfaceCode from '../interface/player-interface.js';

/**
 * Returns two functions for a chunk of the player's code: one returns the loaded code, or undefined; the other loads it. After a failure
 * the promise rejects, and the next call retries.
 */
function lazyChunk<Code>(
  load: () => Promise<Code>,
  prepare: (code: Code) => void
): readonly [getLoaded: () => Code | undefined, loadOnce: () => Promise<Code>] {
  let loadedCode: Code | undefined;
  let loading: Promise<Code> | undefined;
  const loadOnce = () =>
    (loading ??= load().then(
      (code) => {
        prepare(code);
        return (loadedCode = code);
      },
      (cause: unknown) => {
        loading = undefined;
        throw cause;
      }
    ));
  return [() => loadedCode, loadOnce];
}

/** The interface over the video; undefined until it is loaded, after the first frame. */
export const [interfaceCode, loadInterface] = lazyChunk<typeof InterfaceCode>(
  () => import('../interface/player-interface.js'),
  (code) => code.defineInterfaceElements()
);

/** The deferred interface, which is loaded at the first interaction or when playback starts; undefined until then. */
export const [deferredInterfaceCode, loadDeferredInterface] = lazyChunk<DeferredInterface & { defineMenuElements(): void }>(
  () => import('./deferred-interface-chunk.js'),
  (code) => code.defineMenuElements()
);
