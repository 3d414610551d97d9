import { listen } from '../../../lib/listen.js';
import type { FeatureContext } from '../feature-context.js';

/** The player that the system's media controls act on: the one that played last. */
let activePlayer: FeatureContext | undefined;

/** Time that the system's seek buttons skip when the system sends no `seekOffset`. */
const defaultSeekOffsetSeconds = 10;

/** Returns the poster when it is a `blob:` or `data:` URL, fetched through the guard; the system never receives an HTTP URL. */
const artworkOf = ({ poster }: HTMLVideoElement): MediaImage[] => (/^(blob|data):/.test(poster) ? [{ src: poster }] : []);

function updateMetadata(context: FeatureContext, title: string): void {
  if (activePlayer !== context) return;
  navigator.mediaSession.metadata = title ? new MediaMetadata({ title, artwork: artworkOf(context.video) }) : null;
}

/** Returns the element that plays: the receiver's, or the video. */
const playerOf = ({ video, session }: FeatureContext): HTMLVideoElement => session.receiver?.video ?? video;

function updatePosition(context: FeatureContext): void {
  const { duration, currentTime, playbackRate } = playerOf(context);
  const hasPosition = Number.isFinite(duration) && duration > 0 && playbackRate !== 0;
  navigator.mediaSession.setPositionState?.(
    hasPosition ? { duration, playbackRate, position: Math.min(Math.max(currentTime, 0), duration) } : undefined
  );
}

/** What the system's keys for the previous and the next track do. */
export interface TrackHandlers {
  previous(): unknown;
  next(): unknown;
}

/** Functions that return what the page has set. */
interface PageSettings {
  title(): string;
  trackHandlers(): TrackHandlers | undefined;
}

function handlersOf(
  context: FeatureContext,
  trackHandlers: () => TrackHandlers | undefined
): Partial<Record<MediaSessionAction, MediaSessionActionHandler>> {
  const { session } = context;
  const skip = (seconds: number) => void (playerOf(context).currentTime += seconds);
  return {
    play: () => void session.play().catch(() => undefined),
    pause: () => session.pause(),
    seekbackward: ({ seekOffset = defaultSeekOffsetSeconds }) => skip(-seekOffset),
    seekforward: ({ seekOffset = defaultSeekOffsetSeconds }) => skip(seekOffset),
    seekto: ({ seekTime }) => void (seekTime !== undefined && (playerOf(context).currentTime = seekTime)),
    previoustrack: () => void (trackHandlers() ?? context.chapters()).previous(),
    nexttrack: () => void (trackHandlers() ?? context.chapters()).next()
  };
}

function handle(action: MediaSessionAction, handler: MediaSessionActionHandler | null): void {
  try {
    navigator.mediaSession.setActionHandler(action, handler);
  } catch {
    // Browsers throw a `TypeError` for an action that they do not support.
  }
}

/** Connects the system's controls to a player when it plays, until another does or its signal aborts. */
export function connectSystemControls(context: FeatureContext, { title, trackHandlers }: PageSettings): void {
  const { video, session, signal } = context;
  const handlers = Object.entries(handlersOf(context, trackHandlers)) as [MediaSessionAction, MediaSessionActionHandler][];
  const activate = () => {
    activePlayer = context;
    for (const [action, handler] of handlers) handle(action, handler);
    updateMetadata(context, title());
    updatePosition(context);
  };
  const leave = () => {
    if (activePlayer !== context) return;
    activePlayer = undefined;
    for (const [action] of handlers) handle(action, null);
    navigator.mediaSession.metadata = null;
  };
  listen(video, 'playing', activate, signal);
  const follow = (player: HTMLVideoElement, until: AbortSignal) =>
    listen(player, 'seeked durationchange ratechange pause', () => activePlayer === context && updatePosition(context), until);
  follow(video, signal);
  const onReceiver = () => {
    const { receiver } = session;
    if (receiver) follow(receiver.video, AbortSignal.any([receiver.signal, signal]));
  };
  listen(session, 'receiver', onReceiver, signal);
  session.addEventListener('command', ({ detail }) => detail === 'mediaSession.setTitle' && updateMetadata(context, title()), { signal });
  listen(session, 'source', leave, signal);
  signal.addEventListener('abort', leave, { once: true });
}
