import type { MediaPlayerClass } from 'dashjs';

/** Seconds of media of one type that dash.js has from the current time on, as it counts them. */
type LevelOf = (type: string) => number;

/**
 * Lets `correct` have its say about how much dash.js thinks it has; by that it decides whether to ask for more.
 * To be called before dash.js is initialized.
 */
export function correctLevels(player: MediaPlayerClass, correct: (type: string, level: number) => number): void {
  const metrics = function (this: { parent: { getCurrentBufferLevel: LevelOf } }) {
    const { getCurrentBufferLevel: count } = this.parent;
    return { getCurrentBufferLevel: ((type) => correct(type, count(type))) satisfies LevelOf };
  };
  player.extend('DashMetrics', metrics, true);
}
