import { timeRanges } from './time-ranges.js';
import type { DeviceTextTracks } from './tracks.js';

type Player = cast.framework.RemotePlayer;
type Controller = cast.framework.RemotePlayerController;

/** The events that a change of the device's player stands for. */
const eventsOf: Readonly<Record<string, readonly string[]>> = {
  currentTime: ['timeupdate'],
  duration: ['durationchange'],
  isMediaLoaded: ['loadedmetadata', 'durationchange'],
  volumeLevel: ['volumechange'],
  isMuted: ['volumechange'],
  canSeek: ['progress'],
  liveSeekableRange: ['progress'],
  playerState: ['progress']
};

/**
 * The video on a device, in the shape of `HTMLVideoElement` as far as features look at one. The device is the authority: a property
 * changes when it has said so. Speed is its own affair; the framework cannot set it.
 */
export class DeviceVideo extends EventTarget {
  readonly error = null;
  readonly buffered = timeRanges();
  live = false;
  readonly #player: Player;
  readonly #controller: Controller;
  readonly #again: () => void;
  #seeking = false;
  #ended = false;
  /** The last place that the device named while it was ours. */
  #place = 0;
  #wasPaused = true;

  constructor(
    player: Player,
    controller: Controller,
    readonly textTracks: DeviceTextTracks,
    again: () => void,
    signal: AbortSignal
  ) {
    super();
    this.#player = player;
    this.#controller = controller;
    this.#again = again;
    const { ANY_CHANGE } = cast.framework.RemotePlayerEventType;
    const onChange = ({ field }: { readonly field: string }) => this.#onChange(field);
    controller.addEventListener(ANY_CHANGE, onChange);
    signal.addEventListener('abort', () => controller.removeEventListener(ANY_CHANGE, onChange), { once: true });
  }

  /** A film begins on the device. */
  begin(place: number, paused: boolean, live: boolean): void {
    this.#place = place;
    this.#wasPaused = paused;
    this.#ended = false;
    this.live = live;
    for (const type of ['emptied', 'loadedmetadata', paused ? 'pause' : 'play']) this.#tell(type);
  }

  get #ours(): boolean {
    return this.#player.isConnected && this.#player.isMediaLoaded;
  }

  get playbackRate(): number {
    return 1;
  }
  set playbackRate(_rate: number) {
    this.#tell('ratechange');
  }
  get defaultPlaybackRate(): number {
    return 1;
  }
  set defaultPlaybackRate(_rate: number) {
    this.#tell('ratechange');
  }

  get currentTime(): number {
    return this.#place;
  }
  set currentTime(seconds: number) {
    if (!this.#ours || !this.#player.canSeek) return;
    this.#place = this.#player.currentTime = seconds;
    this.#seeking = true;
    this.#controller.seek();
    this.#tell('seeking');
    this.#tell('timeupdate');
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
    return this.#wasPaused;
  }
  get ended(): boolean {
    return this.#ended;
  }
  get seeking(): boolean {
    return this.#seeking;
  }

  get readyState(): number {
    if (this.#ended) return HTMLMediaElement.HAVE_CURRENT_DATA;
    const waits = this.#player.playerState === chrome.cast.media.PlayerState.BUFFERING || !this.#player.isMediaLoaded;
    return waits ? HTMLMediaElement.HAVE_CURRENT_DATA : HTMLMediaElement.HAVE_ENOUGH_DATA;
  }

  get volume(): number {
    return this.#player.volumeLevel;
  }
  set volume(level: number) {
    this.#player.volumeLevel = level;
    this.#controller.setVolumeLevel();
    this.#tell('volumechange');
  }

  get muted(): boolean {
    return this.#player.isMuted;
  }
  set muted(muted: boolean) {
    if (muted !== this.#player.isMuted) this.#controller.muteOrUnmute();
  }

  play(): Promise<void> {
    if (this.#ended) this.#again();
    else if (this.#player.isPaused) this.#controller.playOrPause();
    return Promise.resolve();
  }

  pause(): void {
    if (!this.#player.isPaused) this.#controller.playOrPause();
  }

  #onChange(field: string): void {
    // A device that goes says 0 before it says that it goes.
    const gone = this.#player.currentTime === 0 && this.#place > 1 && !this.#seeking;
    if (field === 'currentTime' && this.#ours && !gone) {
      this.#place = this.#player.currentTime;
      if (this.#seeking) {
        this.#seeking = false;
        this.#tell('seeked');
      }
    }
    if (field === 'isPaused' || field === 'playerState') this.#syncPlaying();
    for (const type of eventsOf[field] ?? []) this.#tell(type);
  }

  #syncPlaying(): void {
    const { PlayerState } = chrome.cast.media;
    const { playerState, isPaused } = this.#player;
    if (!this.#ours && playerState !== PlayerState.IDLE) return;
    if (playerState === PlayerState.IDLE) return this.#finish();
    this.#ended = false;
    if (isPaused !== this.#wasPaused) {
      this.#wasPaused = isPaused;
      this.#tell(isPaused ? 'pause' : 'play');
    }
    if (playerState === PlayerState.PLAYING) this.#tell('playing');
    if (playerState === PlayerState.BUFFERING) this.#tell('waiting');
  }

  /** The device has nothing to play any more: the film is over, when it was close to its end. */
  #finish(): void {
    if (!this.#player.isConnected || this.#ended || !(this.#place > 0) || this.live) return;
    this.#ended = this.#wasPaused = true;
    this.#tell('pause');
    this.#tell('ended');
  }

  #tell(type: string): void {
    this.dispatchEvent(new Event(type));
  }
}
