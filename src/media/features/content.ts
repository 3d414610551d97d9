import { listen } from '../../lib/listen.js';
import { feature } from './feature.js';

export interface ContentState {
  /** Whether the source has audio but no video. */
  readonly audioOnly: boolean;
}

/** Reports whether the source has a video track. */
export const content = feature<ContentState>({
  initial: { audioOnly: false },
  setup({ video, session, signal }, set) {
    const sync = () => set({ audioOnly: video.readyState >= HTMLMediaElement.HAVE_METADATA && video.videoWidth === 0 });
    // When the first audio sample precedes the first frame, the width becomes known with a later `resize`.
    listen(video, 'loadeddata resize', sync, signal);
    listen(session, 'source', () => set({ audioOnly: false }), signal);
    return {};
  }
});
