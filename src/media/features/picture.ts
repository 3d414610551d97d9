import { listen } from '../../lib/listen.js';
import { feature } from '../feature.js';

export interface PictureState {
  /** The source turned out to be sound without a picture. */
  readonly absent: boolean;
}

/** Whether there is anything to look at. */
export const picture = feature<PictureState>({
  initial: { absent: false },
  attach({ video, session, signal }, set) {
    const sync = () => set({ absent: video.readyState >= HTMLMediaElement.HAVE_METADATA && video.videoWidth === 0 });
    // Of a film whose first sound comes before its first picture, the width is known a little later.
    listen(video, 'loadeddata resize', sync, signal);
    listen(session, 'source', () => set({ absent: false }), signal);
  }
});
