import type { PropertyValues } from 'lit';
import { listen } from '../../lib/listen.js';
import {
  createPlayer,
  emptyReport,
  type GuardLevel,
  type Player,
  type PlayerOptions,
  type PrivacyReport,
  type SourceInput
} from '../../media/index.js';
import { autoplay } from './autoplay.js';
import { MediaTracksElement } from './media-tracks-element.js';
import { clipForSource, endBeforePassages, enforceClip, type ClipPlayback } from './clip.js';
import { addToPagePlayers } from './page-players.js';
import { enforceExclusivePlayback } from './exclusive-playback.js';
import { dispatchPlayerEvents } from './events.js';
import { adoptFallbackVideo, sourcesOf, tracksOf, watchMarkup } from './markup.js';
import { lockOrientation } from './orientation-lock.js';
import { property } from '../lit/property.js';
import { SidecarFiles } from './sidecar-files.js';
import { upgradeProperties } from '../lit/upgrade-properties.js';
import { LoadTrigger, type LoadMode } from './load-trigger.js';

/** The part of `MediaError` that a script can create; `message` begins with the player's error code. */
export type MediaErrorLike = Pick<MediaError, 'code' | 'message'>;

/** A media element with a player for the sources in its markup. Its base classes: CONTRIBUTING.md, *The classes of the element*. */
export class PlayerElement extends MediaTracksElement {
  /** Whether the player muted the video because the browser blocked autoplay with audio. */
  @property({ attribute: false }) autoMuted = false;

