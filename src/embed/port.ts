import { listen } from '../lib/listen.js';
import { PlayerError } from '../media/error.js';
import type { JetPlayer } from '../ui/jet-player.js';
import { call, CallError, type Target } from './methods.js';
import { hearParent } from './parent.js';
import {
  context,
  embedEvents,
  openEvents,
  readCall,
  readConnect,
  version,
  type Answer,
  type EmbedEvent,
  type Happened,
  type Reply
} from './protocol.js';
import type { Publisher } from './publisher.js';
import { snapshot } from './snapshot.js';

/** Milliseconds between two `timeupdate`s at least: 4 a second, whatever the browser does. */
const breath = 240;

/** Ports that one frame opens; a page needs one. */
const mostPorts = 100;

/** What is answered to a wish: our end of the port was handed to the function, or there is no player. */
type Reception = (control: boolean, open: () => MessagePort) => { type: 'connected'; control: boolean } | { type: 'refused'; code: string };

/** Answers each wish of the parent to connect, once. */
function answerConnects(publisher: Publisher, signal: AbortSignal, receive: Reception): void {
  const served = new Set<string>();
  hearParent(
    window,
    publisher,
    ({ data, origin, trust }) => {
      const wish = readConnect(data);
      if (!wish || served.has(wish.nonce) || served.size >= mostPorts) return;
      served.add(wish.nonce);
      const transfer: Transferable[] = [];
      const open = () => {
        const { port1, port2 } = new MessageChannel();
        transfer.push(port2);
        return port1;
      };
      const answer: Answer = { context, v: version, nonce: wish.nonce, ...receive(trust === 'control', open) };
      window.parent.postMessage(answer, { targetOrigin: origin, transfer });
    },
    signal
  );
}

/** Tells every parent that may ask why there is no player. */
export function refusePort(code: string, publisher: Publisher, signal: AbortSignal): void {
  answerConnects(publisher, signal, () => ({ type: 'refused', code }));
}

/** Opens the typed channel: a port for each checked wish of the parent to connect, with control or without. */
export function openPort(element: JetPlayer, publisher: Publisher, signal: AbortSignal): void {
  answerConnects(publisher, signal, (control, open) => {
    const port = open();
    signal.addEventListener('abort', () => port.close(), { once: true });
    if (control) serve(port, element, signal);
    else tell(port, element, () => openEvents, false, signal);
    return { type: 'connected', control };
  });
}

/** Sends the events of the moment; with the state, where the parent may know it. */
function tell(port: MessagePort, element: JetPlayer, wanted: () => readonly EmbedEvent[], withState: boolean, signal: AbortSignal): void {
  let last = -Infinity;
  const send = ({ type }: Event) => {
    const event = type as EmbedEvent;
    if (!wanted().includes(event)) return;
    if (event === 'timeupdate') {
      if (performance.now() - last < breath) return;
      last = performance.now();
    }
    port.postMessage({ event, ...(withState && { state: snapshot(element) }) } satisfies Happened);
  };
  listen(element, embedEvents.join(' '), send, signal);
}

function serve(port: MessagePort, element: JetPlayer, signal: AbortSignal): void {
  let wanted: readonly EmbedEvent[] = [];
  const target: Target = { element, subscribe: (events) => (wanted = events) };
  tell(port, element, () => wanted, true, signal);
  const answer = async (data: unknown) => {
    const asked = readCall(data);
    if (!asked) return;
    const { id, method, args } = asked;
    try {
      port.postMessage({ id, result: await call(method, args, target) } satisfies Reply);
    } catch (error) {
      port.postMessage({ id, error: describe(error) } satisfies Reply);
    }
  };
  listen<MessageEvent<unknown>>(port, 'message', ({ data }) => void answer(data), signal);
  port.start();
}

/** An error as the parent may know it: its code and a sentence, no address. */
function describe(error: unknown): { code: string; message: string } {
  if (error instanceof CallError) return { code: error.code, message: error.message };
  if (error instanceof PlayerError) return { code: error.code, message: 'The player could not do it.' };
  const refused = error instanceof DOMException && error.name === 'NotAllowedError';
  return refused
    ? { code: 'playback/refused', message: 'The browser wants the viewer to press play.' }
    : { code: error instanceof DOMException && error.name === 'AbortError' ? 'aborted' : 'failed', message: 'It could not be done.' };
}
