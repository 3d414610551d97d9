import type { DrmSystems, NetworkSettings, PlayerOptions, RequestHook } from '../../media/index.js';
import { preloadCode } from '../../media/session/preload-code.js';
import { sourcesOf, streamTypeOf, tracksOf } from './markup.js';
import { MediaElement } from './media-element.js';
import { numberAttribute, property, textAttribute } from '../lit/property.js';
import { loadModes, type LoadMode } from './load-trigger.js';

/** Splits an attribute at spaces and commas. */
const splitList = (list: string): string[] => list.split(/[\s,]+/).filter(Boolean);

const originsOf = (url: string | null, base: string): string[] => (url && URL.canParse(url, base) ? [new URL(url, base).origin] : []);

/** Attributes with the URL of a file beside the media, whose origin is thereby allowed. The session allows that of `src`. */
const fileAttributes = ['poster', 'chapters', 'thumbnails'] as const;

/** The attributes that the publisher set on the tag, and the network settings derived from them. */
export class MarkupElement extends MediaElement {
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'type', 'src', ...fileAttributes];
  }

  /** Origins that the player may contact in addition to the page's and those in the markup; in CSP syntax, space-separated. */
  @property(textAttribute('allow-origins', '')) allowOrigins = '';
  /** The only origins that receive cookies with `crossorigin="use-credentials"`, written as in `allow-origins`. Empty: none; null: all. */
  @property({ attribute: 'credential-origins' }) credentialOrigins: string | null = null;
  /** `follow` follows a redirect and checks its target. */
  @property(textAttribute('redirects', 'error')) redirects: 'error' | 'follow' = 'error';
  /** `allow` lets the browser play HLS natively when Media Source Extensions are missing. */
  @property(textAttribute('native-hls', 'never')) nativeHls: 'never' | 'allow' = 'never';
  /** `strict`: an engine cannot query what the device decodes well (`mediaCapabilities`). Applies from the next source on. */
  @property(textAttribute('privacy', 'none')) privacy: 'none' | 'strict' = 'none';
  /** `never` refuses a file that cannot be read through the guard, instead of letting the browser play it by itself. */
  @property(textAttribute('native-files', 'allow')) nativeFiles: 'never' | 'allow' = 'allow';
  /** Passages that are never requested or shown, as starts and ends in seconds: `120-135.5 300-320`. */
  @property(textAttribute('withdrawn', '')) withdrawn = '';
  /**
   * The URL of a WebVTT or JSON file with further passages that are never requested or shown. It is fetched before the media, and again every
   * 30 seconds while a live stream plays.
   */
  @property(textAttribute('withdrawals', '')) withdrawals = '';
  /** `shortened`: the seek bar and all times are those of the timeline without the withdrawn passages; `gap` shows gaps in the seek bar. */
  @property(textAttribute('withdrawn-style', 'gap')) withdrawnStyle: 'gap' | 'shortened' = 'gap';
  /**
   * The URL of a WebVTT or JSON file with regions of the frame that are covered, `xywh=percent:10,20,30,40`, each for a time range. Without
   * it, or if the masks cannot be drawn, the video is not shown.
   */
  @property(textAttribute('masks', '')) masks = '';
  /**
   * Reads the Content Credentials (C2PA) of a file: `ask` when the viewer asks for it in the panel, `check` as soon as the file plays. Null
   * loads nothing for it.
   */
  @property({ attribute: 'credentials' }) credentials: 'ask' | 'check' | null = null;
  /** The URL of the certificates whose signers are trusted, in PEM; without it, no signer is. */
  @property(textAttribute('credentials-trust', '')) credentialsTrust = '';
  /** The URL of the folder with the reader of Content Credentials, on the page's own origin; `credentials/` beside the player by default. */
  @property(textAttribute('credentials-src', '')) credentialsSrc = '';
  /**
   * The publisher's key systems by name, for protected media: `{ 'com.widevine.alpha': { licenseUrl: '...' } }`. Their hosts must be
   * allowed.
   */
  @property({ attribute: false }) drm: DrmSystems | undefined;
  /** Called before every request, to add a header or sign the URL. The policy then checks the result again. */
  @property({ attribute: false }) requestHook: RequestHook | undefined;
  /** Returns a newly signed URL when one is about to expire or the server rejects it (401, 403); the playback position is kept. */
  @property({ attribute: false }) refreshSource: ((src: string) => Promise<string>) | undefined;
  /**
   * The attribute `load`: when the first byte is fetched, `eager`, `visible` or `play`. Without it, `preload="none"` means `play`. After
   * the first load, later `src` changes load immediately. The property has another name, because `load` is a method of `<video>`.
   */
  @property({ attribute: 'load' }) loading: LoadMode | null = null;
  /** The playback position at which the media starts, in seconds. */
  @property(numberAttribute('start-time', 0)) startTime = 0;
  /** The playback position, in seconds, at which the player pauses and fires `ended`, or with `loop` seeks to `start-time`. */
  @property(numberAttribute('end-time', Infinity)) endTime = Infinity;
  /**
   * The maximum height of a rendition, in pixels. A taller one is never fetched unless there is no other. Applies from the next source on.
   */
  @property(numberAttribute('max-height', Infinity)) maxHeight = Infinity;
  /** `muted` starts muted when the browser blocks autoplay with audio. */
  @property(textAttribute('autoplay-fallback', 'none')) autoplayFallback: 'none' | 'muted' = 'none';
  /** Pauses the other players of the page while this one plays. */
  @property({ type: Boolean }) exclusive = false;

  /** The absolute URL of the media; empty when there is none. */
  get src(): string {
    return this.#resolveUrl('src');
  }
  set src(value: string) {
    this.#writeAttribute('src', value);
  }

  get type(): string {
    return this.getAttribute('type') ?? '';
  }
  set type(value: string) {
    this.#writeAttribute('type', value);
  }

  get poster(): string {
    return this.#resolveUrl('poster');
  }
  set poster(value: string) {
    this.#writeAttribute('poster', value);
  }

  /** The URL of a file with the chapters: WebVTT, or the JSON of the podcast namespace, with an image for each. */
  get chapters(): string {
    return this.#resolveUrl('chapters');
  }
  set chapters(value: string) {
    this.#writeAttribute('chapters', value);
  }

  /** The URL of a WebVTT file that lists thumbnails, each for a time range: `sprite.jpg#xywh=0,0,160,90`. */
  get thumbnails(): string {
    return this.#resolveUrl('thumbnails');
  }
  set thumbnails(value: string) {
    this.#writeAttribute('thumbnails', value);
  }

  /** Draws the video with its masks; without it, the player plays no video with masks. */
  protected readonly drawMasks?: PlayerOptions['drawMasks'];

  /** The restrictions of what may be shown, as one string; empty when there are none. @internal */
  get restrictions(): string {
    return [this.withdrawn, this.withdrawals, this.masks].join('\n').trim();
  }

  /** The mode that applies: `loading` if it is valid, otherwise the one that `preload` and `autoplay` mean. */
  protected get loadMode(): LoadMode {
    if (this.loading !== null && loadModes.includes(this.loading)) return this.loading;
    return this.getAttribute('preload') === 'none' && !this.autoplay ? 'play' : 'eager';
  }

  /** Preloads the code that plays the source if the mode is `eager`, so that the network is not idle while the player is created. */
  protected preloadCodeIfEager(): void {
    const [source] = this.loadMode === 'eager' ? sourcesOf(this) : [];
    if (source) preloadCode(source, new URL(this.baseURI), this.networkSettings);
  }

  /** Whether fetching this URL contacts no origin other than the page's own; true for `data:` and `blob:`. */
  protected isSameOrigin(url: string): boolean {
    return /^(data|blob):/.test(url) || originsOf(url, this.baseURI)[0] === location.origin;
  }

  protected get networkSettings(): NetworkSettings {
    const streamType = streamTypeOf(this);
    const files = [...fileAttributes.map((name) => this.getAttribute(name)), this.withdrawals, this.masks, this.credentialsTrust];
    const urls = [...files, ...tracksOf(this).map(({ src }) => src)];
    return {
      allow: [...splitList(this.allowOrigins), ...urls.flatMap((url) => originsOf(url, this.baseURI))],
      redirects: this.redirects === 'follow' ? 'follow' : 'error',
      credentials: this.getAttribute('crossorigin') === 'use-credentials' ? 'include' : 'omit',
      ...(typeof this.credentialOrigins === 'string' && { credentialOrigins: splitList(this.credentialOrigins) }),
      nativeHls: this.nativeHls === 'allow',
      ...(this.privacy === 'strict' && { privacy: 'strict' as const }),
      nativeFiles: this.nativeFiles !== 'never',
      withdrawn: this.withdrawn,
      withdrawals: this.withdrawals,
      masks: this.masks,
      maxHeight: this.maxHeight,
      ...(streamType && { streamType }),
      drm: this.drm,
      requestHook: this.requestHook,
      refreshSource: this.refreshSource
    };
  }

  /** Sets or removes an attribute. Frameworks remove one by setting its property to null or undefined. */
  #writeAttribute(name: string, value: string | null | undefined): void {
    if (value === null || value === undefined) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }

  #resolveUrl(name: 'src' | (typeof fileAttributes)[number]): string {
    const attribute = this.getAttribute(name);
    return attribute && URL.canParse(attribute, this.baseURI) ? new URL(attribute, this.baseURI).href : (attribute ?? '');
  }
}
