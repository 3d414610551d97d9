import type { JetPlayer } from '../ui/jet-player.js';
import { embedEvents, type EmbedEvent, type EmbedMethod } from './protocol.js';
import { seek } from './seek.js';
import { snapshot } from './snapshot.js';

/** The player a method acts on, and its event subscription. */
export interface CallTarget {
  readonly element: JetPlayer;
  /** Replaces the list of events that are sent. */
  subscribe(events: readonly EmbedEvent[]): void;
}

/** Thrown for an invalid call; the code is sent to the caller. */
export class CallError extends Error {
  constructor(
    readonly code: 'unsupported' | 'bad-arguments' | 'read-only' | 'not-ready',
    message: string
  ) {
    super(message);
  }
}

type Method = (target: CallTarget, args: readonly unknown[]) => unknown;

const isEvent = (value: unknown): value is EmbedEvent => embedEvents.includes(value as EmbedEvent);
const isFiniteNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isId = (value: unknown): value is string => typeof value === 'string' && value.length <= 200;
const isIdOrNull = (value: unknown): value is string | null => value === null || isId(value);
const isBetween =
  (min: number, max: number) =>
  (value: unknown): value is number =>
    isFiniteNumber(value) && value >= min && value <= max;
const isEventList = (value: unknown): value is EmbedEvent[] =>
  Array.isArray(value) && value.length <= embedEvents.length && value.every(isEvent);

const withoutArguments =
  (run: (target: CallTarget) => unknown): Method =>
  (target, args) => {
    if (args.length > 0) throw new CallError('bad-arguments', 'The method takes no arguments.');
    return run(target);
  };

const withArgument =
  <T>(isValid: (value: unknown) => value is T, run: (target: CallTarget, value: T) => unknown): Method =>
  (target, args) => {
    const [value] = args;
    if (args.length !== 1 || !isValid(value))
      throw new CallError('bad-arguments', 'The method takes exactly one argument, of the documented type and range.');
    return run(target, value);
  };

function playerOf({ element }: CallTarget) {
  if (element.player) return element.player;
  throw new CallError('not-ready', 'The player does not exist yet.');
}

/** The methods a parent page can call; the `Record` type makes the compiler check that none is missing. */
const methods: Readonly<Record<EmbedMethod, Method>> = {
  // The element's own `play`, because it also loads a source whose loading waits for `play`.
  'playback.play': withoutArguments(({ element }) => element.play()),
  'playback.pause': withoutArguments(({ element }) => element.pause()),
  'playback.setRate': withArgument(isBetween(0.0625, 16), (target, rate) => playerOf(target).playback.setRate(rate)),
  'time.seek': withArgument(isFiniteNumber, ({ element }, seconds) => seek(element, seconds)),
  'time.skip': withArgument(isFiniteNumber, (target, seconds) => playerOf(target).time.skip(seconds)),
  'volume.setLevel': withArgument(isBetween(0, 1), (target, level) => playerOf(target).volume.setLevel(level)),
  'volume.setMuted': withArgument(isBoolean, (target, muted) => playerOf(target).volume.setMuted(muted)),
  'quality.choose': withArgument(isId, (target, id) => playerOf(target).quality.choose(id)),
  'audio.choose': withArgument(isId, (target, id) => playerOf(target).audio.choose(id)),
  'captions.choose': withArgument(isIdOrNull, (target, id) => playerOf(target).captions.choose(id)),
  'captions.toggle': withoutArguments((target) => playerOf(target).captions.toggle()),
  'live.seekToEdge': withoutArguments((target) => playerOf(target).live.seekToEdge()),
  'source.retry': withoutArguments((target) => playerOf(target).source.retry()),
  'loop.set': withArgument(isBoolean, ({ element }, loop) => void (element.loop = loop)),
  'state.get': withoutArguments(({ element }) => snapshot(element)),
  'events.subscribe': withArgument(isEventList, (target, events) => target.subscribe(events))
};

/** Runs a call. Resolves to the value to send back; rejects with a `CallError` or with the player's error. */
export async function callMethod(method: string, args: readonly unknown[], target: CallTarget): Promise<unknown> {
  if (!Object.hasOwn(methods, method)) throw new CallError('unsupported', 'This method does not exist.');
  const result = await methods[method as EmbedMethod](target, args);
  return method === 'state.get' ? result : undefined;
}
