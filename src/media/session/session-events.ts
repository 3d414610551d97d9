import type { SessionEventMap, SessionEventTarget } from '../features/feature-context.js';
import type { WatchStats } from '../features/watch-stats.js';

type Detail<Type extends keyof SessionEventMap> = SessionEventMap[Type] extends CustomEvent<infer Value> ? Value : never;

/** Dispatches the events of a session. Code outside the session calls a `report` method instead of dispatching an event on it. */
export class SessionEvents extends (EventTarget as new () => SessionEventTarget) {
  /** Reports that the publisher's opt-ins changed. */
  reportOptInsChange(): void {
    this.emit('optinschange');
  }

  /** Reports that a command was called; `path` is for example `volume.setMuted`. */
  reportCommand(path: string): void {
    this.emit('command', path);
  }

  /** Reports the watch statistics of a source. */
  reportStats(stats: WatchStats): void {
    this.emit('stats', stats);
  }

  /** Reports that the browser does not allow playback with audio. @internal */
  reportAutoplayBlocked(): void {
    this.emit('autoplayblocked');
  }

  /** Reports that playback or a seek was moved out of a withdrawn passage. @internal */
  reportPassageExit(): void {
    this.emit('passageexit');
  }

  protected emit<Type extends keyof SessionEventMap>(type: Type, detail?: Detail<Type>): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
