import { listen } from '../lib/listen.js';
import type { Player } from '../media/index.js';
import { mediaEvents } from './media-element.js';

/** Fires on `host` what a device in the place of the video says, by the names that a page knows from `<video>`. */
export function speakForDevice(host: HTMLElement, session: Player['session'], signal: AbortSignal): void {
  const follow = () => {
    const { receiver } = session;
    if (!receiver) return;
    const speak = ({ type }: Event) => host.dispatchEvent(new Event(type));
    listen(receiver.video, mediaEvents.join(' '), speak, AbortSignal.any([receiver.signal, signal]));
  };
  listen(session, 'receiver', follow, signal);
}
