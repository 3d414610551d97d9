import { listen } from '../../lib/listen.js';
import type { Player } from '../../media/index.js';
import { mediaEvents } from './media-element.js';

/** Dispatches the media events of a receiver on `host`, until `signal` aborts. */
export function forwardReceiverEvents(host: HTMLElement, session: Player['session'], signal: AbortSignal): void {
  const forwardEvents = () => {
    const { receiver } = session;
    if (!receiver) return;
    const dispatch = ({ type }: Event) => host.dispatchEvent(new Event(type));
    listen(receiver.video, mediaEvents.join(' '), dispatch, AbortSignal.any([receiver.signal, signal]));
  };
  listen(session, 'receiver', forwardEvents, signal);
}
