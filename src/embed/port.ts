import { listen } from '../lib/listen.js';
import { PlayerError } from '../media/error.js';
import type { JetPlayer } from '../ui/jet-player.js';
import { callMethod, CallError, type CallTarget } from './methods.js';
import { onParentMessage } from './parent-messages.js';
import {
  context,
  embedEvents,
  publicEvents,
  readCall,
  readConnect,
  version,
  type ConnectAnswer,
  type EmbedEvent,
  type EventMessage,
  type CallReply
} from './protocol.js';
import type { Publisher } from './publisher.js';
import { snapshot } from './snapshot.js';

/** Minimum milliseconds between two `timeupdate` events: at most 4 a second, even if the browser fires more. */
const timeUpdateInterval = 240;

/** Maximum number of ports that one frame opens; a page needs one. */
const maxPorts = 100;

/**
 * Answers a connection request: opens a port and returns the parent's end in `transfer`, or reports that there is no player. `control` is
 * whether the parent may control the player.
 */
type ConnectHandler = (control: boolean) => {
  readonly reply: { type: 'connected'; control: boolean } | { type: 'refused'; code: string };
  readonly transfer: Transferable[];
};

/** Answers each connection request of the parent once. */
function answerConnects(publisher: Publisher, signal: AbortSignal, handleConnect: ConnectHandler): void {
  const answeredNonces = new Set<string>();
  onParentMessage(
    window,
    publisher,
    ({ data, origin, trust }) => {
      const request = readConnect(data);
      if (!request || answeredNonces.has(request.nonce) || answeredNonces.size >= maxPorts) return;
      answeredNonces.add(request.nonce);
      const { reply, transfer } = handleConnect(trust === 'control');
      const answer: ConnectAnswer = { context, v: version, nonce: request.nonce, ...reply };
      window.parent.postMessage(answer, { targetOrigin: origin, transfer });
    },
    signal
  );
}

/** Answers each permitted parent with the error code that explains why there is no player. */
export function refusePort(code: string, publisher: Publisher, signal: AbortSignal): void {
  answerConnects(publisher, signal, () => ({ reply: { type: 'refused', code }, transfer: [] }));
}

/** Opens the typed channel: a port for each validated connection request of the parent, with or without control. */
export function openPort(element: JetPlayer, publisher: Publisher, signal: AbortSignal): void {
  answerConnects(publisher, signal, (control) => {
    const { port1: port, port2: parentPort } = new MessageChannel();
    signal.addEventListener('abort', () => port.close(), { once: true });
    if (control) answerCalls(port, element, signal);
    else forwardEvents(port, element, { subscribed: () => publicEvents, withState: false }, signal);
    return { reply: { type: 'connected', control }, transfer: [parentPort] };
  });
}

/** Sends the events that `subscribed` returns, with the state when `withState` is true. */
function forwardEvents(
  port: MessagePort,
  element: JetPlayer,
  { subscribed, withState }: { subscribed(): readonly EmbedEvent[]; withState: boolean },
  signal: AbortSignal
): void {
  let lastTimeUpdate = -Infinity;
  const send = ({ type }: Event) => {
    const event = type as EmbedEvent;
    if (!subscribed().includes(event)) return;
    if (event === 'timeupdate') {
      if (performance.now() - lastTimeUpdate < timeUpdateInterval) return;
      lastTimeUpdate = performance.now();
    }
    port.postMessage({ event, ...(withState && { state: snapshot(element) }) } satisfies EventMessage);
  };
  listen(element, embedEvents.join(' '), send, signal);
}

function answerCalls(port: MessagePort, element: JetPlayer, signal: AbortSignal): void {
  let subscribed: readonly EmbedEvent[] = [];
  const target: CallTarget = { element, subscribe: (events) => (subscribed = events) };
  forwardEvents(port, element, { subscribed: () => subscribed, withState: true }, signal);
  const answer = async (data: unknown) => {
    const request = readCall(data);
    if (!request) return;
    const { id, method, args } = request;
    try {
      port.postMessage({ id, result: await callMethod(method, args, target) } satisfies CallReply);
    } catch (error) {
      port.postMessage({ id, error: describeError(error) } satisfies CallReply);
    }
  };
  listen<MessageEvent<unknown>>(port, 'message', ({ data }) => void answer(data), signal);
  port.start();
}

/** Describes an error for the parent: its code and a sentence, without URLs. */
function describeError(error: unknown): { code: string; message: string } {
  if (error instanceof CallError) return { code: error.code, message: error.message };
  if (error instanceof PlayerError) return { code: error.code, message: 'The player could not carry out the command.' };
  const needsUserGesture = error instanceof DOMException && error.name === 'NotAllowedError';
  return needsUserGesture
    ? { code: 'playback/refused', message: 'The browser requires the viewer to press play.' }
    : {
        code: error instanceof DOMException && error.name === 'AbortError' ? 'aborted' : 'failed',
        message: 'The command could not be completed.'
      };
}
