import { ownOptions } from '../lib/own.js';
import type { CommandName } from '../media/index.js';

/** The context and version in each message that is sent before there is a port. */
export const context = 'jet-player';
export const version = 1;

/**
 * The commands a parent page may send. Commands that need a user gesture inside the frame (full screen, picture-in-picture) are left
 * out, and so is the privacy report, because only the viewer may see which hosts their device contacted.
 */
const embedCommands = [
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
  'source.retry'
] as const satisfies readonly CommandName[];

/** The methods of the port: the commands, and methods of the channel or the element. */
export const embedMethods = [...embedCommands, 'loop.set', 'state.get', 'events.subscribe'] as const;
export type EmbedMethod = (typeof embedMethods)[number];

/** The events a parent page may receive; names as on `<video>`. */
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

/** The events for every page when the publisher lists none: they reveal playback, but neither the position nor the source. */
export const publicEvents: readonly EmbedEvent[] = ['play', 'pause', 'ended', 'error'];

/** An option the viewer can choose: a rendition, an audio track, captions. */
export interface EmbedChoice {
  readonly id: string;
  readonly label: string;
  /** BCP 47, or empty. */
  readonly language: string;
}

/** The complete state that a parent page receives. It contains no URLs: neither the source's nor any other. */
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
  /** 1 is normal speed. */
  readonly playbackRate: number;
  readonly streamType: 'on-demand' | 'live' | 'unknown';
  readonly renditions: readonly (Omit<EmbedChoice, 'language'> & { readonly height: number })[];
  /** A rendition's id, or `auto`. */
  readonly rendition: string;
  readonly audioTracks: readonly EmbedChoice[];
  readonly audioTrack: string | null;
  readonly captionTracks: readonly EmbedChoice[];
  readonly captions: string | null;
  /** The code of the error that ended playback, or null. */
  readonly error: string | null;
}

/** Parent to frame, posted to the window: requests a port. The nonce identifies the request; each request gets one port. */
export interface Connect {
  readonly context: typeof context;
  readonly v: typeof version;
  readonly type: 'connect';
  readonly nonce: string;
}

/** Frame to parent: the port, transferred with this message; or the code that explains why there is no player. */
export type ConnectAnswer = { readonly context: typeof context; readonly v: typeof version; readonly nonce: string } & (
  { readonly type: 'connected'; readonly control: boolean } | { readonly type: 'refused'; readonly code: string }
);

/** Parent to frame, on the port. */
export interface Call {
  readonly id: number;
  readonly method: EmbedMethod;
  readonly args: readonly unknown[];
}

/** Frame to parent, on the port: the result of a call. */
export type CallReply = { readonly id: number } & (
  { readonly result: unknown } | { readonly error: { readonly code: string; readonly message: string } }
);

/** Frame to parent, on the port: an event. Without control it has no state. */
export interface EventMessage {
  readonly event: EmbedEvent;
  readonly state?: EmbedState;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a connection request; returns undefined for anything else. */
export function readConnect(data: unknown): Connect | undefined {
  if (!isRecord(data)) return undefined;
  const { context: messageContext, v, type, nonce } = ownOptions(data);
  if (messageContext !== context || v !== version || type !== 'connect') return undefined;
  return typeof nonce === 'string' && /^[\w-]{16,64}$/.test(nonce) ? { context, v: version, type: 'connect', nonce } : undefined;
}

/** Reads a call from the port; the method may not exist. Returns undefined when the message is not a call. */
export function readCall(data: unknown): { id: number; method: string; args: readonly unknown[] } | undefined {
  if (!isRecord(data)) return undefined;
  const { id, method, args = [] } = ownOptions(data);
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || typeof method !== 'string' || !Array.isArray(args)) return undefined;
  return { id, method, args };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isChoices = (value: unknown): boolean =>
  Array.isArray(value) && value.every((choice) => isRecord(choice) && isText(choice['id']) && isText(choice['label']));

/** Type checks for each member of the state. */
const stateMembers: Readonly<Record<keyof EmbedState, (value: unknown) => boolean>> = {
  paused: isFlag,
  ended: isFlag,
  seeking: isFlag,
  muted: isFlag,
  loop: isFlag,
  currentTime: isNumber,
  duration: isNumber,
  volume: isNumber,
  playbackRate: isNumber,
  streamType: isText,
  renditions: isChoices,
  rendition: isText,
  audioTracks: isChoices,
  audioTrack: (value) => value === null || isText(value),
  captionTracks: isChoices,
  captions: (value) => value === null || isText(value),
  error: (value) => value === null || isText(value)
};

/** Reads a state that a frame sent; returns undefined when a member is missing or has another type. */
export function readState(data: unknown): EmbedState | undefined {
  if (!isRecord(data)) return undefined;
  return Object.entries(stateMembers).every(([name, isValid]) => Object.hasOwn(data, name) && isValid(data[name]))
    ? (data as unknown as EmbedState)
    : undefined;
}

/** Reads a frame's message on the port; returns undefined unless it is a reply or an event of the protocol. */
export function readFromFrame(data: unknown): CallReply | EventMessage | undefined {
  if (!isRecord(data)) return undefined;
  const { id, error, event } = data;
  if (embedEvents.includes(event as EmbedEvent)) {
    const state = readState(data['state']);
    return { event: event as EmbedEvent, ...(state && { state }) };
  }
  if (!isNumber(id)) return undefined;
  if (!Object.hasOwn(data, 'error')) return { id, result: data['result'] };
  const { code, message } = isRecord(error) ? error : {};
  return { id, error: { code: isText(code) ? code : 'failed', message: isText(message) ? message : '' } };
}
