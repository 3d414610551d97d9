import type { PropertyValues } from 'lit';
import { listen } from '../lib/listen.js';
import {
  createPlayer,
  emptyReport,
  type GuardLevel,
  type Player,
  type PlayerOptions,
  type PrivacyReport,
  type SourceInput
} from '../media/index.js';
import { startByItself } from './autoplay.js';
import { CatalogueElement } from './catalogue-element.js';
import { clipOf, keepTo } from './clip.js';
import { joinCompany } from './company.js';
import { tellPage } from './events.js';
import { adopt, sourcesOf, tracksOf, watchMarkup } from './markup.js';
import { turnWithPicture } from './orientation.js';
import { property } from './property.js';
import { Sidecar } from './sidecar.js';
import { upgradeProperties } from './upgrade.js';
import { Waiting, type Loading } from './wanted.js';

/** As much of `MediaError` as a script can make; `message` begins with the player's own code. */
export type MediaErrorLike = Pick<MediaError, 'code' | 'message'>;

/** A media element with a player in it: it loads what its markup says, plays and ends. What it looks like is left to `JetPlayer`. */
export class PlayerElement extends CatalogueElement {
  /** The sound was taken away to be allowed to start. */
  @property({ attribute: false }) silenced = false;

  #player: Player | undefined;
  #life: AbortController | undefined;
  #sidecar: Sidecar | undefined;
  #waiting: Waiting | undefined;
  #wanted = false;
  #stale = false;
  /** What the player was last told to load; undefined asks for it anew. */
  #loaded: readonly SourceInput[] | undefined = [];
  #error: MediaErrorLike | null = null;
  readonly #reload = (): void => {
    this.#loaded = undefined;
    this.#stale = true;
    this.#want();
  };

  /** The player without a face, with its state and its commands; undefined before the element is first connected. */
  get player(): Player | undefined {
    return this.#player;
  }

  /** Which engine plays: `hls.js`, `dash.js`, `native` or null. */
  get engine(): string | null {
    return this.#player?.session.engineName ?? null;
  }

  get guardLevel(): GuardLevel {
    return this.#player?.state.current.privacy.guardLevel ?? emptyReport.guardLevel;
  }

  /** Who was contacted, who was refused and what is stored, as plain data. */
  privacyReport(): PrivacyReport {
    return this.#player?.privacy.report() ?? emptyReport;
  }

  /** The address of what plays; of the first source, as long as an engine feeds the video. */
  get currentSrc(): string {
    const { currentSrc } = this.video;
    if (currentSrc && !currentSrc.startsWith('blob:')) return currentSrc;
    const first = this.#loaded?.[0];
    return first && URL.canParse(first.src, this.baseURI) ? new URL(first.src, this.baseURI).href : '';
  }

  get error(): MediaErrorLike | null {
    const error = this.#player?.session.error;
    if (!error) return (this.#error = null);
    const message = `${error.code}: ${error.message}`;
    if (this.#error?.message !== message) this.#error = Object.freeze({ code: error.mediaErrorCode, message });
    return this.#error;
  }

  play(): Promise<void> {
    this.#want();
    return this.#player ? this.#player.playback.play() : this.video.play();
  }

  /** As with a video, a wish to play counts from the moment it is uttered. */
  get paused(): boolean {
    return this.media.paused && !this.#player?.session.startsSoon;
  }

  pause(): void {
    if (this.#player) this.#player.playback.pause();
    else this.video.pause();
  }

  /**
   * Loads the sources anew, from the beginning. Set to `eager`, `visible` or `play`, it writes the attribute of that name: frameworks
   * set a property wherever the element has one by the attribute's name, and would put a string in the place of this method.
   */
  get load(): () => void {
    return this.#reload;
  }
  set load(when: Loading) {
    this.setAttribute('load', when);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (old === value) return;
    // What was taken away is another source when it comes back, though it be the same address.
    if (name === 'src' && value === null) this.#loaded = undefined;
    if (['src', 'type', 'chapters', 'thumbnails'].includes(name)) this.#readMarkup();
    if (name === 'poster') this.#showPoster();
    if (name === 'preload') this.requestUpdate();
  }

  override connectedCallback(): void {
    if (!this.#life) {
      upgradeProperties(this);
      this.#begin((this.#life = new AbortController()).signal);
    }
    super.connectedCallback();
  }

  /**
   * Begins to wait, or to load, in the microtask in which Lit updates: by then what a page set just after it had put the element in is
   * there, and Lit has brought back what was set before there was an element. Nothing is drawn yet.
   */
  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this.#wanted && this.#waiting?.heed(this.loads)) this.#showPoster();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is moved is taken out and put in within one task; it goes on playing, as a video does.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#life?.abort();
      this.#life = undefined;
    });
  }

  /** Makes the player; a test may hand in another. */
  protected makePlayer(options: PlayerOptions): Player {
    return createPlayer(options);
  }

  #begin(signal: AbortSignal): void {
    const { video } = this;
    this.bringEngine();
    const options = { video, host: this, settings: () => this.networkSettings, optIns: () => this.optIns, consent: this.decisions };
    const player = (this.#player = this.makePlayer(options));
    signal.addEventListener('abort', () => this.#end(player), { once: true });
    player.state.subscribe(() => this.requestUpdate(), signal);
    // The video's own word: the state still has the sound when the start without it changes something else there.
    listen(video, 'volumechange', () => video.muted || (this.silenced = false), signal);
    this.#sidecar = new Sidecar(player, video, signal);
    this.followCatalogue(player, signal);
    tellPage(this, player, () => this.askViewer(), signal);
    joinCompany(this, signal);
    turnWithPicture(this, video, signal);
    keepTo(this, video, () => clipOf(this.#loaded?.[0]?.src ?? '', this), signal);
    const mutedFallback = () => this.autoplayFallback === 'muted';
    startByItself({ player, video, wanted: () => this.autoplay, mutedFallback, onSilenced: () => (this.silenced = true) }, signal);
    watchMarkup(this, () => this.#readMarkup(), signal);
    adopt(this);
    this.#readMarkup();
    const begin = () => {
      // Without a source there is nothing yet that could be wanted.
      if (this.loads === 'eager') this.#fetch();
      else this.#want();
      // Whatever woke it by playing the empty video meant to play this one.
      if (!video.paused) void player.playback.play().catch(() => undefined);
    };
    this.#waiting = new Waiting({ host: this, video, begin, signal });
    this.requestUpdate();
  }

  #end(player: Player): void {
    player.destroy();
    this.#sidecar = this.#waiting = undefined;
    this.#loaded = [];
    this.#wanted = false;
  }

  /** Brings the engine's code, and nothing of the film, for a viewer who is about to play. @internal */
  warmUp(): void {
    if (this.#wanted || this.loads !== 'play') return;
    const [source] = sourcesOf(this);
    if (source) this.#player?.session.warmUp(source);
  }

  /** The video is wanted now; whatever waits for that is loaded at once. */
  #want(): void {
    if (!this.#life) return;
    this.#wanted = true;
    this.#fetch();
  }

  #fetch(): void {
    this.#showPoster();
    this.#load();
  }

  /** Somebody wants the video, or nobody has to. */
  get #isDue(): boolean {
    return this.#wanted || (this.loads === 'eager' && this.#waiting?.told === true);
  }

  /** Before the video is wanted, a poster is shown only if nobody has to be contacted who has not served the page itself. */
  #showPoster(): void {
    const { poster } = this;
    if (this.#isDue || !poster || (this.isNear(poster) && this.loads === 'play')) void this.#sidecar?.showPoster(poster);
  }

  /** Reads the markup at the end of this task's work, so that several changes are one. */
  #readMarkup(): void {
    if (this.#stale || !this.#life) return;
    this.#stale = true;
    queueMicrotask(() => {
      adopt(this);
      if (this.#isDue) this.#load();
    });
  }

  #load(): void {
    if (!this.#stale || !this.#player || !this.#life) return;
    this.#stale = false;
    this.#sidecar?.setTracks(tracksOf(this), this.chapters);
    this.#sidecar?.setThumbnails(this.thumbnails);
    const sources = sourcesOf(this);
    if (JSON.stringify(sources) === JSON.stringify(this.#loaded)) return;
    this.#loaded = sources;
    this.#wanted ||= sources.length > 0;
    this.#player.load(sources, clipOf(sources[0]?.src ?? '', this).start);
  }
}
