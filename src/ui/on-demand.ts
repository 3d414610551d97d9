import type * as Code from './later.js';

/** What comes with the first sign of a viewer. */
export type Later = typeof Code;

let here: Later | undefined;
let coming: Promise<Later> | undefined;

/** What is needed only when a viewer is there; undefined until it has come. */
export const later = (): Later | undefined => here;

/** Brings what is needed when a viewer is there. A failure is met again, and tried again, at the next sign of him. */
export function bringLater(): Promise<Later> {
  coming ??= import('./later.js').then(
    (code) => {
      code.defineLaterElements();
      return (here = code);
    },
    (cause: unknown) => {
      coming = undefined;
      throw cause;
    }
  );
  return coming;
}