  #player: Player | undefined;
  #lifetime: AbortController | undefined;
  #sidecarFiles: SidecarFiles | undefined;
  #loadTrigger: LoadTrigger | undefined;
  #markupChanged = false;
  #clipPlayback: ClipPlayback | undefined;
  /** The sources that the player last loaded; undefined to force a reload. */
  #loadedSources: readonly SourceInput[] | undefined = [];
  #loadedRestrictions = '';
  #error: MediaErrorLike | null = null;
  readonly #reloadSources = (): void => {
    this.#loadedSources = undefined;
    this.#markupChanged = true;
    this.#loadNow();
  };

  /** The player without an interface: its state and commands; undefined before the element is first connected. */
  get player(): Player | undefined {
    return this.#player;
  }

  /** The name of the engine in use: `hls.js`, `dash.js`, `file`, `native` or null. */
  get engine(): string | null {
    return this.#player?.session.engineName ?? null;
  }

  get guardLevel(): GuardLevel {
    return this.#player?.state.current.privacy.guardLevel ?? emptyReport.guardLevel;
  }

  /** Returns the contacted origins, the blocked origins and the stored data, as plain data. */
  privacyReport(): PrivacyReport {
    return this.#player?.privacy.report() ?? emptyReport;
  }

  /** The URL of the current media; of the first listed source while Media Source is used. */
  get currentSrc(): string {
    const { currentSrc } = this.video;
    if (currentSrc && !currentSrc.startsWith('blob:')) return currentSrc;
    const firstSource = this.#loadedSources?.[0];
    return firstSource && URL.canParse(firstSource.src, this.baseURI) ? new URL(firstSource.src, this.baseURI).href : '';
  }

  get error(): MediaErrorLike | null {
    const error = this.#player?.session.error;
    if (!error) return (this.#error = null);
    const message = `${error.code}: ${error.message}`;
    if (this.#error?.message !== message) this.#error = Object.freeze({ code: error.mediaErrorCode, message });
    return this.#error;
  }

  play(): Promise<void> {
    this.#loadNow();
    return this.#player ? this.#player.playback.play() : this.video.play();
  }

  /** Also true at the end of a clip, until the next seek or play request. */
  get ended(): boolean {
    return this.media.ended || (this.media === this.video && this.#clipPlayback?.ended === true);
  }

  /** False as soon as playback is requested, as with `<video>`. */
  get paused(): boolean {
    return this.media.paused && !this.#player?.session.playPending;
  }

  pause(): void {
    (this.#player?.playback ?? this.video).pause();
  }

  /**
   * Reloads the sources from the start, as on `<video>`. Setting it to `eager`, `visible` or `play` writes the attribute `load`, because
   * frameworks set the property with the name of an attribute, and would otherwise replace this method with a string.
   */
  get load(): () => void {
    return this.#reloadSources;
  }
  set load(when: LoadMode) {
    this.setAttribute('load', when);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (old === value) return;
    // After its removal, the same URL counts as a new source.
    if (name === 'src' && value === null) this.#loadedSources = undefined;
    if (['src', 'type', 'chapters', 'thumbnails'].includes(name)) this.#markMarkupChanged();
    // As on `<video>` (HTML, 4.8.11.5), but at once: the inner video gets its source later than a rate that the page sets in the same task.
    if (name === 'src') this.video.playbackRate = this.video.defaultPlaybackRate;
    if (name === 'poster') this.#showPoster();
    if (name === 'preload') this.requestUpdate();
  }

  protected override onEarlyPosition(): void {
    this.#player?.time.seek(this.earlyPosition);
  }

  override connectedCallback(): void {
    if (!this.#lifetime) {
      upgradeProperties(this);
      this.#createPlayer((this.#lifetime = new AbortController()).signal);
    }
    super.connectedCallback();
  }

  /**
   * Applies the load mode; in `eager`, this loads at once. This is in Lit's update microtask, because properties that the page set right
   * after inserting the element are there by then, and Lit has restored those set before the element was upgraded.
   */
  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if ((['withdrawn', 'withdrawals', 'masks'] as const).some((name) => changed.has(name))) this.#markMarkupChanged();
    if (this.#loadTrigger?.applyNewMode()) this.#showPoster();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Moving an element removes and inserts it within one task; playback then continues, as with `<video>`.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#lifetime?.abort();
      this.#lifetime = undefined;
    });
  }

  /** Creates the player; a test can override it. */
  protected makePlayer(options: PlayerOptions): Player {
    return createPlayer(options);
  }

  #createPlayer(signal: AbortSignal): void {
    const { video } = this;
    this.preloadCodeIfEager();
    const callbacks = { settings: () => this.networkSettings, optIns: () => this.optIns, drawMasks: this.drawMasks };
    const player = (this.#player = this.makePlayer({ video, host: this, consent: this.consentDecisions, ...callbacks }));
    signal.addEventListener('abort', () => this.#destroyPlayer(player), { once: true });
    player.state.subscribe(() => this.requestUpdate(), signal);
    // Reads the video, because the state follows a muted start only a microtask later.
    listen(video, 'volumechange', () => video.muted || (this.autoMuted = false), signal);
    this.#sidecarFiles = new SidecarFiles(player, video, signal);
    this.syncTrackLists(player, signal);
    dispatchPlayerEvents(this, player, () => this.askViewer(), signal);
    addToPagePlayers(this, signal);
    enforceExclusivePlayback(this, signal);
    lockOrientation(this, video, signal);
    const clip = () => endBeforePassages(clipForSource(this, this.#loadedSources?.[0]?.src ?? ''), player.session.withdrawn);
    this.#clipPlayback = enforceClip(this, video, clip, signal);
    const mayStartMuted = () => this.autoplayFallback === 'muted';
    autoplay({ player, video, isRequested: () => this.autoplay, mayStartMuted, onAutoMuted: () => (this.autoMuted = true) }, signal);
    watchMarkup(this, () => this.#markMarkupChanged(), signal);
    adoptFallbackVideo(this);
    this.#markMarkupChanged();
    const onTimeToLoad = () => {
      this.#showPoster();
      this.#applyMarkup();
      // A `play()` on the empty video also requests playback of this source.
      if (!video.paused) void player.playback.play().catch(() => undefined);
    };
    this.#loadTrigger = new LoadTrigger({ host: this, video, mode: () => this.loadMode, onTimeToLoad, signal });
    this.requestUpdate();
  }

  #destroyPlayer(player: Player): void {
    player.destroy();
    this.#sidecarFiles = this.#loadTrigger = undefined;
    this.#loadedSources = [];
  }

  /** Loads the engine's code, but no media, because the viewer may be about to play. @internal */
  preloadCodeBeforePlay(): void {
    if (this.#loadTrigger?.mayLoad || this.loadMode !== 'play') return;
    const [source] = sourcesOf(this);
    if (source) this.#player?.session.preloadCode(source);
  }

  /** Loads at once what waits for the load trigger, and from now on changed sources too. */
  #loadNow(): void {
    if (!this.#lifetime) return;
    this.#loadTrigger?.loadAtOnceFromNowOn();
    this.#showPoster();
    this.#applyMarkup();
  }

  /** Shows the poster. Before sources may load, only one from the page's own origin, so that no other origin is contacted. */
  #showPoster(): void {
    const { poster } = this;
    if (this.#loadTrigger?.mayLoad || !poster || (this.isSameOrigin(poster) && this.loadMode === 'play'))
      void this.#sidecarFiles?.showPoster(poster);
  }

  /** Marks the markup as changed, and reads it in a microtask, so that several changes cause one load. */
  #markMarkupChanged(): void {
    if (this.#markupChanged || !this.#lifetime) return;
    this.#markupChanged = true;
    queueMicrotask(() => {
      adoptFallbackVideo(this);
      if (this.#loadTrigger?.mayLoad) this.#applyMarkup();
    });
  }

  /** Applies the markup if it changed: passes on its tracks, and loads its sources if they or their restrictions changed. */
  #applyMarkup(): void {
    if (!this.#markupChanged || !this.#player || !this.#lifetime) return;
    this.#markupChanged = false;
    this.#sidecarFiles?.setTracks(tracksOf(this), this.chapters);
    this.#sidecarFiles?.setThumbnails(this.thumbnails);
    const sources = sourcesOf(this);
    const isSameSource = JSON.stringify(sources) === JSON.stringify(this.#loadedSources);
    if (isSameSource && this.restrictions === this.#loadedRestrictions) return;
    const resumes = isSameSource && !this.paused;
    [this.#loadedSources, this.#loadedRestrictions] = [sources, this.restrictions];
    if (sources.length > 0) this.#loadTrigger?.loadAtOnceFromNowOn();
    // With other restrictions, the same source plays on; a live stream starts at its edge again.
    const start = this.earlyPosition || clipForSource(this, sources[0]?.src ?? '').start;
    this.#player.load(sources, isSameSource && this.duration < Infinity ? this.currentTime : start);
    if (resumes) void this.play().catch(() => undefined);
  }
}
