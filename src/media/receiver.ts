import type { Readable } from '../lib/store.js';
import type { Engine } from './engines/engine.js';
import type { StreamState } from './stream.js';
import type { Guard } from './network/guard.js';
import type { SourceType } from './source.js';

/** A caption file that the page declares for the video. */
export interface CaptionFile {
  readonly src: string;
  readonly srclang: string;
  readonly label: string;
}

/** Media for a receiver, which fetches it directly. */
export interface CastMedia {
  readonly url: URL;
  readonly type: SourceType;
  /** The MIME type that the publisher wrote, or empty. */
  readonly mimeType: string;
  readonly title: string;
  readonly live: boolean;
  readonly captionFiles: readonly CaptionFile[];
  /** Chapter tracks of the page; the Cast receiver reports none. */
  readonly chapters: readonly TextTrack[];
  /** Start position in seconds. */
  readonly startTime: number;
  readonly paused: boolean;
  /** The language of the captions chosen in this player; null when they are off, undefined when there are no caption tracks. */
  readonly captions: string | null | undefined;
  /** The language of the audio track chosen in this player; undefined when it is unknown. */
  readonly audio: string | undefined;
}

/**
 * A receiver that plays instead of the page's video, in the shape that features use: a video, an engine and its stream state. Features
 * control it with the same code as the page's video.
 */
export interface Receiver {
  /** The device's own name; text, never markup. */
  readonly name: string;
  readonly video: HTMLVideoElement;
  readonly engine: Engine;
  readonly stream: Readable<StreamState>;
  /** Aborts when the receiver stops playing for this page. */
  readonly signal: AbortSignal;
  /** Plays other media. Rejects when the receiver cannot. */
  load(media: CastMedia): Promise<void>;
  stop(): void;
}

/** Google's sender framework after it has loaded; all players of a page share one. */
export interface CastSender {
  /** Lets the viewer choose a device and plays there. Rejects when this fails; resolves to undefined when the viewer chooses none. */
  start(media: CastMedia): Promise<Receiver | undefined>;
}

export interface CastOptions {
  /** ID of the receiver application that the device runs, not a `Receiver`; empty for Google's default application. */
  readonly receiver: string;
  /** Records the request for the script in its log. */
  readonly guard: Guard;
  /** Ends the Cast session and removes the script. */
  readonly signal: AbortSignal;
}

/** Loads the player's Cast code, and then Google's script. Rejects when casting is not available. */
export type LoadCast = () => Promise<{ openSender(options: CastOptions): Promise<CastSender> }>;
