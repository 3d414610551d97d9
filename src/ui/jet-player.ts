import { adoptStyles, html, nothing, type PropertyValues } from 'lit';
import type { Player, PlayerOptions, PrivacyReport } from '../media/index.js';
import type { AiLabel } from './ai-label/ai-label.js';
import type { ControlInput } from './interface/arrange-controls.js';
import { LoadAtInteraction, onNextInteraction } from './lazy/load-at-interaction.js';
import type { Icons } from './icons/icon-names.js';
import type { HotkeyMap } from './interface/hotkeys.js';
import { untilInterfaceMayLoad } from './lazy/until-interface-may-load.js';
import type * as InterfaceCode from './interface/player-interface.js';
import type { PlayerInterface } from './interface/player-interface.js';
import type { HotkeyScope } from './interface/keyboard.js';
import { loadAiLabel } from './lazy/load-ai-label.js';
import { loadCredentials } from './lazy/load-credentials.js';
import { loadInterface, interfaceCode, deferredInterfaceCode } from './lazy/lazy-chunks.js';
import { PlayerElement } from './host/player-element.js';
import { property, textAttribute } from './lit/property.js';
import { isAudioOnly } from './host/audio-only.js';
import { frameStyles } from './styles/frame.css.js';

const defaultRates = '0.25 0.5 0.75 1 1.25 1.5 1.75 2';

/** The privacy report of a `<jet-player>`, with what the element itself can tell. */
export interface PlayerPrivacyReport extends PrivacyReport {
  /**
   * Whether the AI label can be seen at this moment: `hidden` when a style sheet of the page hides it or cuts it off, or while it is not
   * loaded; `none` without `ai-label`.
   */
  readonly aiLabel: 'none' | 'visible' | 'hidden';
}

/**
 * A video player that contacts only the hosts that its publisher named.
 *
 * @slot poster - Over the video until playback starts.
 * @slot watermark - Over the video, always.
 * @slot top - Next to the title.
 * @slot center - In the middle of the video.
 * @slot bottom-start - After the controls at the start of the bar; `start` is the same.
 * @slot bottom-end - Before the controls at the end of the bar; `end` is the same.
 * @slot error - Replaces the player's error message.
 */
export class JetPlayer extends PlayerElement {
  static override styles = frameStyles;

  /** Shows no interface: for a page that has its own, or for a `<media-controller>`. */
  @property({ type: Boolean, reflect: true }) nocontrols = false;
  /** Shows the compact bar, for audio without video. A source without video gets it automatically. */
  @property({ type: Boolean, reflect: true }) audio = false;
  @property(textAttribute('title-text', '')) titleText = '';
  /** The playback rates that the viewer can choose, space-separated; 1 is normal. */
  @property(textAttribute('playback-rates', defaultRates)) playbackRates = defaultRates;
  /** `document` listens for keys on the whole page when this is its only player; `none` leaves the keyboard to the page. */
  @property(textAttribute('hotkeys', 'player')) hotkeys: HotkeyScope = 'player';
  /**
   * Replaces keys: `{ mute: 's', help: ['?', 'F1'], percent: null }`. The names are those of `Hotkey.name`. Latin letters also work in
   * keyboard layouts of other scripts, by physical key. `percent` takes digits only.
   */
  @property({ attribute: false }) hotkeyMap: HotkeyMap = {};
  /**
   * Replaces icons: `{ play: 'M6 4v16l14-8z', settings: { filled: 'M12 2…' } }`. Each is the `d` of one SVG path in a view box of 24 by 24,
   * which is stroked, or filled.
   */
  @property({ attribute: false }) icons: Icons = {};
  /** Offers a download: a URL, or an empty string when the source itself is a file. */
  @property() download: string | null = null;
  /** `never` forbids saving the transcript as a file. */
  @property(textAttribute('transcript-export', 'allow')) transcriptExport: 'never' | 'allow' = 'allow';
  /** The URL that a viewer passes on with a link to a moment or a clip; without it, that of the page, without its query and fragment. */
  @property(textAttribute('share-url', '')) shareUrl = '';
  /**
   * Shows a label that the media are `generated` or `modified` by artificial intelligence (Regulation (EU) 2024/1689, Article 50(4)). The
   * label of any other value says that one of the two is true, and the console has a warning. Null shows none.
   */
  @property({ attribute: 'ai-label' }) aiLabel: 'generated' | 'modified' | null = null;

