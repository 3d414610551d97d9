import type { DrmSystems, NetworkSettings, RequestHook } from '../media/index.js';
import { warmEngine } from '../media/warm-engine.js';
import { numberAttribute, textAttribute } from './attribute.js';
import { sourcesOf, streamTypeOf, tracksOf } from './markup.js';
import { MediaElement } from './media-element.js';
import { property } from './property.js';
import { loadings, type Loading } from './wanted.js';

/** The origins in an attribute, which spaces or commas part. */
const wordsIn = (list: string): string[] => list.split(/[\s,]+/).filter(Boolean);

const originOf = (url: string | null, base: string): string[] => (url && URL.canParse(url, base) ? [new URL(url, base).origin] : []);

/** Attributes that hold an address; naming a host there is allowing it. */
const addresses = ['src', 'poster', 'chapters', 'thumbnails'] as const;

/** What the publisher wrote on the tag, and what follows from it for the network. */
export class MarkupElement extends MediaElement {
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'type', ...addresses];
  }

  /** Origins that may be contacted besides the page's and those written in the markup; CSP style, space-separated. */
  @property(textAttribute('allow-origins', '')) allowOrigins = '';
  /** The only origins that get cookies under `crossorigin="use-credentials"`, written as in `allow-origins`: empty is nobody, null is all. */
  @property({ attribute: 'credential-origins' }) credentialOrigins: string | null = null;
  /** `follow` lets a redirect be followed; where it ends is then checked. */
  @property(textAttribute('redirects', 'error')) redirects: 'error' | 'follow' = 'error';
  /** `allow` lets the browser play HLS by itself where there is no Media Source. */
  @property(textAttribute('native-hls', 'never')) nativeHls: 'never' | 'allow' = 'never';
  /** The publisher's key systems by name, for protected media: `{ 'com.widevine.alpha': { licenseUrl: '...' } }`. Their hosts must be allowed. */
  @property({ attribute: false }) drm: DrmSystems | undefined;
  /** Sees every request before it is made: adds a header, signs the address. The policy is then asked again. */
  @property({ attribute: false }) requestHook: RequestHook | undefined;
  /** Gives a fresh, signed address for one that is about to expire, or that the server refuses (401, 403); the place is kept. */
  @property({ attribute: false }) refreshSource: ((src: string) => Promise<string>) | undefined;
  /** When the first byte is fetched: `eager`, `visible` or `play`. Without it, `preload="none"` means `play`. Once a film was wanted, the next `src` is loaded at once. */
  @property({ attribute: 'load' }) loading: Loading | null = null;
  /** Seconds. */
  @property(numberAttribute('start-time', 0)) startTime = 0;
  /** Seconds. There it pauses and fires `ended`, or goes back to `start-time` with `loop`. */
  @property(numberAttribute('end-time', Infinity)) endTime = Infinity;
  /** Pixels; a taller rendition is never fetched, unless there is no other. Holds from the next source on. */
  @property(numberAttribute('max-height', Infinity)) maxHeight = Infinity;
  /** `muted`: where the browser refuses to start with sound, start without. */
  @property(textAttribute('autoplay-fallback', 'none')) autoplayFallback: 'none' | 'muted' = 'none';
  /** While this one plays, no other player of the page does. */
  @property({ type: Boolean }) exclusive = false;

  /** The address of the video, absolute; empty when there is none. */
  get src(): string {
    return this.#address('src');
  }
  set src(value: string) {
    this.#write('src', value);
  }

  get type(): string {
    return this.getAttribute('type') ?? '';
  }
  set type(value: string) {
    this.#write('type', value);
  }

  get poster(): string {
    return this.#address('poster');
  }
  set poster(value: string) {
    this.#write('poster', value);
  }

  /** The address of a WebVTT file with the chapters of the film. */
  get chapters(): string {
    return this.#address('chapters');
  }
  set chapters(value: string) {
    this.#write('chapters', value);
  }

  /** The address of a WebVTT file that names small pictures, each for its stretch of time: `sprite.jpg#xywh=0,0,160,90`. */
  get thumbnails(): string {
    return this.#address('thumbnails');
  }
  set thumbnails(value: string) {
    this.#write('thumbnails', value);
  }

  /** When the first byte is fetched, by all that the publisher wrote. */
  protected get loads(): Loading {
    if (this.loading !== null && loadings.includes(this.loading)) return this.loading;
    return this.getAttribute('preload') === 'none' && !this.autoplay ? 'play' : 'eager';
  }

  /** Asks for the code of the engine, where it is needed at once: the line would be idle while the player is made. */
  protected bringEngine(): void {
    const [source] = this.loads === 'eager' ? sourcesOf(this) : [];
    if (source) warmEngine(source, new URL(this.baseURI), this.nativeHls === 'allow');
  }

  /** Nobody has to be contacted for this address who has not served the page itself. */
  protected isNear(url: string): boolean {
    return /^(data|blob):/.test(url) || originOf(url, this.baseURI)[0] === location.origin;
  }

  protected get networkSettings(): NetworkSettings {
    const streamType = streamTypeOf(this);
    const written = [...addresses.slice(1).map((name) => this.getAttribute(name)), ...tracksOf(this).map(({ src }) => src)];
    return {
      allow: [...wordsIn(this.allowOrigins), ...written.flatMap((url) => originOf(url, this.baseURI))],
      redirects: this.redirects === 'follow' ? 'follow' : 'error',
      credentials: this.getAttribute('crossorigin') === 'use-credentials' ? 'include' : 'omit',
      ...(typeof this.credentialOrigins === 'string' && { credentialOrigins: wordsIn(this.credentialOrigins) }),
      nativeHls: this.nativeHls === 'allow',
      maxHeight: this.maxHeight,
      ...(streamType && { streamType }),
      drm: this.drm,
      requestHook: this.requestHook,
      refreshSource: this.refreshSource
    };
  }

  /** Frameworks take an attribute away by setting its property to nothing. */
  #write(name: string, value: string | null | undefined): void {
    if (value === null || value === undefined) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }

  #address(name: (typeof addresses)[number]): string {
    const written = this.getAttribute(name);
    return written && URL.canParse(written, this.baseURI) ? new URL(written, this.baseURI).href : (written ?? '');
  }
}
