import { listen } from '../../lib/listen.js';
import type { FeatureContext } from '../feature.js';
import { chapters } from './chapters.js';
import { titleOf } from './media-session.js';

/** The player that the system's controls speak to: the one that played last. */
let speaker: FeatureContext | undefined;

/** Seconds of the system's own buttons, where it names none. */
const leap = 10;

/** The poster came through the guard and is here already; an address is never given away to the system. */
const artworkOf = ({ poster }: HTMLVideoElement): MediaImage[] => (/^(blob|data):/.test(poster) ? [{ src: poster }] : []);

function describe(context: FeatureContext): void {
  if (speaker !== context) return;
  const title = titleOf(context);
  navigator.mediaSession.metadata = title ? new MediaMetadata({ title, artwork: artworkOf(context.video) }) : null;
}

/** What plays the film: another device, or the video. */
const playerOf = ({ video, session }: FeatureContext): HTMLVideoElement => session.receiver?.video ?? video;

function place(context: FeatureContext): void {
  const { duration, currentTime, playbackRate } = playerOf(context);
  const known = Number.isFinite(duration) && duration > 0 && playbackRate !== 0;
  navigator.mediaSession.setPositionState?.(
    known ? { duration, playbackRate, position: Math.min(Math.max(currentTime, 0), duration) } : undefined
  );
}

function handlersOf(context: FeatureContext): Partial<Record<MediaSessionAction, MediaSessionActionHandler>> {
  const { session } = context;
  const told = () => chapters.commands?.({ ...context, video: playerOf(context) });
  const skip = (seconds: number) => void (playerOf(context).currentTime += seconds);
  return {
    play: () => void session.play().catch(() => undefined),
    pause: () => session.pause(),
    seekbackward: ({ seekOffset = leap }) => skip(-seekOffset),
    seekforward: ({ seekOffset = leap }) => skip(seekOffset),
    seekto: ({ seekTime }) => void (seekTime !== undefined && (playerOf(context).currentTime = seekTime)),
    previoustrack: () => told()?.previous(),
    nexttrack: () => told()?.next()
  };
}

function handle(action: MediaSessionAction, handler: MediaSessionActionHandler | null): void {
  try {
    navigator.mediaSession.setActionHandler(action, handler);
  } catch {
    // A browser that does not know an action says so by throwing.
  }
}

/** Lets the system's controls speak to a player from when it plays until another does, or its signal aborts. */
export function joinSystemControls(context: FeatureContext): void {
  const { video, session, signal } = context;
  const handlers = Object.entries(handlersOf(context)) as [MediaSessionAction, MediaSessionActionHandler][];
  const speak = () => {
    speaker = context;
    for (const [action, handler] of handlers) handle(action, handler);
    describe(context);
    place(context);
  };
  const leave = () => {
    if (speaker !== context) return;
    speaker = undefined;
    for (const [action] of handlers) handle(action, null);
    navigator.mediaSession.metadata = null;
  };
  listen(video, 'playing', speak, signal);
  const follow = (player: HTMLVideoElement, until: AbortSignal) =>
    listen(player, 'seeked durationchange ratechange pause', () => speaker === context && place(context), until);
  follow(video, signal);
  const onReceiver = () => {
    const { receiver } = session;
    if (receiver) follow(receiver.video, AbortSignal.any([receiver.signal, signal]));
  };
  listen(session, 'receiver', onReceiver, signal);
  listen<CustomEvent<string>>(session, 'told', ({ detail }) => detail === 'mediaSession.setTitle' && describe(context), signal);
  listen(session, 'source', leave, signal);
  signal.addEventListener('abort', leave, { once: true });
}
