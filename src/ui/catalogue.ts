import type { MediaState, Player } from '../media/index.js';
import { streamTypeOf } from './markup.js';
import { AudioTrackList, VideoRenditionList } from './media-tracks.js';

/** Seconds behind the live edge at which one still counts as live; as in the state's `live.atEdge`. */
const tolerance = 4;

/**
 * What there is to choose and what kind of stream it is, for controls that are not ours: the lists of *media-tracks* and the
 * properties of *media-ui-extensions*, with which `<media-controller>` draws its menus. It follows the state and keeps no second truth.
 */
export class Catalogue {
  readonly renditions = new VideoRenditionList((id) => this.#player?.quality.choose(id));
  readonly audioTracks = new AudioTrackList((id) => this.#player?.audio.choose(id));
  readonly #host: HTMLElement;
  #player: Player | undefined;
  #known: MediaState | undefined;
  #told = { streamType: 'unknown', targetLiveWindow: NaN };

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  get streamType(): string {
    const detected = this.#player?.state.current.live.streamType ?? 'unknown';
    return detected === 'unknown' ? (streamTypeOf(this.#host) ?? detected) : detected;
  }

  get targetLiveWindow(): number {
    if (this.streamType !== 'live') return NaN;
    const written = Number.parseFloat(this.#host.getAttribute('target-live-window') ?? '');
    if (!Number.isNaN(written)) return written;
    // A window that slides has no end that could be promised.
    return this.#player?.state.current.live.dvr ? Infinity : 0;
  }

  get liveEdgeStart(): number {
    const edge = this.#player?.session.engine?.liveEdge() ?? null;
    return edge === null ? NaN : edge - tolerance;
  }

  /** Follows a player until `signal` aborts. */
  follow(player: Player, signal: AbortSignal): void {
    this.#player = player;
    player.state.subscribe((state) => this.#sync(state), signal);
    signal.addEventListener('abort', () => this.#sync(undefined), { once: true });
  }

  #sync(state: MediaState | undefined): void {
    const { quality, audio } = state ?? {};
    const before = this.#known;
    this.#known = state;
    if (quality?.renditions !== before?.quality.renditions) this.renditions.show(quality?.renditions ?? [], quality?.choice ?? 'auto');
    if (audio?.tracks !== before?.audio.tracks) this.audioTracks.show(audio?.tracks ?? [], audio?.choice ?? null);
    this.renditions.choose(quality?.choice ?? 'auto');
    this.audioTracks.choose(audio?.choice ?? null);
    const { streamType, targetLiveWindow } = this;
    const told = this.#told;
    this.#told = { streamType, targetLiveWindow };
    if (streamType !== told.streamType) this.#host.dispatchEvent(new Event('streamtypechange'));
    if (!Object.is(targetLiveWindow, told.targetLiveWindow)) this.#host.dispatchEvent(new Event('targetlivewindowchange'));
  }
}
