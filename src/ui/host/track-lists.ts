import type { MediaState, Player } from '../../media/index.js';
import { streamTypeOf } from './markup.js';
import { AudioTrackList, VideoRenditionList } from './media-tracks.js';

/** The distance to the live edge at which playback still counts as live; the same as for the state's `live.atEdge`. */
const liveEdgeToleranceSeconds = 4;

/**
 * The tracks and the stream type for third-party controls: the lists of *media-tracks* and the properties of *media-ui-extensions*,
 * from which `<media-controller>` renders its menus. All values are derived from the player's state.
 */
export class TrackLists {
  readonly renditions = new VideoRenditionList((id) => this.#player?.quality.choose(id));
  readonly audioTracks = new AudioTrackList((id) => this.#player?.audio.choose(id));
  readonly #host: HTMLElement;
  #player: Player | undefined;
  #lastState: MediaState | undefined;
  #reportedValues = { streamType: 'unknown', targetLiveWindow: NaN };

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  get streamType(): string {
    const detected = this.#player?.state.current.live.streamType ?? 'unknown';
    return detected === 'unknown' ? (streamTypeOf(this.#host) ?? detected) : detected;
  }

  get targetLiveWindow(): number {
    if (this.streamType !== 'live') return NaN;
    const seconds = Number.parseFloat(this.#host.getAttribute('target-live-window') ?? '');
    if (!Number.isNaN(seconds)) return seconds;
    // A sliding window has no fixed length.
    return this.#player?.state.current.live.dvr ? Infinity : 0;
  }

  get liveEdgeStart(): number {
    const liveEdge = this.#player?.session.engine?.livePosition() ?? null;
    return liveEdge === null ? NaN : liveEdge - liveEdgeToleranceSeconds;
  }

  /** Keeps the lists in sync with a player until `signal` aborts. */
  follow(player: Player, signal: AbortSignal): void {
    this.#player = player;
    player.state.subscribe((state) => this.#sync(state), signal);
    signal.addEventListener('abort', () => this.#sync(undefined), { once: true });
  }

  #sync(state: MediaState | undefined): void {
    const { quality, audio } = state ?? {};
    const previousState = this.#lastState;
    this.#lastState = state;
    if (quality?.renditions !== previousState?.quality.renditions)
      this.renditions.setRenditions(quality?.renditions ?? [], quality?.choice ?? 'auto');
    if (audio?.tracks !== previousState?.audio.tracks) this.audioTracks.setTracks(audio?.tracks ?? [], audio?.choice ?? null);
    this.renditions.setChoice(quality?.choice ?? 'auto');
    this.audioTracks.setChoice(audio?.choice ?? null);
    const { streamType, targetLiveWindow } = this;
    const reportedValues = this.#reportedValues;
    this.#reportedValues = { streamType, targetLiveWindow };
    if (streamType !== reportedValues.streamType) this.#host.dispatchEvent(new Event('streamtypechange'));
    if (!Object.is(targetLiveWindow, reportedValues.targetLiveWindow)) this.#host.dispatchEvent(new Event('targetlivewindowchange'));
  }
}
