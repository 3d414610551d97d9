import type { Readable } from '../../lib/store.js';
import type { Engine, StreamState } from '../engine.js';
import type { Guard } from '../guard.js';
import type { CaptionFile } from '../opt-ins.js';
import type { SourceType } from '../source.js';

/** A film for another device, which will fetch it by itself. */
export interface Film {
  readonly url: URL;
  readonly type: SourceType;
  /** As the publisher wrote it, or empty. */
  readonly mimeType: string;
  readonly title: string;
  readonly live: boolean;
  readonly captionFiles: readonly CaptionFile[];
  /** The page's own, for the device is told of none. */
  readonly chapters: readonly TextTrack[];
  /** Seconds to begin at. */
  readonly startTime: number;
  readonly paused: boolean;
  /** The languages that were chosen here; null where none was, undefined where there is nothing to choose. */
  readonly captions: string | null | undefined;
  readonly audio: string | undefined;
}

/**
 * A device that plays in the place of the page's video, in the shape that features know: a video, an engine and what the engine
 * says. So a feature drives a television with the same lines as the video in the page.
 */
export interface Receiver {
  /** What the device calls itself; text, never markup. */
  readonly name: string;
  readonly video: HTMLVideoElement;
  readonly engine: Engine;
  readonly stream: Readable<StreamState>;
  /** Ends when the device plays no more for us. */
  readonly signal: AbortSignal;
  /** Plays another film. Rejects when the device cannot. */
  load(film: Film): Promise<void>;
  stop(): void;
}

/** Google's sender framework at work; there is one for a page, whatever the number of players. */
export interface CastSender {
  /** Lets the viewer choose a device and plays there. Rejects when nothing came of it; undefined when the viewer chose none. */
  start(film: Film): Promise<Receiver | undefined>;
}

export interface CastOptions {
  /** The Cast application that plays; empty is Google's default receiver. */
  readonly receiver: string;
  /** Its book is told of the script. */
  readonly guard: Guard;
  /** Ends the session and takes the script away. */
  readonly signal: AbortSignal;
}

/** Brings our own code that speaks to Google's, and then that. Rejects where there is no casting after all. */
export type LoadCast = () => Promise<{ openSender(options: CastOptions): Promise<CastSender> }>;
