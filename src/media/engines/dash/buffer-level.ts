import type { MediaPlayerClass } from 'dashjs';

/** Returns how many seconds of one media type dash.js has buffered from the current time on. */
type LevelOf = (type: string) => number;

/**
 * Passes the buffer levels that dash.js measures, in seconds, through `correct`; dash.js decides by them whether to fetch more. Must be
 * called before dash.js is initialized.
 */
export function correctBufferLevels(player: MediaPlayerClass, correct: (type: string, level: number) => number): void {
  const metrics = function (this: { parent: { getCurrentBufferLevel: LevelOf } }) {
    const { getCurrentBufferLevel: getReportedLevel } = this.parent;
    return { getCurrentBufferLevel: ((type) => correct(type, getReportedLevel(type))) satisfies LevelOf };
  };
  player.extend('DashMetrics', metrics, true);
}
