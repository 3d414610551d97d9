import { listen } from '../lib/listen.js';
import type { JetPlayer } from '../ui/jet-player.js';
import { hearParent, parentOrigins, type ParentMessage } from './parent.js';
import type { Publisher } from './publisher.js';
import { seek } from './seek.js';

/** The open specification's own names; https://github.com/embedly/player.js/blob/master/SPEC.rst, whose clients check them. */
const context = 'player.js';
const version = '0.0.11';

const events = ['ready', 'progress', 'timeupdate', 'play', 'pause', 'ended', 'error'] as const;
type PlayerJsEvent = (typeof events)[number];

const known = (seconds: number): number => (Number.isFinite(seconds) ? seconds : 0);

const getters: Readonly<Record<string, (element: JetPlayer) => unknown>> = {
  getPaused: (element) => element.paused,
  getMuted: (element) => element.muted,
  getVolume: (element) => Math.round(element.volume * 100),
  getDuration: (element) => known(element.duration),
  getCurrentTime: (element) => element.currentTime,
  getLoop: (element) => element.loop
};

const finite = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const setters: Readonly<Record<string, (element: JetPlayer, value: unknown) => void>> = {
  play: (element) => void element.play().catch(() => undefined),
  pause: (element) => element.pause(),
  mute: (element) => element.player?.volume.setMuted(true),
  unmute: (element) => element.player?.volume.setMuted(false),
  // Not the command `setLevel`, which also unmutes: here the two are apart.
  setVolume: (element, value) => void (finite(value) && (element.volume = Math.min(Math.max(value / 100, 0), 1))),
  setCurrentTime: (element, value) => void (finite(value) && seek(element, value)),
  setLoop: (element, value) => void (typeof value === 'boolean' && (element.loop = value))
};

const methods = [...Object.keys(setters), ...Object.keys(getters), 'addEventListener', 'removeEventListener'];

interface Message {
  readonly method: string;
  readonly value: unknown;
  readonly listener: string | undefined;
}

/** Reads a message as the specification writes it: a JSON string. Undefined for anything else. */
export function readPlayerJs(data: unknown): Message | undefined {
  if (typeof data !== 'string' || data.length > 4096) return undefined;
  try {
    const { context: named, method, value, listener } = (JSON.parse(data) ?? {}) as Record<string, unknown>;
    if (named !== context || typeof method !== 'string') return undefined;
    return { method, value, listener: typeof listener === 'string' ? listener : undefined };
  } catch {
    return undefined;
  }
}

/** What an event carries, beside its name. */
function valueOf(event: PlayerJsEvent, element: JetPlayer): unknown {
  const { buffered, currentTime, duration } = element;
  // The whole address, as the parent wrote it: the specification wants it, and clients know their frame by nothing else.
  if (event === 'ready') return { src: location.href, events, methods };
  if (event === 'timeupdate') return { seconds: currentTime, duration: known(duration) };
  if (event === 'progress') return { seconds: buffered.length > 0 ? buffered.end(buffered.length - 1) : 0, duration: known(duration) };
  if (event !== 'error') return undefined;
  const code = element.player?.state.current.error.error?.code ?? '';
  return { code: code.includes('unsupported') ? 1 : -1, msg: code };
}

/**
 * Speaks *player.js* with the parent page, so that its clients work as they are. Nothing is sent that was not asked for, but for
 * `ready`, which goes to the pages that may control. A page that may not control can listen and do no more.
 */
export function speakPlayerJs(element: JetPlayer, publisher: Publisher, signal: AbortSignal): void {
  const listeners = new Map<string, Map<string | undefined, string>>();

  const send = (origin: string, event: string, value: unknown, listener?: string) =>
    window.parent.postMessage(JSON.stringify({ context, version, event, value, listener }), origin);

  const emit = (event: PlayerJsEvent, value = valueOf(event, element)) => {
    for (const [listener, origin] of listeners.get(event) ?? []) send(origin, event, value, listener);
  };

  const onListener = ({ method, value, listener }: Message, origin: string) => {
    if (!events.includes(value as PlayerJsEvent)) return;
    const event = value as PlayerJsEvent;
    const known = listeners.get(event) ?? new Map<string | undefined, string>();
    listeners.set(event, known);
    if (method === 'addEventListener') known.set(listener, origin);
    else if (listener === undefined) known.clear();
    else known.delete(listener);
    if (method === 'addEventListener' && event === 'ready') send(origin, event, valueOf(event, element), listener);
  };

  const onMessage = ({ data, origin, trust }: ParentMessage) => {
    const message = readPlayerJs(data);
    if (!message) return;
    const { method, value, listener } = message;
    if (method === 'addEventListener' || method === 'removeEventListener') onListener(message, origin);
    else if (trust !== 'control') return;
    else if (Object.hasOwn(setters, method)) setters[method]!(element, value);
    else if (Object.hasOwn(getters, method)) send(origin, method, getters[method]!(element), listener);
    else emit('error', { code: 2, msg: `Method not supported: ${method.slice(0, 40)}` });
  };

  hearParent(window, publisher, onMessage, signal);
  listen(element, 'progress timeupdate play pause ended error', ({ type }) => emit(type as PlayerJsEvent), signal);
  if (window.parent === window) return;
  for (const origin of parentOrigins(window, publisher)) send(origin, 'ready', valueOf('ready', element));
}
