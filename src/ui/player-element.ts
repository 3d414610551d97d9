import { property } from 'lit/decorators.js';
import {
  createPlayer,
  type GuardLevel,
  type NetworkSettings,
  type Player,
  type PlayerOptions,
  type PrivacyReport,
  type SourceInput
} from '../media/index.js';
import { numberAttribute, textAttribute } from './attribute.js';
import { startByItself } from './autoplay.js';
import { beginAt, endAt } from './clip.js';
import { tellPage } from './events.js';
import { adopt, sourcesOf, tracksOf, watchMarkup } from './markup.js';
import { MediaElement } from './media-element.js';
import { Sidecar } from './sidecar.js';
import { loadings, whenWanted, type Loading } from './wanted.js';

/** As much of `MediaError` as a script can make; `message` begins with the player's own code. */
export type MediaErrorLike = Pick<MediaError, 'code' | 'message'>;

const nothingYet: PrivacyReport = { contacted: [], blocked: [], guardLevel: 'engine', storage: 'none', cast: 'off' };

const originOf = (url: string | null, base: string): string[] => (url && URL.canParse(url, base) ? [new URL(url, base).origin] : []);

/** A media element with a player in it: it reads its markup, loads, plays and ends. What it looks like is left to `JetPlayer`. */
export class PlayerElement extends MediaElement {
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'src', 'type', 'poster'];
  }

  /** Origins that may be contacted besides the page's and those written in the markup; CSP style, space-separated. */
  @property(textAttribute('allow-origins', '')) allowOrigins = '';
  /** `follow` lets a redirect be followed; where it ends is then checked. */
  @property(textAttribute('redirects', 'error')) redirects: 'error' | 'follow' = 'error';
  /** `allow` lets the browser play HLS by itself where there is no Media Source. */
  @property(textAttribute('native-hls', 'never')) nativeHls: 'never' | 'allow' = 'never';
  /** When the first byte is fetched: `eager`, `visible` or `play`. Without it, `preload="none"` means `play`. */
  @property({ attribute: 'load' }) loading: Loading | null = null;
  /** Seconds. */
  @property(numberAttribute('start-time', 0)) startTime = 0;
  /** Seconds. */
  @property(numberAttribute('end-time', Infinity)) endTime = Infinity;
  /** `muted`: where the browser refuses to start with sound, start without. */
  @property(textAttribute('autoplay-fallback', 'none')) autoplayFallback: 'none' | 'muted' = 'none';
  /** The sound was taken away to be allowed to start. */
  @property({ attribute: false }) silenced = false;

  #player: Player | undefined;
  #life: AbortController | undefined;
  #sidecar: Sidecar | undefined;
  #wanted = false;
  #stale = false;
  /** What the player was last told to load; undefined asks for it anew. */
  #loaded: readonly SourceInput[] | undefined = [];
  #error: MediaErrorLike | null = null;

  /** The player without a face, with its state and its commands; undefined before the element is first connected. */
  get player(): Player | undefined {
    return this.#player;
  }

  /** Which engine plays: `hls.js`, `dash.js`, `native` or null. */
  get engine(): string | null {
    return this.#player?.session.engineName ?? null;
  }

  get guardLevel(): GuardLevel {
    return this.#player?.state.current.privacy.guardLevel ?? nothingYet.guardLevel;
  }

  /** Who was contacted, who was refused and what is stored, as plain data. */
  privacyReport(): PrivacyReport {
    return this.#player?.privacy.report() ?? nothingYet;
  }

  /** The address of the video, absolute; empty when there is none. */
  get src(): string {
    const src = this.getAttribute('src');
    return src && URL.canParse(src, this.baseURI) ? new URL(src, this.baseURI).href : (src ?? '');
  }
  set src(value: string) {
    this.setAttribute('src', value);
  }

  get type(): string {
    return this.getAttribute('type') ?? '';
  }
  set type(value: string) {
    this.setAttribute('type', value);
  }

  get poster(): string {
    const poster = this.getAttribute('poster');
    return poster && URL.canParse(poster, this.baseURI) ? new URL(poster, this.baseURI).href : (poster ?? '');
  }
  set poster(value: string) {
    this.setAttribute('poster', value);
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
    return this.video.paused && !this.#player?.session.startsSoon;
  }

  pause(): void {
    if (this.#player) this.#player.playback.pause();
    else this.video.pause();
  }

  /** Loads the sources anew, from the beginning. */
  load(): void {
    this.#loaded = undefined;
    this.#stale = true;
    this.#want();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (old === value) return;
    if (name === 'src' || name === 'type') this.#readMarkup();
    if (name === 'poster') this.#showPoster();
  }

  override connectedCallback(): void {
    if (!this.#life) this.#begin((this.#life = new AbortController()).signal);
    super.connectedCallback();
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
    const player = (this.#player = this.makePlayer({ video, host: this, settings: () => this.#settings() }));
    signal.addEventListener('abort', () => this.#end(player), { once: true });
    player.state.subscribe(({ volume }) => {
      if (!volume.muted) this.silenced = false;
      this.requestUpdate();
    }, signal);
    this.#sidecar = new Sidecar(player, video, signal);
    tellPage(this, player, signal);
    endAt(video, () => this.endTime, signal);
    const mutedFallback = () => this.autoplayFallback === 'muted';
    startByItself({ player, wanted: () => this.autoplay, mutedFallback, onSilenced: () => (this.silenced = true) }, signal);
    watchMarkup(this, () => this.#readMarkup(), signal);
    adopt(this);
    this.#readMarkup();
    this.#showPoster();
    const begin = () => {
      this.#want();
      // Whatever woke it by playing the empty video meant to play this one.
      if (!video.paused) void player.playback.play().catch(() => undefined);
    };
    whenWanted(this.#loading, this, video, begin, signal);
  }

  #end(player: Player): void {
    player.destroy();
    this.#sidecar = undefined;
    this.#loaded = [];
    this.#wanted = false;
  }

  get #loading(): Loading {
    if (this.loading !== null && loadings.includes(this.loading)) return this.loading;
    return this.getAttribute('preload') === 'none' && !this.autoplay ? 'play' : 'eager';
  }

  #settings(): NetworkSettings {
    const written = [this.getAttribute('poster'), ...tracksOf(this).map(({ src }) => src)];
    return {
      allow: [...this.allowOrigins.split(/[\s,]+/).filter(Boolean), ...written.flatMap((url) => originOf(url, this.baseURI))],
      redirects: this.redirects === 'follow' ? 'follow' : 'error',
      credentials: this.getAttribute('crossorigin') === 'use-credentials' ? 'include' : 'omit',
      nativeHls: this.nativeHls === 'allow'
    };
  }

  /** The video is wanted now; whatever waits for that is loaded at once. */
  #want(): void {
    if (!this.#life) return;
    this.#wanted = true;
    this.#showPoster();
    this.#load();
  }

  /** Before the video is wanted, a poster is shown only if nobody has to be contacted who has not served the page itself. */
  #showPoster(): void {
    const { poster } = this;
    const near = /^(data|blob):/.test(poster) || originOf(poster, this.baseURI)[0] === location.origin;
    if (this.#wanted || !poster || (near && this.#loading === 'play')) void this.#sidecar?.showPoster(poster);
  }

  /** Reads the markup at the end of this task's work, so that several changes are one. */
  #readMarkup(): void {
    if (this.#stale || !this.#life) return;
    this.#stale = true;
    queueMicrotask(() => {
      adopt(this);
      if (this.#wanted) this.#load();
    });
  }

  #load(): void {
    if (!this.#stale || !this.#player || !this.#life) return;
    this.#stale = false;
    this.#sidecar?.setTracks(tracksOf(this));
    const sources = sourcesOf(this);
    if (JSON.stringify(sources) === JSON.stringify(this.#loaded)) return;
    this.#loaded = sources;
    this.#player.load(sources);
    beginAt(this.#player, this.video, this.startTime, this.#life.signal);
  }
}
