import type { MediaPlayerClass } from 'dashjs';

/** The part of dash.js's `Stream`, which plays one period, that is used here. */
interface PeriodStream {
  activate(...args: unknown[]): Promise<unknown>;
  /** Prepares the period and fetches its first segments while an earlier period plays. */
  startPreloading(...args: unknown[]): Promise<unknown>;
}

/**
 * Lets a seek into the next period wait until dash.js has prepared that period, if it is being prepared. Must be called before dash.js is
 * initialized.
 *
 * dash.js marks a period as prepared when its preparation starts. It then plays the period before its text tracks exist, and the next seek
 * discards the playing period, because dash.js still lists it as one that it prepares.
 */
export function finishPreloading(player: MediaPlayerClass): void {
  const stream = function (this: { parent: PeriodStream }) {
    // dash.js replaces the members of this object by those that are returned, so the original functions are read first.
    const { activate, startPreloading } = this.parent;
    /** The preparation of the next period, which also resolves when it fails; undefined while no period is being prepared. */
    let preparation: Promise<unknown> | undefined;
    let isActivated = false;
    return {
      activate(...args) {
        if (!preparation) return activate(...args);
        isActivated = true;
        return preparation.then(() => activate(...args));
      },
      startPreloading(...args) {
        isActivated = false;
        const preloaded = startPreloading(...args);
        const end = () => void (preparation = undefined);
        preparation = preloaded.then(end, end);
        // dash.js lists the period as preloaded when this resolves, so it must not if the period plays already.
        return new Promise((resolve, reject) => {
          preloaded.then(() => isActivated || resolve(undefined), reject);
        });
      }
    } satisfies PeriodStream;
  };
  player.extend('Stream', stream, true);
}
