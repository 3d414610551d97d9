import type { CommandName } from '../media/index.js';

/** Every message of the typed channel outside its port names this context and this version. */
export const context = 'jet-player';
export const version = 1;

/**
 * The commands a parent page may give. Whatever needs a click inside the frame (full screen, picture-in-picture) is not among
 * them, and neither is the privacy report: whom a viewer's device contacted is the viewer's to see.
 */
export const embedCommands = [
  'playback.play',
  'playback.pause',
  'playback.setRate',
  'time.seek',
  'time.skip',
  'volume.setLevel',
  'volume.setMuted',
  'quality.choose',
  'audio.choose',
  'captions.choose',
  'captions.toggle',
  'live.seekToEdge',
  'error.retry'
] as const satisfies readonly CommandName[];

/** The methods of the port: the commands, and what belongs to the channel or to the element. */
export const embedMethods = [...embedCommands, 'loop.set', 'state.get', 'events.subscribe'] as const;
export type EmbedMethod = (typeof embedMethods)[number];

/** What a parent page may hear of; names as on `<video>`. */
export const embedEvents = [
  'play',
  'playing',
  'pause',
  'ended',
  'timeupdate',
  'seeking',
  'seeked',
  'durationchange',
  'volumechange',
  'ratechange',
  'waiting',
  'error'
] as const;
export type EmbedEvent = (typeof embedEvents)[number];

/** What a page hears where no page was named by the publisher: that it plays, and nothing about where or what. */
export const openEvents: readonly EmbedEvent[] = ['play', 'pause', 'ended', 'error'];

/** A choice of the viewer's among several: a rendition, a sound track, captions. */
export interface EmbedChoice {
  readonly id: string;
  readonly label: string;
  /** BCP 47, or empty. */
  readonly language: string;
}

/** All that a parent page is told about the player. It holds no address: neither of the film nor of anything else. */
export interface EmbedState {
  readonly paused: boolean;
  readonly ended: boolean;
  readonly seeking: boolean;
  readonly muted: boolean;
  readonly loop: boolean;
  /** Seconds. */
  readonly currentTime: number;
  /** Seconds; `Infinity` when live, `NaN` when not known. */
  readonly duration: number;
  /** 0 to 1. */
  readonly volume: number;
  /** 1 is normal. */
  readonly playbackRate: number;
  readonly streamType: 'on-demand' | 'live' | 'unknown';
  readonly renditions: readonly (Omit<EmbedChoice, 'language'> & { readonly height: number })[];
  /** A rendition's id, or `auto`. */
  readonly rendition: string;
  readonly audioTracks: readonly EmbedChoice[];
  readonly audioTrack: string | null;
  readonly captionTracks: readonly EmbedChoice[];
  readonly captions: string | null;
  /** The code of what ended the playing, or null. */
  readonly error: string | null;
}

/** Parent to frame, posted to the window: please open a port. The nonce names this wish; one wish gets one port. */
export interface Connect {
  readonly context: typeof context;
  readonly v: typeof version;
  readonly type: 'connect';
  readonly nonce: string;
}

/** Frame to parent: the port, transferred with this message; or why there is no player to speak to. */
export type Answer = { readonly context: typeof context; readonly v: typeof version; readonly nonce: string } & (
  { readonly type: 'connected'; readonly control: boolean } | { readonly type: 'refused'; readonly code: string }
);

/** Parent to frame, on the port. */
export interface Call {
  readonly id: number;
  readonly method: EmbedMethod;
  readonly args: readonly unknown[];
}

/** Frame to parent, on the port: what came of a call. */
export type Reply = { readonly id: number } & (
  { readonly result: unknown } | { readonly error: { readonly code: string; readonly message: string } }
);

/** Frame to parent, on the port: something happened. Without control there is no state. */
export interface Happened {
  readonly event: EmbedEvent;
  readonly state?: EmbedState;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a wish to connect; undefined for anything else, of whatever shape. */
export function readConnect(data: unknown): Connect | undefined {
  if (!isRecord(data) || data['context'] !== context || data['v'] !== version || data['type'] !== 'connect') return undefined;
  const { nonce } = data;
  return typeof nonce === 'string' && /^[\w-]{16,64}$/.test(nonce) ? { context, v: version, type: 'connect', nonce } : undefined;
}

/** Reads a call from the port; the method may be one that does not exist. Undefined where there is nothing to answer to. */
export function readCall(data: unknown): { id: number; method: string; args: readonly unknown[] } | undefined {
  if (!isRecord(data)) return undefined;
  const { id, method, args = [] } = data;
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || typeof method !== 'string' || !Array.isArray(args)) return undefined;
  return { id, method, args };
}