  #controlInputs: readonly ControlInput[] | undefined;
  /** Whether Lit hydrates a shadow root that was rendered on a server. */
  #hydrating = false;
  #interface: PlayerInterface | undefined;
  #interfaceLoading: Promise<void> | undefined;
  /** Null when the code of the label could not be loaded, undefined while it has not been. */
  #aiLabel: AiLabel | null | undefined;
  #aiLabelLoading: Promise<void> | undefined;
  /** The canvas with the masked frames of the video, while a source with masks is loaded. */
  #maskedCanvas: HTMLCanvasElement | undefined;
  readonly #internals = this.attachInternals?.();
  readonly #loadAtInteraction = new LoadAtInteraction(this, () => !this.nocontrols);

  /**
   * Whether the player shows an interface, as on `<video>`; true by default, false with `nocontrols`.
   *
   * A list of names sets which controls are shown and in which order; it can also add the page's own controls:
   * ```js
   * player.controls = ['seek', 'play', 'time', { name: 'captions', place: 'start' },
   *   { name: 'share', label: 'Share', icon: 'M12 2v13m4-9-4-4-4 4M4 12v8h16v-8', run: () => navigator.share({ url: location.href }) },
   *   'settings', 'fullscreen'];
   * ```
   * The getter then returns that list, which is truthy. Setting `true` restores the default order.
   */
  get controls(): boolean | readonly ControlInput[] {
    return this.nocontrols ? false : (this.#controlInputs ?? true);
  }
  set controls(value: boolean | readonly ControlInput[]) {
    this.nocontrols = value === false;
    this.#controlInputs = typeof value === 'object' ? [...value] : undefined;
    this.requestUpdate();
  }

  /** Returns the contacted origins, the blocked origins, the stored data, and whether the AI label can be seen, as plain data. */
  override privacyReport(): PlayerPrivacyReport {
    return { ...super.privacyReport(), aiLabel: this.#hasAiLabel ? (this.#aiLabel?.visibility ?? 'hidden') : 'none' };
  }

  /** Whether there is a label. Frameworks set the property to null or undefined to remove it. */
  get #hasAiLabel(): boolean {
    return typeof this.aiLabel === 'string';
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const { shadowRoot } = this;
    this.#hydrating = shadowRoot !== null && 'litElementHydrateSupport' in globalThis;
    // Styles are adopted because the page's CSP may have blocked the inline style; without hydration the served nodes would duplicate the
    // new ones.
    if (shadowRoot && this.#hydrating) adoptStyles(shadowRoot, (this.constructor as typeof JetPlayer).elementStyles);
    else shadowRoot?.replaceChildren();
    return super.createRenderRoot();
  }

  protected override firstUpdated(): void {
    if (!this.#hydrating) return;
    this.#hydrating = false;
    this.requestUpdate();
  }

  /** Resolves after the interface is loaded and rendered as well. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    if (!this.#interfaceLoading) return isComplete;
    await this.#interfaceLoading;
    return super.getUpdateComplete();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this.player) return;
    // In a style of its own, because the video may be in the document of a picture-in-picture window.
    this.video.style.setProperty('visibility', this.masks ? 'hidden' : '', 'important');
    if (typeof this.credentials === 'string') loadCredentials(this);
    if (this.#hasAiLabel) this.#aiLabelLoading ??= this.#loadAiLabel();
    if (!this.nocontrols && !this.#interface) this.#loadInterface(this.player);
    if (this.player.state.current.mediaSession.title !== this.titleText) this.player.mediaSession.setTitle(this.titleText);
    // The page's style sheet and the player's can select this state: `jet-player:state(audio)`.
    if (isAudioOnly(this)) this.#internals?.states?.add('audio');
    else this.#internals?.states?.delete('audio');
  }

  protected override render() {
    // On a server, and while hydrating, only the fallback content is rendered.
    if (!this.player || this.#hydrating) return html`<slot></slot>`;
    const { playback, source } = this.player.state.current;
    const shownInterface = this.nocontrols ? undefined : this.#interface;
    const view = shownInterface?.view;
    const attributes = view && shownInterface?.frameAttributes(view);
    return html`
      <div
        class="frame"
        part="frame"
        ?hidden=${this.#hasAiLabel && this.#aiLabel === undefined}
        role=${attributes ? 'region' : nothing}
        aria-label=${attributes?.name ?? nothing}
        lang=${attributes?.lang ?? nothing}
        dir=${attributes?.rtl ? 'rtl' : nothing}
        ?data-audio=${view?.audio}
        ?data-idle=${attributes?.idle}
        ?data-started=${playback.started}
        ?data-paused=${playback.paused}
        ?data-failed=${source.error !== null}
        ?data-captioned=${attributes?.captioned}
        ?data-scrubbing=${attributes?.scrubbing}
      >
        ${this.video} ${this.masks && this.#maskedCanvas ? this.#maskedCanvas : nothing}
        ${this.nocontrols ? nothing : html`<slot name="poster" ?hidden=${playback.started}></slot>`} ${view && shownInterface?.render(view)}
      </div>
    `;
  }

  protected override readonly drawMasks: PlayerOptions['drawMasks'] = async (masks, signal) => {
    const { MaskedVideo } = await import('./masks/masked-video.js');
    signal.throwIfAborted();
    this.#maskedCanvas = new MaskedVideo(this.video, masks, signal).canvas;
    this.requestUpdate();
    const removeCanvas = () => {
      this.#maskedCanvas = undefined;
      this.requestUpdate();
    };
    signal.addEventListener('abort', removeCanvas, { once: true });
  };

  /** Shows the player as soon as its label is loaded, so that no viewer sees the poster or the video without the label. */
  async #loadAiLabel(): Promise<void> {
    this.#aiLabel = await loadAiLabel(this);
    this.requestUpdate();
  }

  protected override askViewer(): void {
    if (this.nocontrols) return super.askViewer();
    // Without an interface, consent requests are declined.
    const ask = () => (this.#interface ? this.#interface.show('consent') : super.askViewer());
    if (this.#interface) ask();
    else void this.updateComplete.then(ask);
  }

  /**
   * Loads the interface after the first frame, because fetching and rendering it would compete with the media for the network and the
   * main thread. When loading fails, the browser's own controls are shown, and the next interaction retries.
   */
  #loadInterface({ session }: Player): void {
    const code = interfaceCode();
    if (code) return this.#mountInterface(code);
    this.#interfaceLoading ??= untilInterfaceMayLoad(session, this.video, this)
      .then(loadInterface)
      .then(
        (loadedCode) => {
          this.#mountInterface(loadedCode);
          this.requestUpdate();
        },
        () => {
          this.video.controls = !this.nocontrols;
          onNextInteraction(this, () => {
            this.#interfaceLoading = undefined;
            this.requestUpdate();
          });
        }
      );
  }

  #mountInterface({ PlayerInterface, interfaceStyles, restyleOnChanges }: typeof InterfaceCode): void {
    if (this.#interface) return;
    this.video.controls = false;
    adoptStyles(this.shadowRoot!, [...(this.constructor as typeof JetPlayer).elementStyles, ...interfaceStyles]);
    restyleOnChanges(this.shadowRoot!);
    this.#interface = new PlayerInterface(this, { code: deferredInterfaceCode, load: () => this.#loadAtInteraction.loadAndRender() });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'jet-player': JetPlayer;
  }
}
