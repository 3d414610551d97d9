import { listen } from '../../lib/listen.js';
import { feature } from './feature.js';
import type { TrackHandlers } from './lazy/system-media-controls.js';

export interface MediaSessionState {
  /** The title in the system's media controls; when empty, the browser chooses one. */
  readonly title: string;
}

export interface MediaSessionCommands {
  setTitle(title: string): void;
  /** Sets what the keys for the previous and the next track do; with undefined, the default, they go to the previous or next chapter. */
  setTrackHandlers(handlers: TrackHandlers | undefined): void;
}

/** Connects the media keys of keyboard, headphones and lock screen to the player that played last (Media Session API). */
export const mediaSession = feature<MediaSessionState, MediaSessionCommands>({
  initial: { title: '' },

  setup(context, set) {
    const { session, signal } = context;
    let title = '';
    let trackHandlers: TrackHandlers | undefined;
    let connecting: Promise<void> | undefined;
    // The code loads together with the first source. When it fails to load, the next source tries again.
    const connect = () =>
      (connecting ??= import('./lazy/system-media-controls.js').then(
        ({ connectSystemControls }) => {
          if (!signal.aborted) connectSystemControls(context, { title: () => title, trackHandlers: () => trackHandlers });
        },
        () => (connecting = undefined)
      ));
    if ('mediaSession' in navigator) listen(session, 'source', () => void connect(), signal);
    return {
      setTitle: (text) => set({ title: (title = text) }),
      setTrackHandlers: (handlers) => void (trackHandlers = handlers)
    };
  }
});
