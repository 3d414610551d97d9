import { listen } from '../../lib/listen.js';
import { feature } from './feature.js';

export interface FullscreenState {
  readonly active: boolean;
  /** Whether only the video fills the screen, without the player's controls, as on an iPhone. */
  readonly alone: boolean;
  readonly supported: boolean;
}

export interface FullscreenCommands {
  toggle(): Promise<void>;
}

/** The API of iPhones, which support full screen for the video element only. */
interface WebKitVideo extends HTMLVideoElement {
  readonly webkitSupportsFullscreen?: boolean;
  readonly webkitDisplayingFullscreen?: boolean;
  webkitEnterFullscreen?(): void;
  webkitExitFullscreen?(): void;
}

/**
 * Whether the host is full screen. Uses `matches`, because `document.fullscreenElement` returns the outermost shadow host. Checks
 * `fullscreenEnabled` first, because a browser with full screen for videos only may not support the selector and would throw.
 */
const isFullscreen = (host: HTMLElement): boolean => host.ownerDocument.fullscreenEnabled && host.matches(':fullscreen');

/** Enters and leaves full screen. */
export const fullscreen = feature<FullscreenState, FullscreenCommands>({
  initial: { active: false, alone: false, supported: false },

  setup({ video, host, session, signal }, set) {
    const phone: WebKitVideo = video;
    /** Whether only the video can go full screen; its masks, which the player draws, would be missing. */
    const canGoAlone = () => Boolean(phone.webkitSupportsFullscreen) && !session.masks;
    const sync = () => {
      const alone = Boolean(phone.webkitDisplayingFullscreen);
      if (alone && session.masks) phone.webkitExitFullscreen?.();
      set({
        active: isFullscreen(host) || alone,
        alone,
        supported: host.ownerDocument.fullscreenEnabled || canGoAlone()
      });
    };
    listen(host, 'fullscreenchange', sync, signal);
    listen(session, 'restrictionschange', sync, signal);
    listen(video, 'webkitbeginfullscreen webkitendfullscreen loadedmetadata', sync, signal);
    sync();
    return {
      async toggle() {
        if (isFullscreen(host)) await host.ownerDocument.exitFullscreen();
        else if (phone.webkitDisplayingFullscreen) phone.webkitExitFullscreen?.();
        else if (host.requestFullscreen) await host.requestFullscreen();
        else if (canGoAlone()) phone.webkitEnterFullscreen?.();
      }
    };
  }
});
