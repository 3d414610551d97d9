import type * as InterfaceCode from './interface.js';
import type * as LaterCode from './later.js';

/** What comes with the first sign of a viewer. */
export type Later = typeof LaterCode;

/**
 * A part of the player's code that comes when it is wanted: what has come of it, and the wish. A failure is met again, and tried again, at
 * the next wish.
 */
function part<Code>(load: () => Promise<Code>, prepare: (code: Code) => void): readonly [() => Code | undefined, () => Promise<Code>] {
  let here: Code | undefined;
  let coming: Promise<Code> | undefined;
  const bring = () =>
    (coming ??= load().then(
      (code) => {
        prepare(code);
        return (here = code);
      },
      (cause: unknown) => {
        coming = undefined;
        throw cause;
      }
    ));
  return [() => here, bring];
}

/** What lies over the picture; undefined until it has come, behind the first frame. */
export const [interfaceCode, bringInterface] = part<typeof InterfaceCode>(
  () => import('./interface.js'),
  (code) => code.defineInterfaceElements()
);

/** What is needed only when a viewer is there; undefined until it has come. */
export const [later, bringLater] = part<Later>(
  () => import('./later.js'),
  (code) => code.defineLaterElements()
);
