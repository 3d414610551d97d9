import type { JetPlayer } from '../ui/jet-player.js';
import { embedEvents, type EmbedEvent, type EmbedMethod } from './protocol.js';
import { seek } from './seek.js';
import { snapshot } from './snapshot.js';

/** What a method works on. */
export interface Target {
  readonly element: JetPlayer;
  /** Sends these events from now on, and no others. */
  subscribe(events: readonly EmbedEvent[]): void;
}

/** Thrown for a call that cannot be carried out as it stands; the code goes to the caller. */
export class CallError extends Error {
  constructor(
    readonly code: 'unsupported' | 'bad-arguments' | 'read-only' | 'not-ready',
    message: string
  ) {
    super(message);
  }
}

type Method = (target: Target, args: readonly unknown[]) => unknown;

const isEvent = (value: unknown): value is EmbedEvent => embedEvents.includes(value as EmbedEvent);
const finite = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const flag = (value: unknown): value is boolean => typeof value === 'boolean';
const name = (value: unknown): value is string => typeof value === 'string' && value.length <= 200;
const nameOrNone = (value: unknown): value is string | null => value === null || name(value);
const between =
  (least: number, most: number) =>
  (value: unknown): value is number =>
    finite(value) && value >= least && value <= most;
const list = (value: unknown): value is EmbedEvent[] => Array.isArray(value) && value.length <= embedEvents.length && value.every(isEvent);

const alone =
  (run: (target: Target) => unknown): Method =>
  (target, args) => {
    if (args.length > 0) throw new CallError('bad-arguments', 'It takes no argument.');
    return run(target);
  };

const one =
  <T>(fits: (value: unknown) => value is T, run: (target: Target, value: T) => unknown): Method =>
  (target, args) => {
    const [value] = args;
    if (args.length !== 1 || !fits(value)) throw new CallError('bad-arguments', 'It takes one argument, of another kind.');
    return run(target, value);
  };

function playerOf({ element }: Target) {
  if (element.player) return element.player;
  throw new CallError('not-ready', 'The player is gone.');
}

/** What a parent page can ask for, and how; the compiler sees to it that none is missing. */
const methods: Readonly<Record<EmbedMethod, Method>> = {
  // The element's own `play`, for it also loads a film that waits for it.
  'playback.play': alone(({ element }) => element.play()),
  'playback.pause': alone(({ element }) => element.pause()),
  'playback.setRate': one(between(0.0625, 16), (target, rate) => playerOf(target).playback.setRate(rate)),
  'time.seek': one(finite, ({ element }, seconds) => seek(element, seconds)),
  'time.skip': one(finite, (target, seconds) => playerOf(target).time.skip(seconds)),
  'volume.setLevel': one(between(0, 1), (target, level) => playerOf(target).volume.setLevel(level)),
  'volume.setMuted': one(flag, (target, muted) => playerOf(target).volume.setMuted(muted)),
  'quality.choose': one(name, (target, id) => playerOf(target).quality.choose(id)),
  'audio.choose': one(name, (target, id) => playerOf(target).audio.choose(id)),
  'captions.choose': one(nameOrNone, (target, id) => playerOf(target).captions.choose(id)),
  'captions.toggle': alone((target) => playerOf(target).captions.toggle()),
  'live.seekToEdge': alone((target) => playerOf(target).live.seekToEdge()),
  'error.retry': alone((target) => playerOf(target).error.retry()),
  'loop.set': one(flag, ({ element }, loop) => void (element.loop = loop)),
  'state.get': alone(({ element }) => snapshot(element)),
  'events.subscribe': one(list, (target, events) => target.subscribe(events))
};

/** Carries out a call. Resolves to what may be sent back; rejects with a `CallError`, or with what the player threw. */
export async function call(method: string, args: readonly unknown[], target: Target): Promise<unknown> {
  if (!Object.hasOwn(methods, method)) throw new CallError('unsupported', 'There is no such method.');
  const result = await methods[method as EmbedMethod](target, args);
  return method === 'state.get' ? result : undefined;
}
