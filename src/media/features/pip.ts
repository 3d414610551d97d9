import { listen } from '../../lib/listen.js';
import { feature } from './feature.js';

export interface PipState {
  readonly active: boolean;
  readonly supported: boolean;
}

export interface PipCommands {
  toggle(): Promise<void>;
}

/** Enters and leaves picture-in-picture. */
export const pip = feature<PipState, PipCommands>({
  initial: { active: false, supported: false },

  setup({ video, session, signal }, set) {
    const { ownerDocument } = video;
    const isActive = () => (video.getRootNode() as Document | ShadowRoot).pictureInPictureElement === video;
    const sync = () =>
      set({
        active: isActive(),
        supported: Boolean(ownerDocument.pictureInPictureEnabled) && !video.disablePictureInPicture && !session.staysInPlayer
      });
    listen(video, 'enterpictureinpicture leavepictureinpicture loadedmetadata', sync, signal);
    const onRestrictions = () => {
      if (isActive() && session.staysInPlayer) void ownerDocument.exitPictureInPicture().catch(() => undefined);
      sync();
    };
    listen(session, 'source restrictionschange', onRestrictions, signal);
    sync();
    return {
      async toggle() {
        if (isActive()) await ownerDocument.exitPictureInPicture();
        else if (!session.staysInPlayer) await video.requestPictureInPicture();
      }
    };
  }
});
