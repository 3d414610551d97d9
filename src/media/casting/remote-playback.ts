import { listen } from '../../lib/listen.js';
import type { WebKitVideo } from './casting-context.js';

/** Time to wait until the browser reports whether there is a receiver; a browser that knows one reports it immediately. */
const availabilityTimeoutMs = 500;

/**
 * Plays on a receiver with the browser's own API: Remote Playback (https://www.w3.org/TR/remote-playback/), or AirPlay in Safari.
 * Needs no third-party script. Works for media that the browser itself plays, but not for media that an engine appends.
 */
export class RemotePlaybackPicker {
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

  /** Allows or forbids remote playback of the video; it is forbidden initially. */
  allow(allowed: boolean): void {
    this.#video.disableRemotePlayback = !allowed;
    this.#video.setAttribute('x-webkit-airplay', allowed ? 'allow' : 'deny');
  }

  /** Resolves to whether the browser knows a receiver for this media. The browser searches only during this call. */
  async hasReceiver(): Promise<boolean> {
    const remote = this.#remote;
    if (!remote || !/^https?:/.test(this.#video.currentSrc)) return false;
    this.allow(true);
    try {
      return await new Promise<boolean>((resolve, reject) => {
        AbortSignal.timeout(availabilityTimeoutMs).addEventListener('abort', () => resolve(false), { once: true });
        remote.watchAvailability(resolve).catch(reject);
      });
    } catch {
      return false;
    } finally {
      void remote.cancelWatchAvailability().catch(() => undefined);
      this.allow(this.connected);
    }
  }

  /** Shows the browser's picker. Resolves to whether a receiver was chosen, as far as the browser reports it. */
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

  /** Calls `listener` when a receiver connects or disconnects. */
  watch(listener: () => void, signal: AbortSignal): void {
    listen(this.#video, 'webkitcurrentplaybacktargetiswirelesschanged', listener, signal);
    if (this.#remote) listen(this.#remote, 'connecting connect disconnect', listener, signal);
  }
}
