import { listen } from '../../lib/listen.js';

/** `lock()` is not in TypeScript's DOM library, because not every browser has it. */
interface LockableOrientation {
  lock?(orientation: 'landscape' | 'portrait'): Promise<void>;
}

/** Locks the screen to the orientation of the video while the player is full screen, where supported; the browser unlocks it afterwards. */
export function lockOrientation(host: HTMLElement, video: HTMLVideoElement, signal: AbortSignal): void {
  const lock = () => {
    const { videoWidth, videoHeight } = video;
    if (!host.matches(':fullscreen') || videoWidth === videoHeight) return;
    const orientation = (globalThis.screen?.orientation ?? {}) as LockableOrientation;
    // Devices that cannot lock the orientation reject, which is ignored.
    void orientation.lock?.(videoWidth > videoHeight ? 'landscape' : 'portrait').catch(() => undefined);
  };
  listen(host, 'fullscreenchange', lock, signal);
}
