import { once } from '../../lib/listen.js';
import type { LoadingSession } from './load.js';

/** The session whose play request is carried out. */
interface PlayingSession extends Pick<LoadingSession, 'status' | 'playIntent'>, EventTarget {
  reportAutoplayBlocked(): void;
}

/**
 * Calls `play` on the video. Resolves to true when it plays, and to false when its engine failed first, so that the caller waits for the
 * next engine. `playerSignal` aborts when the player is destroyed.
 * @throws DOMException as `HTMLMediaElement.play` does
 */
export async function playVideo(video: HTMLVideoElement, session: PlayingSession, playerSignal: AbortSignal): Promise<boolean> {
  try {
    await video.play();
    return true;
  } catch (error) {
    if ((error as DOMException).name === 'NotAllowedError') {
      session.reportAutoplayBlocked();
      throw error;
    }
    // A pause would have cleared `playIntent`. A failing video rejects `play` before it fires `error`.
    if (session.playIntent && session.status === 'ready' && !playerSignal.aborted)
      await once(session, 'status', [video, 'playing pause'], [playerSignal, 'abort']);
    if (!session.playIntent || playerSignal.aborted) throw error;
    if (session.status === 'ready' && !video.paused) return true;
    if (session.status === 'ready' || session.status === 'idle') throw error;
    return false;
  }
}
