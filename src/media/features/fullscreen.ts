import { listen } from '../../lib/listen.js';
import { feature } from '../feature.js';

export interface FullscreenState {
  readonly active: boolean;
  readonly supported: boolean;
}

export interface FullscreenCommands {
  toggle(): Promise<void>;
}

/** An iPhone knows full screen for the video alone. */
interface WebKitVideo extends HTMLVideoElement {
  readonly webkitSupportsFullscreen?: boolean;
  readonly webkitDisplayingFullscreen?: boolean;
  webkitEnterFullscreen?(): void;
  webkitExitFullscreen?(): void;
}

/** The whole screen for the player. */
export const fullscreen = feature<FullscreenState, FullscreenCommands>({
  initial: { active: false, supported: false },

  attach({ video, host, signal }, set) {
    const phone: WebKitVideo = video;
    const sync = () =>
      set({
        // `matches` sees through shadow roots, where `document.fullscreenElement` names the outermost host.
        active: host.matches(':fullscreen') || Boolean(phone.webkitDisplayingFullscreen),
        supported: host.ownerDocument.fullscreenEnabled || Boolean(phone.webkitSupportsFullscreen)
      });
    listen(host, 'fullscreenchange', sync, signal);
    listen(video, 'webkitbeginfullscreen webkitendfullscreen loadedmetadata', sync, signal);
    sync();
  },

  commands: ({ video, host }) => ({
    async toggle() {
      const phone: WebKitVideo = video;
      if (host.matches(':fullscreen')) await host.ownerDocument.exitFullscreen();
      else if (phone.webkitDisplayingFullscreen) phone.webkitExitFullscreen?.();
      else if (host.requestFullscreen) await host.requestFullscreen();
      else phone.webkitEnterFullscreen?.();
    }
  })
});
