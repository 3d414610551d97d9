import { listen } from '../../lib/listen.js';
import type { Player } from '../../media/index.js';
import { mediaEvents } from './media-element.js';

/** Dispatches the media events of a receiver on `host`, until `signal` aborts. */
export function forwardReceiverEvents(host: HTMLElement, session: Player['session'], signal: AbortSignal): void {
  const follow = () => {
    const { receiver } = session;
    if (!receiver) return;
    const forward = ({ type }: Event) => host.dispatchEvent(new Event(type));
    listen(receiver.video, mediaEvents.join(' '), forward, AbortSignal.any([receiver.signal, signal]));
  };
  listen(session, 'receiver', follow, signal);
}
