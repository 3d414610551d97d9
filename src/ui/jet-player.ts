import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { en } from '../i18n/en.js';
import { spokenTime } from '../i18n/format.js';
import { translate } from '../i18n/translate.js';
import { initialState } from '../media/index.js';
import { textAttribute } from './attribute.js';
import { Activity } from './activity.js';
import type { Control, View } from './control.js';
import { controls, type Place } from './controls/index.js';
import { focusWithin } from './focus.js';
import { Gestures } from './gestures.js';
import { hotkeyFor } from './hotkeys.js';
import { languageOf } from './language.js';
import { panels } from './panels/index.js';
import { PlayerElement } from './player-element.js';
import { playerStyles } from './styles/player.css.js';

/** What is shown for a moment after a key or a gesture; made anew at every rendering, so that it says what came of it. */
interface Notice {
  readonly number: number;
  text(view: View): string;
}

const defaultRates = '0.5 0.75 1 1.25 1.5 1.75 2';

/**
 * A video player that contacts nobody but the hosts its publisher named.
 *
 * @slot top - Beside the title.
 * @slot start - After the controls at the start of the bar.
 * @slot end - Before the controls at the end of the bar.
 */
export class JetPlayer extends PlayerElement {
  static override styles = playerStyles;
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** No interface: for a page that brings its own, or for a `<media-controller>`. */
  @property({ type: Boolean, reflect: true }) nocontrols = false;
  @property(textAttribute('title-text', '')) titleText = '';
  /** The speeds on offer, space-separated; 1 is normal. */
  @property(textAttribute('playback-rates', defaultRates)) playbackRates = defaultRates;
  /** `none` leaves the keyboard to the page. */
  @property(textAttribute('hotkeys', 'player')) hotkeys: 'player' | 'none' = 'player';

  #t = en;
  #panel: string | null = null;
  #notice: Notice | undefined;
  #menuOpen = false;
  readonly #activity = new Activity(this, {
    playing: () => {
      const { started, paused, ended } = this.player?.state.current.playback ?? initialState.playback;
      return started && !paused && !ended;
    },
    held: () => this.#busy || focusWithin(this)?.matches(':focus-visible:not(.surface)') === true
  });
  readonly #gestures = new Gestures({
    view: () => this.#view!,
    activity: this.#activity,
    busy: () => this.#busy,
    onLeap: (seconds) => this.#tell(({ t }) => (seconds > 0 ? t.forward : t.back)(spokenTime(seconds, t.lang)))
  });

  constructor() {
    super();
    this.addEventListener('keydown', (event) => this.#onKey(event));
  }

  /** As with `<video>`: whether there is an interface; here there is, unless `nocontrols` says otherwise. */
  get controls(): boolean {
    return !this.nocontrols;
  }
  set controls(value: boolean) {
    this.nocontrols = !value;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#speak();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang' && this.isConnected) void this.#speak();
  }

  get #busy(): boolean {
    return this.#menuOpen || this.#panel !== null;
  }

  get #view(): View | undefined {
    const { player } = this;
    if (!player) return undefined;
    const rates = this.playbackRates
      .split(/[\s,]+/)
      .map(Number)
      .filter((rate) => rate > 0)
      .sort((a, b) => a - b);
    return {
      player,
      state: player.state.current,
      t: this.#t,
      options: { title: this.titleText, rates, hotkeys: this.hotkeys !== 'none' },
      silenced: this.silenced,
      panel: this.#panel,
      show: (panel) => {
        this.#panel = panel;
        this.requestUpdate();
      }
    };
  }

  protected override render() {
    const view = this.#view;
    if (!view) return nothing;
    if (this.nocontrols) return html`<div class="frame" part="frame">${this.video}</div>`;
    const { state, t, options } = view;
    const inert = this.#panel !== null;
    return html`
      <div
        class="frame"
        part="frame"
        role="region"
        aria-label=${options.title ? t.playerOf(options.title) : t.player}
        lang=${t.lang}
        ?data-idle=${!this.#activity.active}
        ?data-started=${state.playback.started}
        ?data-paused=${state.playback.paused}
        ?data-failed=${state.error.error !== null}
      >
        ${this.video}
        <div
          class="surface"
          part="surface"
          tabindex="-1"
          @pointerdown=${this.#gestures.onPointerDown}
          @click=${this.#gestures.onClick}
          @dblclick=${this.#gestures.onDoubleClick}
        ></div>
        <div class="top controls" part="top" ?inert=${inert}>${this.#place('top', view)}<slot name="top"></slot></div>
        <div class="centre controls" ?inert=${inert}>${this.#place('centre', view)}</div>
        <div class="notice" role="status" @animationend=${this.#hush}>${this.#renderNotice(view)}</div>
        <div class="bar controls" part="bar" role="group" aria-label=${t.controls} ?inert=${inert} @toggle=${this.#onToggle}>
          <div class="timeline">${this.#place('timeline', view)}</div>
          <div class="row">
            <div class="start">${this.#place('start', view)}<slot name="start"></slot></div>
            <div class="end"><slot name="end"></slot>${this.#place('end', view)}</div>
          </div>
        </div>
        ${this.#renderPanel(view)}
      </div>
    `;
  }

  #place(place: Place, view: View): TemplateResult[] {
    const here: readonly Control[] = controls[place];
    return here.map((control) => (control.shown?.(view) === false ? html`` : control.render(view)));
  }

  #renderNotice(view: View) {
    if (!this.#notice) return nothing;
    return keyed(this.#notice.number, html`<span part="notice">${this.#notice.text(view)}</span>`);
  }

  #renderPanel(view: View): TemplateResult {
    const panel = panels.find(({ name }) => name === this.#panel);
    return html`
      <jet-dialog
        part="panel"
        exportparts="dialog"
        .label=${panel?.title(view.t) ?? ''}
        .closeLabel=${view.t.close}
        .open=${panel !== undefined}
        @close=${() => view.show(null)}
        >${panel?.render(view)}</jet-dialog
      >
    `;
  }

  #onToggle({ target }: Event): void {
    this.#menuOpen = (target as Partial<HTMLElementTagNameMap['jet-menu']>).open === true;
  }

  #onKey(event: KeyboardEvent): void {
    const view = this.#view;
    if (!view || this.nocontrols || this.hotkeys === 'none') return;
    const hotkey = hotkeyFor(event);
    if (!hotkey) return;
    event.preventDefault();
    hotkey.run(view, event.key);
    if (hotkey.notice) this.#tell(hotkey.notice);
  }

  #tell(text: Notice['text']): void {
    this.#notice = { number: (this.#notice?.number ?? 0) + 1, text };
    this.requestUpdate();
  }

  #hush(): void {
    this.#notice = undefined;
    this.requestUpdate();
  }

  async #speak(): Promise<void> {
    const tag = languageOf(this);
    const t = await translate(tag);
    if (tag !== languageOf(this)) return;
    this.#t = t;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'jet-player': JetPlayer;
  }
}
