import { listen } from '../../lib/listen.js';
import { feature } from './feature.js';

export interface PictureState {
  /** Whether the source has audio but no video. */
  readonly absent: boolean;
}

/** Reports whether the source has a video track. */
export const picture = feature<PictureState>({
  initial: { absent: false },
  setup({ video, session, signal }, set) {
    const sync = () => set({ absent: video.readyState >= HTMLMediaElement.HAVE_METADATA && video.videoWidth === 0 });
    // When the first audio sample precedes the first frame, the width becomes known with a later `resize`.
    listen(video, 'loadeddata resize', sync, signal);
    listen(session, 'source', () => set({ absent: false }), signal);
    return {};
  }
});
