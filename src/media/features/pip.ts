import { listen } from '../../lib/listen.js';
import { feature } from '../feature.js';

export interface PipState {
  readonly active: boolean;
  readonly supported: boolean;
}

export interface PipCommands {
  toggle(): Promise<void>;
}

/** Picture-in-picture: the video in a small window of its own. */
export const pip = feature<PipState, PipCommands>({
  initial: { active: false, supported: false },

  attach({ video, signal }, set) {
    const { ownerDocument } = video;
    const sync = () =>
      set({
        active: (video.getRootNode() as Document | ShadowRoot).pictureInPictureElement === video,
        supported: Boolean(ownerDocument.pictureInPictureEnabled) && !video.disablePictureInPicture
      });
    listen(video, 'enterpictureinpicture leavepictureinpicture loadedmetadata', sync, signal);
    sync();
  },

  commands: ({ video }) => ({
    async toggle() {
      const active = (video.getRootNode() as Document | ShadowRoot).pictureInPictureElement === video;
      if (active) await video.ownerDocument.exitPictureInPicture();
      else await video.requestPictureInPicture();
    }
  })
});
