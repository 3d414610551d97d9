import { adoptStyles, html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { directionOf } from '../i18n/format.js';
import { initialState } from '../media/index.js';
import { Activity } from './activity.js';
import { arrange, type ControlInput } from './arrange.js';
import { Attention } from './attention.js';
import { textAttribute } from './attribute.js';
import { DrawnCaptions } from './captions/drawn-captions.js';
import type { View } from './control.js';
import { controls, type Arrangement, type Place } from './controls/index.js';
import { downloadOf } from './download.js';
import { focusWithin, keepFocus } from './focus.js';
import { Gestures } from './gestures.js';
import type { HotkeyMap } from './hotkeys.js';
import { Keyboard, type HotkeyScope } from './keyboard.js';
import { Notices } from './notices.js';
import { later } from './on-demand.js';
import { PlayerElement } from './player-element.js';
import { playerStyles } from './styles/player.css.js';
import { Texts } from './texts.js';
import { Tips } from './tips.js';

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
  static override styles = playerStyles;

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

  #arrangement: Arrangement = controls;
  #inputs: readonly ControlInput[] | undefined;
  /** Its shadow root came from a server, and Lit is to take it over as it is. */
  #served = false;
  #panel: string | null = null;
  #menuOpen = false;
  readonly #internals = this.attachInternals?.();
  readonly #attention = new Attention(this, () => !this.nocontrols);
  readonly #texts = new Texts(this);
  readonly #captions = new DrawnCaptions(this);
  readonly #notices = new Notices(this);
  readonly #activity = new Activity(this, {
    playing: () => {
      const { playback, cast } = this.player?.state.current ?? initialState;
      return playback.started && !playback.paused && !playback.ended && cast.status === 'off' && !this.#audio;
    },
    held: () => this.#busy || focusWithin(this)?.matches(':focus-visible:not(.surface)') === true
  });
  readonly #gestures = new Gestures({
    view: () => this.#view!,
    activity: this.#activity,
    busy: () => this.#busy,
    onLeap: (seconds) => this.#notices.tellLeap(seconds)
  });

  constructor() {
    super();
    new Tips(this);
    new Keyboard(this, {
      scope: () => (this.nocontrols ? 'none' : this.hotkeys),
      view: () => this.#view,
      onNotice: (text) => this.#notices.tell(text)
    });
  }

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
    this.#arrangement = this.#inputs ? arrange(this.#inputs) : controls;
    this.requestUpdate();
  }

  get #busy(): boolean {
    return this.#menuOpen || later()?.covers(this.#panel) === true;
  }

  get #audio(): boolean {
    return this.audio || this.player?.state.current.picture.absent === true;
  }

  get #view(): View | undefined {
    const { player } = this;
    if (!player) return undefined;
    const rates = this.playbackRates
      .split(/[\s,]+/)
      .map(Number)
      .filter((rate) => rate > 0)
      .sort((a, b) => a - b);
    const hotkeys = this.hotkeys === 'none' ? [] : (later()?.mapHotkeys(this.hotkeyMap) ?? []);
    return {
      player,
      state: player.state.current,
      t: this.#texts.current,
      options: { title: this.titleText, rates, hotkeys, download: downloadOf(this) },
      audio: this.#audio,
      silenced: this.silenced,
      later: later(),
      bring: () => this.#attention.bring(),
      panel: this.#panel,
      show: (panel) => {
        this.#panel = panel;
        void this.#attention.bring();
      }
    };
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

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { consent, cast } = this.player?.state.current ?? initialState;
    // A question that was answered is closed.
    if (this.#panel === 'consent' && !consent.pending) this.#panel = null;
    this.#notices.tellProblem(cast.problem);
    if (this.player && this.player.state.current.mediaSession.title !== this.titleText) this.player.mediaSession.setTitle(this.titleText);
    // A page's own style sheet and ours can both ask for it: `jet-player:state(audio)`.
    if (this.#audio) this.#internals?.states?.add('audio');
    else this.#internals?.states?.delete('audio');
  }

  protected override render() {
    const view = this.#view;
    // All that a server can know: the fallback is seen, as it is without this element.
    if (!view || this.#served) return html`<slot></slot>`;
    if (this.nocontrols) return html`<div class="frame" part="frame">${this.video}</div>`;
    const { state, t, options, audio } = view;
    const { playback } = state;
    const inert = later()?.covers(this.#panel) === true;
    const timeline = html`<div class="timeline" dir="ltr">${this.#place('timeline', view)}</div>`;
    const [name, nameOf] = audio ? [t.audioPlayer, t.audioPlayerOf] : [t.player, t.playerOf];
    return html`
      <div
        class="frame"
        part="frame"
        role="region"
        aria-label=${options.title ? nameOf(options.title) : name}
        lang=${t.lang}
        dir=${directionOf(t.lang) === 'rtl' ? 'rtl' : nothing}
        ?data-audio=${audio}
        ?data-idle=${!this.#activity.active}
        ?data-started=${playback.started}
        ?data-paused=${playback.paused}
        ?data-failed=${state.error.error !== null}
        ?data-captioned=${this.#captions.drawn(state)}
      >
        ${this.video}
        <slot name="poster" ?hidden=${playback.started}></slot>
        <div
          class="surface"
          part="surface"
          tabindex="-1"
          @pointerdown=${this.#gestures.onPointerDown}
          @click=${this.#gestures.onClick}
          @dblclick=${this.#gestures.onDoubleClick}
        ></div>
        ${this.#captions.render(view)}
        <div class="watermark"><slot name="watermark"></slot></div>
        <div class="top controls" part="top" ?inert=${inert}>${this.#place('top', view)}<slot name="top"></slot></div>
        <div class="centre controls" ?inert=${inert} @click=${this.#onCentreClick}>
          ${this.#place('centre', view)}<slot name="center"></slot>
        </div>
        ${this.#notices.render(view)}
        <div class="hidden" aria-live="assertive">${state.descriptions.text}</div>
        <div class="bar controls" part="bar" role="group" aria-label=${t.controls} ?inert=${inert} @toggle=${this.#onToggle}>
          ${audio ? nothing : timeline}
          <div class="row">
            <div class="start">${this.#place('start', view)}<slot name="start"></slot><slot name="bottom-start"></slot></div>
            ${audio ? timeline : nothing}
            <div class="end"><slot name="bottom-end"></slot><slot name="end"></slot>${this.#place('end', view)}</div>
          </div>
        </div>
        ${view.later?.renderPanel(view)}
      </div>
    `;
  }

  #place(place: Place, view: View): unknown[] {
    return this.#arrangement[place].map((control) => (control.shown?.(view) === false ? html`` : control.render(view)));
  }

  #onCentreClick(event: MouseEvent): void {
    if (!this.#busy) keepFocus(this.renderRoot, event);
  }

  protected override askViewer(): void {
    if (this.nocontrols) return super.askViewer();
    this.#panel = 'consent';
    void this.#attention.bring();
  }

  #onToggle({ target }: Event): void {
    this.#menuOpen = (target as Partial<HTMLElementTagNameMap['jet-menu']>).open === true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'jet-player': JetPlayer;
  }
}
