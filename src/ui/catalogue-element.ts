import type { Player } from '../media/index.js';
import { Catalogue } from './catalogue.js';
import type { AudioTrackList, VideoRenditionList } from './media-tracks.js';
import { OptInElement } from './opt-in-element.js';

/** What the film offers, and what kind of stream it is, as controls that are not ours ask for it. */
export abstract class CatalogueElement extends OptInElement {
  readonly #catalogue = new Catalogue(this);

  /** The encodings of the picture, in the shape of *media-tracks*; `selectedIndex` -1 is automatic. */
  get videoRenditions(): VideoRenditionList {
    return this.#catalogue.renditions;
  }

  /** The sound tracks, in the shape of the HTML standard's list. */
  get audioTracks(): AudioTrackList {
    return this.#catalogue.audioTracks;
  }

  /** `on-demand`, `live` or `unknown`; fires `streamtypechange`. The attribute `stream-type` says it beforehand. */
  get streamType(): string {
    return this.#catalogue.streamType;
  }

  /** Seconds of live that other controls should let a viewer go back; 0 for none, NaN when it is not live. Fires `targetlivewindowchange`. */
  get targetLiveWindow(): number {
    return this.#catalogue.targetLiveWindow;
  }

  /** Seconds on the time line from where on one counts as live; NaN when it is not live. */
  get liveEdgeStart(): number {
    return this.#catalogue.liveEdgeStart;
  }

  /** Seconds between what is on the air and what is shown; NaN when it is not live, or not known. */
  get liveLatency(): number {
    return this.player?.state.current.live.latency ?? NaN;
  }

  /** The date of the time line's 0, as the HTML standard has it; an invalid date where the manifest says none. */
  getStartDate(): Date {
    return this.player?.session.engine?.startDate?.() ?? new Date(NaN);
  }

  /** Follows a player until `signal` aborts. */
  protected followCatalogue(player: Player, signal: AbortSignal): void {
    this.#catalogue.follow(player, signal);
  }
}
