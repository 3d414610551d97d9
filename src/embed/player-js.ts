import { listen } from '../lib/listen.js';
import { ownOptions } from '../lib/own.js';
import type { JetPlayer } from '../ui/jet-player.js';
import { onParentMessage, parentOrigins, type ParentMessage } from './parent-messages.js';
import type { Publisher } from './publisher.js';
import { seek } from './seek.js';

/** Names from the open specification; https://github.com/embedly/player.js/blob/master/SPEC.rst. Clients check them. */
const context = 'player.js';
const version = '0.0.11';

const events = ['ready', 'progress', 'timeupdate', 'play', 'pause', 'ended', 'error'] as const;
type PlayerJsEvent = (typeof events)[number];

const finiteOrZero = (seconds: number): number => (Number.isFinite(seconds) ? seconds : 0);

const getters: Readonly<Record<string, (element: JetPlayer) => unknown>> = {
  getPaused: (element) => element.paused,
  getMuted: (element) => element.muted,
  getVolume: (element) => Math.round(element.volume * 100),
  getDuration: (element) => finiteOrZero(element.duration),
  getCurrentTime: (element) => element.currentTime,
  getLoop: (element) => element.loop
};

const isFiniteNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const actions: Readonly<Record<string, (element: JetPlayer, value: unknown) => void>> = {
  play: (element) => void element.play().catch(() => undefined),
  pause: (element) => element.pause(),
  mute: (element) => element.player?.volume.setMuted(true),
  unmute: (element) => element.player?.volume.setMuted(false),
  // Not the command `setLevel`, because that also unmutes: player.js keeps volume and muting separate.
  setVolume: (element, value) => void (isFiniteNumber(value) && (element.volume = Math.min(Math.max(value / 100, 0), 1))),
  setCurrentTime: (element, value) => void (isFiniteNumber(value) && seek(element, value)),
  setLoop: (element, value) => void (typeof value === 'boolean' && (element.loop = value))
};

const methods = [...Object.keys(actions), ...Object.keys(getters), 'addEventListener', 'removeEventListener'];

interface PlayerJsMessage {
  readonly method: string;
  readonly value: unknown;
  readonly listener: string | undefined;
}

/** Reads a message in the specification's format, a JSON string. Returns undefined for anything else. */
export function readPlayerJs(data: unknown): PlayerJsMessage | undefined {
  if (typeof data !== 'string' || data.length > 4096) return undefined;
  try {
    const { context: messageContext, method, value, listener } = ownOptions((JSON.parse(data) ?? {}) as Record<string, unknown>);
    if (messageContext !== context || typeof method !== 'string') return undefined;
    return { method, value, listener: typeof listener === 'string' ? listener : undefined };
  } catch {
    return undefined;
  }
}

/**
 * Returns the value of `ready`. A parent with control gets the full URL, because the specification requires it and clients compare
 * it with the `src` of their frame. Other parents get it without the fragment, which may contain secrets that another page wrote.
 */
const readyFor = (trust: ParentMessage['trust']): unknown => ({
  src: trust === 'control' ? location.href : location.href.split('#', 1)[0],
  events,
  methods
});

/** Returns the value of any other event. */
function valueOf(event: PlayerJsEvent, element: JetPlayer): unknown {
  const { buffered, currentTime, duration } = element;
  if (event === 'timeupdate') return { seconds: currentTime, duration: finiteOrZero(duration) };
  if (event === 'progress')
    return { seconds: buffered.length > 0 ? buffered.end(buffered.length - 1) : 0, duration: finiteOrZero(duration) };
  if (event !== 'error') return undefined;
  const code = element.player?.state.current.source.error?.code ?? '';
  return { code: code.includes('unsupported') ? 1 : -1, msg: code };
}

/**
 * Implements *player.js* for the parent page, so that its clients work unchanged. Only requested events are sent, except `ready`, which
 * is sent to pages with control. A page without control can only listen.
 */
export function servePlayerJs(element: JetPlayer, publisher: Publisher, signal: AbortSignal): void {
  const listeners = new Map<string, Map<string | undefined, string>>();

  const send = (origin: string, event: string, value: unknown, listener?: string) =>
    window.parent.postMessage(JSON.stringify({ context, version, event, value, listener }), origin);

  const emit = (event: PlayerJsEvent, value = valueOf(event, element)) => {
    for (const [listener, origin] of listeners.get(event) ?? []) send(origin, event, value, listener);
  };

  const onListener = ({ method, value, listener }: PlayerJsMessage, { origin, trust }: ParentMessage) => {
    if (!events.includes(value as PlayerJsEvent)) return;
    const event = value as PlayerJsEvent;
    const eventListeners = listeners.get(event) ?? new Map<string | undefined, string>();
    listeners.set(event, eventListeners);
    if (method === 'addEventListener') eventListeners.set(listener, origin);
    else if (listener === undefined) eventListeners.clear();
    else eventListeners.delete(listener);
    if (method === 'addEventListener' && event === 'ready') send(origin, event, readyFor(trust), listener);
  };

  const onMessage = (parentMessage: ParentMessage) => {
    const { data, origin, trust } = parentMessage;
    const message = readPlayerJs(data);
    if (!message) return;
    const { method, value, listener } = message;
    if (method === 'addEventListener' || method === 'removeEventListener') onListener(message, parentMessage);
    else if (trust !== 'control') return;
    else if (Object.hasOwn(actions, method)) actions[method]!(element, value);
    else if (Object.hasOwn(getters, method)) send(origin, method, getters[method]!(element), listener);
    else emit('error', { code: 2, msg: `Method not supported: ${method.slice(0, 40)}` });
  };

  onParentMessage(window, publisher, onMessage, signal);
  listen(element, 'progress timeupdate play pause ended error', ({ type }) => emit(type as PlayerJsEvent), signal);
  if (window.parent === window) return;
  for (const origin of parentOrigins(window, publisher)) send(origin, 'ready', readyFor('control'));
}
