import { listen } from '../lib/listen.js';
import type { Publisher, Trust } from './publisher.js';

/** A message of the page that holds this frame, from an origin that is trusted to some degree. */
export interface ParentMessage {
  readonly data: unknown;
  readonly origin: string;
  readonly trust: Exclude<Trust, 'none'>;
}

/**
 * Calls `listener` for messages of the parent window alone: not of a sibling, an ancestor further up, an opener or the frame
 * itself, and not of an origin the publisher did not name. Everybody else is not even refused: nothing comes back.
 */
export function hearParent(window: Window, publisher: Publisher, listener: (message: ParentMessage) => void, signal: AbortSignal): void {
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

/** The origins that a first word to the parent may be addressed to: the parent's, where the browser tells, else each that was named. */
export function parentOrigins(window: Window, publisher: Publisher): readonly string[] {
  const parent = window.location.ancestorOrigins?.[0];
  if (parent === undefined) return publisher.pages;
  return publisher.trust(parent) === 'control' ? [parent] : [];
}
