import type { Player } from '../../media/index.js';
import { TrackLists } from './track-lists.js';
import type { AudioTrackList, VideoRenditionList } from './media-tracks.js';
import { OptInElement } from './opt-in-element.js';

/** Exposes the renditions, audio tracks and stream type of the media for third-party controls. */
export abstract class MediaTracksElement extends OptInElement {
  readonly #trackLists = new TrackLists(this);

  /** The video renditions, with the interface of *media-tracks*; `selectedIndex` -1 is automatic. */
  get videoRenditions(): VideoRenditionList {
    return this.#trackLists.renditions;
  }

  /** The audio tracks, with the interface of HTML `AudioTrackList`. */
  get audioTracks(): AudioTrackList {
    return this.#trackLists.audioTracks;
  }

  /** `on-demand`, `live` or `unknown`; fires `streamtypechange`. The attribute `stream-type` declares it before the manifest is read. */
  get streamType(): string {
    return this.#trackLists.streamType;
  }

  /**
   * How far third-party controls should let a viewer seek back in a live stream, in seconds; 0 for none, NaN when not live. Fires
   * `targetlivewindowchange`.
   */
  get targetLiveWindow(): number {
    return this.#trackLists.targetLiveWindow;
  }

  /** The playback position from which playback counts as live, in seconds; NaN when not live. */
  get liveEdgeStart(): number {
    return this.#trackLists.liveEdgeStart;
  }

  /** The delay between the live broadcast and the displayed frame, in seconds; NaN when not live or not known. */
  get liveLatency(): number {
    return this.player?.state.current.live.latency ?? NaN;
  }

  /** Returns the date of playback position 0 (HTML `getStartDate()`); an invalid date when the manifest has none. */
  getStartDate(): Date {
    return this.player?.session.engine?.startDate?.() ?? new Date(NaN);
  }

  /** Keeps the lists in sync with a player until `signal` aborts. */
  protected syncTrackLists(player: Player, signal: AbortSignal): void {
    this.#trackLists.follow(player, signal);
  }
}
