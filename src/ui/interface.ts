import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { directionOf } from '../i18n/format.js';
import { initialState } from '../media/index.js';
import { Activity } from './activity.js';
import { arrange } from './arrange.js';
import type { Attention } from './attention.js';
import { DrawnCaptions } from './captions/drawn-captions.js';
import type { View } from './control.js';
import { controls, type Arrangement, type Place } from './controls/index.js';
import { downloadOf } from './download.js';
import { JetSlider } from './elements/jet-slider.js';
import { focusWithin, keepFocus } from './focus.js';
import { Gestures } from './gestures.js';
import type { JetPlayer } from './jet-player.js';
import { Keyboard } from './keyboard.js';
import { Notices } from './notices.js';
import { later } from './on-demand.js';
import { registerAll } from './register.js';
import { isSoundOnly } from './sound-only.js';
import { Texts } from './texts.js';
import { Tips } from './tips.js';

export { interfaceStyles } from './styles/interface.css.js';

/** Registers the elements of the first sight. */
export const defineInterfaceElements = (): void => registerAll({ 'jet-slider': JetSlider });

/** What the frame around the picture says of the interface. */
export interface FrameMarks {
  readonly name: string;
  readonly lang: string;
  readonly rtl: boolean;
  /** Nothing but the picture is to be seen. */
  readonly idle: boolean;
  /** The player draws the captions, and not the browser. */
  readonly captioned: boolean;
}

/** What a viewer sees and touches of a `<jet-player>`: the state in, the controls out. */
export class Interface implements ReactiveController {
  readonly #host: JetPlayer;
  readonly #attention: Attention;
  #arrangement: Arrangement = controls;
  #arranged: JetPlayer['controls'] = true;
  #panel: string | null = null;
  #menuOpen = false;
  readonly #texts: Texts;
  readonly #captions: DrawnCaptions;
  readonly #notices: Notices;
  readonly #activity: Activity;
  readonly #gestures: Gestures;

  constructor(host: JetPlayer, attention: Attention) {
    this.#host = host;
    this.#attention = attention;
    this.#texts = new Texts(host);
    this.#captions = new DrawnCaptions(host);
    this.#notices = new Notices(host);
    this.#activity = new Activity(host, {
      playing: () => {
        const { playback, cast } = host.player?.state.current ?? initialState;
        return playback.started && !playback.paused && !playback.ended && cast.status === 'off' && !isSoundOnly(host);
      },
      held: () => this.#busy || focusWithin(host)?.matches(':focus-visible:not(.surface)') === true
    });
    this.#gestures = new Gestures({
      view: () => this.view!,
      activity: this.#activity,
      busy: () => this.#busy,
      onLeap: (seconds) => this.#notices.tellLeap(seconds)
    });
    new Tips(host);
    new Keyboard(host, {
      scope: () => (host.nocontrols ? 'none' : host.hotkeys),
      view: () => this.view,
      onNotice: (text) => this.#notices.tell(text)
    });
    host.addController(this);
  }

  /** What is drawn; undefined before there is a player. */
  get view(): View | undefined {
    const host = this.#host;
    const { player } = host;
    if (!player) return undefined;
    const rates = host.playbackRates
      .split(/[\s,]+/)
      .map(Number)
      .filter((rate) => rate > 0)
      .sort((a, b) => a - b);
    const hotkeys = host.hotkeys === 'none' ? [] : (later()?.mapHotkeys(host.hotkeyMap) ?? []);
    return {
      player,
      state: player.state.current,
      t: this.#texts.current,
      options: { title: host.titleText, rates, hotkeys, download: downloadOf(host) },
      audio: isSoundOnly(host),
      silenced: host.silenced,
      later: later(),
      bring: () => this.#attention.bring(),
      panel: this.#panel,
      show: (panel) => this.show(panel)
    };
  }

  get #busy(): boolean {
    return this.#menuOpen || later()?.covers(this.#panel) === true;
  }

  /** Opens a panel by its name, or closes it with null. */
  show(panel: string | null): void {
    this.#panel = panel;
    void this.#attention.bring();
  }

  hostUpdate(): void {
    const { consent, cast } = this.#host.player?.state.current ?? initialState;
    // A question that was answered is closed.
    if (this.#panel === 'consent' && !consent.pending) this.#panel = null;
    this.#notices.tellProblem(cast.problem);
  }

  marks({ t, options, audio, state }: View): FrameMarks {
    const [name, nameOf] = audio ? [t.audioPlayer, t.audioPlayerOf] : [t.player, t.playerOf];
    return {
      name: options.title ? nameOf(options.title) : name,
      lang: t.lang,
      rtl: directionOf(t.lang) === 'rtl',
      idle: !this.#activity.active,
      captioned: this.#captions.drawn(state)
    };
  }

  /** All that lies over the picture. */
  render(view: View): TemplateResult {
    const { state, t, audio } = view;
    const inert = later()?.covers(this.#panel) === true;
    const timeline = html`<div class="timeline" dir="ltr">${this.#place('timeline', view)}</div>`;
    return html`
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
    `;
  }

  #place(place: Place, view: View): unknown[] {
    const { controls: given } = this.#host;
    if (given !== this.#arranged) {
      this.#arranged = given;
      this.#arrangement = typeof given === 'object' ? arrange(given) : controls;
    }
    return this.#arrangement[place].map((control) => (control.shown?.(view) === false ? html`` : control.render(view)));
  }

  readonly #onCentreClick = (event: MouseEvent): void => {
    if (!this.#busy) keepFocus(this.#host.renderRoot, event);
  };

  readonly #onToggle = ({ target }: Event): void => {
    this.#menuOpen = (target as Partial<HTMLElementTagNameMap['jet-menu']>).open === true;
  };
}
