import type { Store } from '../lib/store.js';
import type { DrmSystems } from './drm.js';
import type { PlayerError } from './error.js';
import type { FirstChoice } from './head-start/head-start.js';
import type { WholeResponse } from './meter.js';
import type { PatientGuard } from './recovery/patient-guard.js';
import type { Recovery } from './recovery/recovery.js';
import type { Source } from './source.js';

/** One encoding of the picture, which the engine may switch to. */
export interface Rendition {
  readonly id: string;
  /** Pixels; 0 where the manifest does not say. */
  readonly width: number;
  readonly height: number;
  /** Bits per second. */
  readonly bitrate: number;
  /** Frames per second, where the manifest says. */
  readonly frameRate?: number;
  /** RFC 6381, where the manifest says. */
  readonly codec?: string;
}

/** One of several sound tracks. */
export interface AudioTrack {
  readonly id: string;
  /** The name in the manifest; text, never markup. */
  readonly label: string;
  /** BCP 47, or empty. */
  readonly language: string;
  /** As in the HTML standard: `main`, `alternative`, `descriptions` or empty. */
  readonly kind: string;
}

/** What is particular to a live presentation. */
export interface LiveInfo {
  /** Seconds behind the live edge at which the engine wants to play. */
  readonly targetLatency: number;
}

/** Where a small picture is to be had, and which part of it: pixels; the whole of it where they are left out. */
export interface ThumbnailPlace {
  readonly url: string;
  readonly x: number;
  readonly y: number;
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** What an engine says about the source it plays. The engine is the authority: `playing` changes when it says so. */
export interface StreamState {
  readonly renditions: readonly Rendition[];
  /** The viewer's choice: a rendition's id, or `auto`. */
  readonly choice: string;
  /** The id of the rendition now being played, when known. */
  readonly playing: string | null;
  /** Bits per second that the engine believes the network to carry; 0 as long as it has measured nothing. */
  readonly bandwidth: number;
  readonly audioTracks: readonly AudioTrack[];
  readonly audioTrack: string | null;
  /** What the manifest calls a text track, by the label that the engine gave it; empty where the two are the same. */
  readonly textNames: ReadonlyMap<string, string>;
  /** The manifest names small pictures of the film. */
  readonly thumbnails: boolean;
  /** Null for an on-demand presentation, undefined as long as it is not known. */
  readonly live: LiveInfo | null | undefined;
}

export const noStream: StreamState = {
  renditions: [],
  choice: 'auto',
  playing: null,
  bandwidth: 0,
  audioTracks: [],
  audioTrack: null,
  textNames: new Map(),
  thumbnails: false,
  live: undefined
};

/** All that an engine gets. It plays `source` on `video`, fetches through `guard` only, and dies when `signal` aborts. */
export interface EngineContext {
  readonly video: HTMLVideoElement;
  readonly source: Source;
  /** It tries again by itself; an engine needs to retry nothing. */
  readonly guard: PatientGuard;
  readonly recovery: Recovery;
  readonly stream: Store<StreamState>;
  readonly signal: AbortSignal;
  /** The manifest, already fetched and checked; undefined for a file. The engine's own request finds the same bytes warm. */
  readonly manifest: WholeResponse | undefined;
  /** The publisher's key systems; without them nothing asks the browser for one. */
  readonly drm: DrmSystems | undefined;
  /** Seconds on the video's time line to begin at; 0 lets the engine choose. */
  readonly startTime: number;
  /** Pixels; taller renditions are left alone, unless there is no other. */
  readonly maxHeight: number;
  /** The rendition that is on its way already; undefined lets the engine choose. */
  readonly first: FirstChoice | undefined;
  /** A Media Source that the video has already, of an engine that `takesOpenSource`; undefined lets the engine make its own. */
  readonly opened: MediaSource | undefined;
  /** Ends this source with an error that the engine cannot mend. */
  fail(error: PlayerError): void;
}

/** A source being played. It has no `destroy`: the signal in its context ends it. */
export interface Engine {
  /** Plays one rendition, or lets the engine decide with `auto`. An unknown id is ignored. */
  chooseRendition(id: string): void;
  chooseAudioTrack(id: string): void;
  /** Seconds where the segment ends that holds this time and was given up on, so that it need not be waited for; null for any other. */
  holeEnd?(seconds: number): number | null;
  /** Fetches all of the text that is shown, and not only what is about to be played, until the signal aborts. */
  fetchWholeText?(signal: AbortSignal): void;
  /** Whether a text track translates only what is foreign in the film itself, and is shown without being chosen. */
  isForced?(track: TextTrack): boolean;
  /** Seconds on the video's time line where a live presentation is at its target latency; null on demand. */
  liveEdge(): number | null;
  /** The small picture of a moment in seconds, or where it is, of those that the manifest names. */
  thumbnailAt?(seconds: number): Promise<ThumbnailPlace | ImageBitmap | undefined>;
  /** Seconds between what is on the air and what is shown, as far as the engine can tell; null on demand. */
  latency?(): number | null;
  /** The date and time of the video's time 0, where the manifest says it; null where it does not. */
  startDate?(): Date | null;
}

/** A kind of engine, cheap to import; `load` brings the real thing. */
export interface EngineType {
  readonly name: 'hls.js' | 'dash.js' | 'native';
  /** It can feed a Media Source that somebody else gave to the video. */
  readonly takesOpenSource?: boolean;
  canPlay(source: Source, options: { readonly nativeHls: boolean }): boolean;
  /** Brings the engine's code, without starting anything; called while the manifest is on its way. */
  load(): Promise<EngineCode>;
}

/** An engine's code, come to be used. */
export interface EngineCode {
  start(context: EngineContext): Engine | Promise<Engine>;
}
