import { adoptStyles, html, nothing, type PropertyValues } from 'lit';
import type { Player } from '../media/index.js';
import type { ControlInput } from './arrange.js';
import { Attention, atNextSign } from './attention.js';
import { textAttribute } from './attribute.js';
import { firstFrame } from './first-frame.js';
import type { HotkeyMap } from './hotkeys.js';
import type * as InterfaceCode from './interface.js';
import type { Interface } from './interface.js';
import type { HotkeyScope } from './keyboard.js';
import { bringInterface, interfaceCode } from './on-demand.js';
import { PlayerElement } from './player-element.js';
import { property } from './property.js';
import { isSoundOnly } from './sound-only.js';
import { frameStyles } from './styles/frame.css.js';

const defaultRates = '0.25 0.5 0.75 1 1.25 1.5 1.75 2';

/**
 * A video player that contacts nobody but the hosts its publisher named.
 *
 * @slot poster - Over the picture until it starts.
 * @slot watermark - Over the picture, always.
 * @slot top - Beside the title.
 * @slot center - In the middle of the picture.
 * @slot bottom-start - After the controls at the start of the bar; `start` is the same.
 * @slot bottom-end - Before the controls at the end of the bar; `end` is the same.
 * @slot error - Instead of what the player says about an error.
 */
export class JetPlayer extends PlayerElement {
  static override styles = frameStyles;

  /** No interface: for a page that brings its own, or for a `<media-controller>`. */
  @property({ type: Boolean, reflect: true }) nocontrols = false;
  /** The compact bar, for sound without a picture; a source that has none gets it by itself. */
  @property({ type: Boolean, reflect: true }) audio = false;
  @property(textAttribute('title-text', '')) titleText = '';
  /** The speeds on offer, space-separated; 1 is normal. */
  @property(textAttribute('playback-rates', defaultRates)) playbackRates = defaultRates;
  /** `document` hears keys on the whole page, where this is its only player; `none` leaves the keyboard to the page. */
  @property(textAttribute('hotkeys', 'player')) hotkeys: HotkeyScope = 'player';
  /** Other keys: `{ mute: 's', help: ['?', 'F1'], percent: null }`; the names are those of the help dialog's lines. */
  @property({ attribute: false }) hotkeyMap: HotkeyMap = {};
  /** Offers the film as a file: an address, or nothing where the source itself is a file. */
  @property() download: string | null = null;

  #inputs: readonly ControlInput[] | undefined;
  /** Its shadow root came from a server, and Lit is to take it over as it is. */
  #served = false;
  #interface: Interface | undefined;
  #arriving: Promise<void> | undefined;
  readonly #internals = this.attachInternals?.();
  readonly #attention = new Attention(this, () => !this.nocontrols);

  /**
   * Whether there is an interface, as with `<video>`; here there is, unless `nocontrols` says otherwise.
   *
   * Set to a list, it says which controls there are and in which order, by their names, and adds ones of the page's own:
   * ```js
   * player.controls = ['seek', 'play', 'time', { name: 'captions', place: 'start' },
   *   { name: 'share', label: 'Share', icon: 'M12 2v13m4-9-4-4-4 4M4 12v8h16v-8', run: () => navigator.share({ url: location.href }) },
   *   'settings', 'fullscreen'];
   * ```
   * It then reads as that list, which is as true as `true`. Setting `true` brings the player's own order back.
   */
  get controls(): boolean | readonly ControlInput[] {
    return this.nocontrols ? false : (this.#inputs ?? true);
  }
  set controls(value: boolean | readonly ControlInput[]) {
    this.nocontrols = value === false;
    this.#inputs = typeof value === 'object' ? [...value] : undefined;
    this.requestUpdate();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const { shadowRoot } = this;
    this.#served = shadowRoot !== null && 'litElementHydrateSupport' in globalThis;
    // The page's policy may have refused the style that came with the markup; and what nobody takes over would stay beside the new.
    if (shadowRoot && this.#served) adoptStyles(shadowRoot, (this.constructor as typeof JetPlayer).elementStyles);
    else shadowRoot?.replaceChildren();
    return super.createRenderRoot();
  }

  protected override firstUpdated(): void {
    if (!this.#served) return;
    this.#served = false;
    this.requestUpdate();
  }

  /** Waits for the interface, too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    if (!this.#arriving) return done;
    await this.#arriving;
    return super.getUpdateComplete();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this.player) return;
    if (!this.nocontrols && !this.#interface) this.#arrive(this.player);
    if (this.player.state.current.mediaSession.title !== this.titleText) this.player.mediaSession.setTitle(this.titleText);
    // A page's own style sheet and ours can both ask for it: `jet-player:state(audio)`.
    if (isSoundOnly(this)) this.#internals?.states?.add('audio');
    else this.#internals?.states?.delete('audio');
  }

  protected override render() {
    // All that a server can know: the fallback is seen, as it is without this element.
    if (!this.player || this.#served) return html`<slot></slot>`;
    const { playback, error } = this.player.state.current;
    const shown = this.nocontrols ? undefined : this.#interface;
    const view = shown?.view;
    const marks = view && shown?.marks(view);
    return html`
      <div
        class="frame"
        part="frame"
        role=${marks ? 'region' : nothing}
        aria-label=${marks?.name ?? nothing}
        lang=${marks?.lang ?? nothing}
        dir=${marks?.rtl ? 'rtl' : nothing}
        ?data-audio=${view?.audio}
        ?data-idle=${marks?.idle}
        ?data-started=${playback.started}
        ?data-paused=${playback.paused}
        ?data-failed=${error.error !== null}
        ?data-captioned=${marks?.captioned}
      >
        ${this.video} ${this.nocontrols ? nothing : html`<slot name="poster" ?hidden=${playback.started}></slot>`}
        ${view && shown?.render(view)}
      </div>
    `;
  }

  protected override askViewer(): void {
    if (this.nocontrols) return super.askViewer();
    // Where there is nothing to ask the question with, nobody says yes.
    const ask = () => (this.#interface ? this.#interface.show('consent') : super.askViewer());
    if (this.#interface) ask();
    else void this.updateComplete.then(ask);
  }

  /**
   * Brings the interface, behind the first frame: to fetch and to draw it takes the line and the thread that the film needs to begin.
   * Where it does not come the browser's own stands in, and the next sign of a viewer asks again.
   */
  #arrive({ session }: Player): void {
    const code = interfaceCode();
    if (code) return this.#wear(code);
    this.#arriving ??= firstFrame(session, this.video, this)
      .then(bringInterface)
      .then(
        (come) => {
          this.#wear(come);
          this.requestUpdate();
        },
        () => {
          this.video.controls = !this.nocontrols;
          atNextSign(this, () => {
            this.#arriving = undefined;
            this.requestUpdate();
          });
        }
      );
  }

  #wear({ Interface, interfaceStyles }: typeof InterfaceCode): void {
    if (this.#interface) return;
    this.video.controls = false;
    adoptStyles(this.shadowRoot!, [...(this.constructor as typeof JetPlayer).elementStyles, ...interfaceStyles]);
    this.#interface = new Interface(this, this.#attention);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'jet-player': JetPlayer;
  }
}
