import { listen } from '../../lib/listen.js';
import type { WebKitVideo } from './casting.js';

/** Milliseconds that a browser gets to say whether there is a device; one that knows says so at once. */
const patience = 500;

/**
 * The browser's own way to another device: the Remote Playback API (https://www.w3.org/TR/remote-playback/), and AirPlay in Safari.
 * No script of anybody is needed. It works for what the browser itself plays, and not for what an engine feeds it.
 */
export class BrowserPicker {
  readonly #video: WebKitVideo;

  constructor(video: HTMLVideoElement) {
    this.#video = video;
  }

  get airplay(): boolean {
    return 'webkitShowPlaybackTargetPicker' in this.#video;
  }

  get connected(): boolean {
    return this.#video.webkitCurrentPlaybackTargetIsWireless === true || (this.#remote?.state ?? 'disconnected') === 'connected';
  }

  get #remote(): RemotePlayback | undefined {
    return 'remote' in this.#video ? this.#video.remote : undefined;
  }

  /** Opens the video to other devices, or shuts it; shut is how it starts. */
  allow(allowed: boolean): void {
    this.#video.disableRemotePlayback = !allowed;
    this.#video.setAttribute('x-webkit-airplay', allowed ? 'allow' : 'deny');
  }

  /** Whether the browser knows of a device for this film. It looks only now, and no longer than it takes to say so. */
  async hasDevice(): Promise<boolean> {
    const remote = this.#remote;
    if (!remote || !/^https?:/.test(this.#video.currentSrc)) return false;
    this.allow(true);
    try {
      return await new Promise<boolean>((resolve, reject) => {
        AbortSignal.timeout(patience).addEventListener('abort', () => resolve(false), { once: true });
        remote.watchAvailability(resolve).catch(reject);
      });
    } catch {
      return false;
    } finally {
      void remote.cancelWatchAvailability().catch(() => undefined);
      this.allow(this.connected);
    }
  }

  /** Lets the viewer choose; resolves to whether a device was chosen, as far as the browser says. */
  async choose(kind: 'airplay' | 'remote'): Promise<boolean> {
    this.allow(true);
    if (kind === 'airplay') {
      this.#video.webkitShowPlaybackTargetPicker?.();
      return true;
    }
    try {
      await this.#remote?.prompt();
      return true;
    } catch {
      this.allow(this.connected);
      return false;
    }
  }

  /** Calls `listener` when a device was connected or has gone. */
  watch(listener: () => void, signal: AbortSignal): void {
    listen(this.#video, 'webkitcurrentplaybacktargetiswirelesschanged', listener, signal);
    if (this.#remote) listen(this.#remote, 'connecting connect disconnect', listener, signal);
  }
}
