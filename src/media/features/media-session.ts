import { listen } from '../../lib/listen.js';
import { feature, type FeatureContext } from '../feature.js';

export interface MediaSessionState {
  /** What the system's own controls call the film; empty leaves it to the browser. */
  readonly title: string;
}

export interface MediaSessionCommands {
  setTitle(title: string): void;
}

const titles = new WeakMap<FeatureContext, string>();
const announce = new WeakMap<FeatureContext, (title: string) => void>();

/** What a player's film is called. */
export const titleOf = (context: FeatureContext): string => titles.get(context) ?? '';

/** The buttons of the keyboard, the headphones and the lock screen, for the player that played last. */
export const mediaSession = feature<MediaSessionState, MediaSessionCommands>({
  initial: { title: '' },

  attach(context, set) {
    const { session, signal } = context;
    announce.set(context, (title) => set({ title }));
    if (!('mediaSession' in navigator)) return;
    let joined: Promise<void> | undefined;
    // Who speaks with the system comes with what plays; where that does not come, nothing plays.
    const join = () =>
      (joined ??= import('../begin.js').then(
        ({ joinSystemControls }) => {
          if (!signal.aborted) joinSystemControls(context);
        },
        () => (joined = undefined)
      ));
    listen(session, 'source', () => void join(), signal);
  },

  commands: (context) => ({
    setTitle(title) {
      titles.set(context, title);
      announce.get(context)?.(title);
    }
  })
});
