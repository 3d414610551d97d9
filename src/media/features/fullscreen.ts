import { listen } from '../../lib/listen.js';
import { feature } from '../feature.js';

export interface FullscreenState {
  readonly active: boolean;
  /** The video fills the screen alone, without the player around it, as on an iPhone. */
  readonly alone: boolean;
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

/**
 * `matches` sees through shadow roots, where `document.fullscreenElement` names the outermost host; a browser that has full screen for
 * videos alone may not know the selector, and would throw.
 */
const fills = (host: HTMLElement): boolean => host.ownerDocument.fullscreenEnabled && host.matches(':fullscreen');

/** The whole screen for the player. */
export const fullscreen = feature<FullscreenState, FullscreenCommands>({
  initial: { active: false, alone: false, supported: false },

  attach({ video, host, signal }, set) {
    const phone: WebKitVideo = video;
    const sync = () => {
      const alone = Boolean(phone.webkitDisplayingFullscreen);
      set({
        active: fills(host) || alone,
        alone,
        supported: Boolean(host.ownerDocument.fullscreenEnabled || phone.webkitSupportsFullscreen)
      });
    };
    listen(host, 'fullscreenchange', sync, signal);
    listen(video, 'webkitbeginfullscreen webkitendfullscreen loadedmetadata', sync, signal);
    sync();
  },

  commands: ({ video, host }) => ({
    async toggle() {
      const phone: WebKitVideo = video;
      if (fills(host)) await host.ownerDocument.exitFullscreen();
      else if (phone.webkitDisplayingFullscreen) phone.webkitExitFullscreen?.();
      else if (host.requestFullscreen) await host.requestFullscreen();
      else phone.webkitEnterFullscreen?.();
    }
  })
});
