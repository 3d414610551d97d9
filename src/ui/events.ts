import { listen } from '../lib/listen.js';
import type { Blocked, Chapter, ConsentRequest, ConsentState, ErrorCode, Player, PrivacyReport, WatchStats } from '../media/index.js';
import { speakForDevice } from './device-events.js';

/** What ended the playing. */
export interface ErrorDetail {
  readonly code: ErrorCode;
  readonly fatal: true;
  /** Whether trying again may help. */
  readonly retryable: boolean;
  readonly cause: unknown;
  /** For a developer; the viewer reads a sentence in his own language. */
  readonly message: string;
}

/** A question to the viewer that the page may answer in his place, by a consent tool of its own. */
export interface ConsentRequestDetail extends ConsentRequest {
  grant(): void;
  refuse(): void;
}

/** The events of the player's own; all of them bubble, through shadow roots too. */
export interface JetEventMap {
  /** An engine plays the source. */
  'jet-ready': CustomEvent<{ readonly engine: string }>;
  /** The guard refused a host, for the first time for this kind of request. */
  'jet-blocked': CustomEvent<Blocked>;
  /** Playing ended in an error; once for each failure. */
  'jet-error': CustomEvent<ErrorDetail>;
  /** Another source is tried: a new `src`, or the next `<source>` after a failure. */
  'jet-source-change': CustomEvent<null>;
  /** Another chapter plays; null between chapters and where there are none. */
  'jet-chapter-change': CustomEvent<(Chapter & { readonly index: number }) | null>;
  /** A yes is needed. Cancelled, it waits for the page's `grant()` or `refuse()`; otherwise the player asks the viewer. */
  'jet-consent-request': CustomEvent<ConsentRequestDetail>;
  /** Something was allowed, or is no longer. */
  'jet-consent-change': CustomEvent<ConsentState>;
  /** The privacy report says something new: a refusal, another guard level, what is stored, or where it plays. */
  'jet-privacy-change': CustomEvent<PrivacyReport>;
  /** A source was watched to its end, or left, or failed: how it went, in sums. The player sends them nowhere. */
  'jet-stats': CustomEvent<WatchStats>;
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- this is how a page's own listeners get their types
  interface HTMLElementEventMap extends JetEventMap {}
}

/** Tells the page, on `host`, what happens in the player; `askViewer` is called for a question that the page leaves to the viewer. */
export function tellPage(
  host: HTMLElement,
  { session, state, privacy, consent }: Player,
  askViewer: () => void,
  signal: AbortSignal
): void {
  const tell = <Type extends keyof JetEventMap>(type: Type, detail: JetEventMap[Type]['detail'], cancelable = false) =>
    host.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  const ask = (request: ConsentRequest) => {
    const waits = () => state.current.consent.pending === request;
    const reply = (yes: boolean) => () => {
      if (waits()) consent.answer(yes);
    };
    if (tell('jet-consent-request', { ...request, grant: reply(true), refuse: reply(false) }, true) && waits()) askViewer();
  };

  speakForDevice(host, session, signal);
  // The last sums come when the player has ended, and its signal with it.
  session.addEventListener('stats', (event) => tell('jet-stats', (event as CustomEvent<WatchStats>).detail));
  listen(session, 'source', () => tell('jet-source-change', null), signal);
  listen(session, 'blocked', () => session.lastBlocked && tell('jet-blocked', session.lastBlocked), signal);
  const onStatus = () => {
    if (session.status === 'ready') tell('jet-ready', { engine: session.engineName ?? '' });
    if (session.status !== 'failed' || !session.error) return;
    const { code, retryable, cause, message } = session.error;
    tell('jet-error', { code, fatal: true, retryable, cause, message });
    host.dispatchEvent(new Event('error'));
  };
  listen(session, 'status', onStatus, signal);
  let known = state.current;
  state.subscribe((now) => {
    const before = known;
    known = now;
    if (now.consent.pending && now.consent.pending !== before.consent.pending) ask(now.consent.pending);
    if (now.consent.given !== before.consent.given) tell('jet-consent-change', now.consent.given);
    if (now.privacy !== before.privacy) tell('jet-privacy-change', privacy.report());
    const { list, current } = now.chapters;
    const chapter = list[current];
    if (chapter !== before.chapters.list[before.chapters.current])
      tell('jet-chapter-change', chapter ? { ...chapter, index: current } : null);
  }, signal);
}
