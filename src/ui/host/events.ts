import { listen } from '../../lib/listen.js';
import type {
  Blocked,
  Chapter,
  ConsentRequest,
  ConsentState,
  Credentials,
  ErrorCode,
  Player,
  PrivacyReport,
  WatchStats
} from '../../media/index.js';
import { forwardReceiverEvents } from './receiver-events.js';

/** The error that ended playback. */
export interface ErrorDetail {
  readonly code: ErrorCode;
  readonly fatal: true;
  /** Whether a retry may succeed. */
  readonly retryable: boolean;
  readonly cause: unknown;
  /** For developers; the viewer sees a translated text. */
  readonly message: string;
}

/** A consent request that the page can answer for the viewer, with its own consent tool. */
export interface ConsentRequestDetail extends ConsentRequest {
  grant(): void;
  refuse(): void;
}

/** The player's own events; all of them bubble and are composed. */
export interface JetEventMap {
  /** An engine has opened the source. */
  'jet-ready': CustomEvent<{ readonly engine: string }>;
  /** The guard blocked an origin for the first time for this kind of request. */
  'jet-blocked': CustomEvent<Blocked>;
  /** Playback failed with an error; fired once for each failure. */
  'jet-error': CustomEvent<ErrorDetail>;
  /** The player tries another source: a new `src`, or the next `<source>` after a failure. */
  'jet-source-change': CustomEvent<null>;
  /** The current chapter changed; null between chapters and when there are none. */
  'jet-chapter-change': CustomEvent<(Chapter & { readonly index: number }) | null>;
  /** Consent is needed. When cancelled, the player waits for the page's `grant()` or `refuse()`; otherwise it asks the viewer. */
  'jet-consent-request': CustomEvent<ConsentRequestDetail>;
  /** Consent was granted or withdrawn. */
  'jet-consent-change': CustomEvent<ConsentState>;
  /** The privacy report changed: a blocked request, the guard level, the stored data, or the playing device. */
  'jet-privacy-change': CustomEvent<PrivacyReport>;
  /** The Content Credentials of the media were read, or the progress of reading them changed; with `credentials` only. */
  'jet-credentials-change': CustomEvent<Credentials>;
  /** A source ended, was replaced or failed: its watch statistics as totals. The player sends them nowhere. */
  'jet-stats': CustomEvent<WatchStats>;
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- gives a page's listeners their types
  interface HTMLElementEventMap extends JetEventMap {}
}

/** Dispatches the player's events on `host`; calls `askViewer` for a consent request that the page does not handle. */
export function dispatchPlayerEvents(
  host: HTMLElement,
  { session, state, privacy, consent }: Player,
  askViewer: () => void,
  signal: AbortSignal
): void {
  const dispatch = <Type extends keyof JetEventMap>(type: Type, detail: JetEventMap[Type]['detail'], cancelable = false) =>
    host.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  const requestConsent = (request: ConsentRequest) => {
    const isPending = () => state.current.consent.pending === request;
    const answer = (granted: boolean) => () => {
      if (isPending()) consent.answer(granted);
    };
    if (dispatch('jet-consent-request', { ...request, grant: answer(true), refuse: answer(false) }, true) && isPending()) askViewer();
  };

  forwardReceiverEvents(host, session, signal);
  // Without `signal`, because the last statistics arrive after the player is destroyed and its signal aborted.
  session.addEventListener('stats', ({ detail }) => dispatch('jet-stats', detail));
  listen(session, 'source', () => dispatch('jet-source-change', null), signal);
  listen(session, 'blocked', () => session.lastBlocked && dispatch('jet-blocked', session.lastBlocked), signal);
  const onStatus = () => {
    if (session.status === 'ready') dispatch('jet-ready', { engine: session.engineName ?? '' });
    if (session.status !== 'failed' || !session.error) return;
    const { code, retryable, cause, message } = session.error;
    dispatch('jet-error', { code, fatal: true, retryable, cause, message });
    host.dispatchEvent(new Event('error'));
  };
  listen(session, 'status', onStatus, signal);
  let lastState = state.current;
  state.subscribe((newState) => {
    const oldState = lastState;
    lastState = newState;
    if (newState.consent.pending && newState.consent.pending !== oldState.consent.pending) requestConsent(newState.consent.pending);
    if (newState.consent.given !== oldState.consent.given) dispatch('jet-consent-change', newState.consent.given);
    if (newState.privacy !== oldState.privacy) dispatch('jet-privacy-change', privacy.report());
    const { list, current } = newState.chapters;
    const chapter = list[current];
    if (chapter !== oldState.chapters.list[oldState.chapters.current])
      dispatch('jet-chapter-change', chapter ? { ...chapter, index: current } : null);
  }, signal);
}
