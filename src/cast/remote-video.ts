import { timeRanges } from './time-ranges.js';
import type { ReceiverTextTracks } from './tracks.js';

type RemotePlayer = cast.framework.RemotePlayer;
type RemotePlayerController = cast.framework.RemotePlayerController;

/** The media events that follow a change of each field of the remote player. */
const eventsByField: Readonly<Record<string, readonly string[]>> = {
  currentTime: ['timeupdate'],
  duration: ['durationchange'],
  isMediaLoaded: ['loadedmetadata', 'durationchange'],
  volumeLevel: ['volumechange'],
  isMuted: ['volumechange'],
  canSeek: ['progress'],
  liveSeekableRange: ['progress'],
  // The framework reports no downloads. At `progress`, features read the time and the latency again, also while nothing plays.
  playerState: ['progress']
};

/**
 * The video on a receiver, with the members of `HTMLVideoElement` that features use. A property changes when the receiver reports the
 * change. The playback rate is always 1, because the framework cannot set it.
 */
export class RemoteVideo extends EventTarget {
  readonly error = null;
  readonly buffered = timeRanges();
  live = false;
  readonly #player: RemotePlayer;
  readonly #controller: RemotePlayerController;
  readonly #replay: () => void;
  #seeking = false;
  #ended = false;
  /** The last playback position, in seconds, that the receiver reported while it was connected and had media loaded. */
  #position = 0;
  #paused = true;

  constructor(
    player: RemotePlayer,
    controller: RemotePlayerController,
    readonly textTracks: ReceiverTextTracks,
    replay: () => void,
    signal: AbortSignal
  ) {
    super();
    this.#player = player;
    this.#controller = controller;
    this.#replay = replay;
    const { ANY_CHANGE } = cast.framework.RemotePlayerEventType;
    const onChange = ({ field }: { readonly field: string }) => this.#onChange(field);
    controller.addEventListener(ANY_CHANGE, onChange);
    signal.addEventListener('abort', () => controller.removeEventListener(ANY_CHANGE, onChange), { once: true });
  }

  /** Resets the state for new media that starts at `position`, in seconds. */
  reset(position: number, paused: boolean, live: boolean): void {
    this.#position = position;
    this.#paused = paused;
    this.#ended = false;
    this.live = live;
    for (const type of ['emptied', 'loadedmetadata', paused ? 'pause' : 'play']) this.#dispatch(type);
  }

  get #hasMedia(): boolean {
    return this.#player.isConnected && this.#player.isMediaLoaded;
  }

  get playbackRate(): number {
    return 1;
  }
  set playbackRate(_rate: number) {
    this.#dispatch('ratechange');
  }
  get defaultPlaybackRate(): number {
    return 1;
  }
  set defaultPlaybackRate(_rate: number) {
    this.#dispatch('ratechange');
  }

  get currentTime(): number {
    return this.#position;
  }
  set currentTime(seconds: number) {
    if (!this.#hasMedia || !this.#player.canSeek) return;
    this.#position = this.#player.currentTime = seconds;
    this.#seeking = true;
    this.#controller.seek();
    this.#dispatch('seeking');
    this.#dispatch('timeupdate');
  }

  get duration(): number {
    if (this.live) return Infinity;
    return this.#player.duration > 0 ? this.#player.duration : NaN;
  }

  get seekable(): TimeRanges {
    const { canSeek, duration, liveSeekableRange } = this.#player;
    if (!canSeek) return timeRanges();
    return this.live ? timeRanges(liveSeekableRange?.start, liveSeekableRange?.end) : timeRanges(0, duration);
  }

  get paused(): boolean {
    return this.#paused;
  }
  get ended(): boolean {
    return this.#ended;
  }
  get seeking(): boolean {
    return this.#seeking;
  }

  get readyState(): number {
    if (this.#ended) return HTMLMediaElement.HAVE_CURRENT_DATA;
    const buffering = this.#player.playerState === chrome.cast.media.PlayerState.BUFFERING || !this.#player.isMediaLoaded;
    return buffering ? HTMLMediaElement.HAVE_CURRENT_DATA : HTMLMediaElement.HAVE_ENOUGH_DATA;
  }

  get volume(): number {
    return this.#player.volumeLevel;
  }
  set volume(level: number) {
    this.#player.volumeLevel = level;
    this.#controller.setVolumeLevel();
    this.#dispatch('volumechange');
  }

  get muted(): boolean {
    return this.#player.isMuted;
  }
  set muted(muted: boolean) {
    if (muted !== this.#player.isMuted) this.#controller.muteOrUnmute();
  }

  play(): Promise<void> {
    if (this.#ended) this.#replay();
    else if (this.#player.isPaused) this.#controller.playOrPause();
    return Promise.resolve();
  }

  pause(): void {
    if (!this.#player.isPaused) this.#controller.playOrPause();
  }

  #onChange(field: string): void {
    // A receiver that disconnects reports position 0 before it reports the disconnection.
    const disconnecting = this.#player.currentTime === 0 && this.#position > 1 && !this.#seeking;
    if (field === 'currentTime' && this.#hasMedia && !disconnecting) {
      this.#position = this.#player.currentTime;
      if (this.#seeking) {
        this.#seeking = false;
        this.#dispatch('seeked');
      }
    }
    if (field === 'isPaused' || field === 'playerState') this.#syncPlaying();
    for (const type of eventsByField[field] ?? []) this.#dispatch(type);
  }

  #syncPlaying(): void {
    const { PlayerState } = chrome.cast.media;
    const { playerState, isPaused } = this.#player;
    if (!this.#hasMedia && playerState !== PlayerState.IDLE) return;
    if (playerState === PlayerState.IDLE) return this.#dispatchEnded();
    this.#ended = false;
    if (isPaused !== this.#paused) {
      this.#paused = isPaused;
      this.#dispatch(isPaused ? 'pause' : 'play');
    }
    if (playerState === PlayerState.PLAYING) this.#dispatch('playing');
    if (playerState === PlayerState.BUFFERING) this.#dispatch('waiting');
  }

  /** Dispatches `ended` when the receiver becomes idle after playback of on-demand media. */
  #dispatchEnded(): void {
    if (!this.#player.isConnected || this.#ended || !(this.#position > 0) || this.live) return;
    this.#ended = this.#paused = true;
    this.#dispatch('pause');
    this.#dispatch('ended');
  }

  #dispatch(type: string): void {
    this.dispatchEvent(new Event(type));
  }
}
