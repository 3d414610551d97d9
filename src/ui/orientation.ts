import { listen } from '../lib/listen.js';

/** Not in every browser, and so not in TypeScript's library. */
interface LockableOrientation {
  lock?(orientation: 'landscape' | 'portrait'): Promise<void>;
}

/** Turns the screen the way the picture lies while the player is full screen, on devices that turn; the browser turns it back. */
export function turnWithPicture(host: HTMLElement, video: HTMLVideoElement, signal: AbortSignal): void {
  const turn = () => {
    const { videoWidth, videoHeight } = video;
    if (!host.matches(':fullscreen') || videoWidth === videoHeight) return;
    const orientation = (globalThis.screen?.orientation ?? {}) as LockableOrientation;
    // A device that does not turn refuses, and nothing is lost.
    void orientation.lock?.(videoWidth > videoHeight ? 'landscape' : 'portrait').catch(() => undefined);
  };
  listen(host, 'fullscreenchange', turn, signal);
}
