import { listen } from '../lib/listen.js';
import type { Publisher, Trust } from './publisher.js';

/** A message from the parent page, whose origin the publisher trusts with control or with events. */
export interface ParentMessage {
  readonly data: unknown;
  readonly origin: string;
  readonly trust: Exclude<Trust, 'none'>;
}

/**
 * Calls `listener` for messages from the parent window only: not from a sibling, a more distant ancestor, an opener or the frame
 * itself; and only from origins that the publisher trusts (`publisher.trust`). Other messages get no answer at all.
 */
export function onParentMessage(
  window: Window,
  publisher: Publisher,
  listener: (message: ParentMessage) => void,
  signal: AbortSignal
): void {
  const { parent } = window;
  if (parent === window) return;
  listen<MessageEvent<unknown>>(
    window,
    'message',
    ({ source, origin, data }) => {
      if (source !== parent) return;
      const trust = publisher.trust(origin);
      if (trust !== 'none') listener({ data, origin, trust });
    },
    signal
  );
}

/** Returns the target origins for the first message to the parent: its origin, if `ancestorOrigins` gives it, otherwise all listed ones. */
export function parentOrigins(window: Window, publisher: Publisher): readonly string[] {
  const parent = window.location.ancestorOrigins?.[0];
  if (parent === undefined) return publisher.exactPageOrigins;
  return publisher.trust(parent) === 'control' ? [parent] : [];
}
