import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { directionOf } from '../../i18n/format.js';
import { initialState } from '../../media/index.js';
import { UserActivity } from './user-activity.js';
import { arrangeControls } from './arrange-controls.js';
import { RenderedCaptions } from '../captions/rendered-captions.js';
import type { View } from '../view.js';
import { playbackIcon } from '../controls/play.js';
import { skipSeconds } from '../controls/skip.js';
import { controls, type Arrangement, type Place } from '../controls/index.js';
import { playlistOf } from '../host/playlist.js';
import { JetSlider } from '../elements/jet-slider.js';
import { focusedElementIn, keepFocus } from '../elements/focus.js';
import { Gestures } from './gestures.js';
import type { Press, PressOptions } from './hold-speed.js';
import type { FrameAttributes, InterfaceHost } from './interface-host.js';
import { publisherOptions } from './publisher-options.js';
import type { LazyDeferredInterface, DeferredParts } from './deferred-interface.js';
import { Notices } from './notices.js';
import { registerAll } from '../lit/register.js';
import { isAudioOnly } from '../host/audio-only.js';
import { Localization } from './localization.js';
import { Scrub } from './scrub.js';

export * from '../styles/index.js';

/** Registers the elements that the interface shows from the start. */
export const defineInterfaceElements = (): void => registerAll({ 'jet-slider': JetSlider });

/** The interface of a `<jet-player>`: renders the controls from the player's state. */
export class PlayerInterface implements ReactiveController {
  readonly #host: InterfaceHost;
  readonly #deferred: LazyDeferredInterface;
  #arrangement: Arrangement = controls;
  #arrangedFor: InterfaceHost['controls'] = true;
  #panel: string | null = null;
  #menuOpen = false;
  readonly #localization: Localization;
  readonly #captions: RenderedCaptions;
  readonly #notices: Notices;
  readonly #activity: UserActivity;
  readonly #gestures: Gestures;
  readonly #scrub: Scrub;
  #press: Press | undefined;
  /** What the deferred interface has added to the player; undefined until then. */
  #deferredParts: DeferredParts | undefined;

  constructor(host: InterfaceHost, deferred: LazyDeferredInterface) {
    this.#host = host;
    this.#deferred = deferred;
    this.#localization = new Localization(host);
    this.#captions = new RenderedCaptions(host);
    this.#notices = new Notices(host);
    this.#activity = new UserActivity(host, {
      isPlaying: () => {
        const { playback, cast } = host.player?.state.current ?? initialState;
        return (
          playback.started &&
          !playback.paused &&
          !playback.ended &&
          cast.status === 'off' &&
          !this.#deferredParts?.pip.active &&
          !isAudioOnly(host)
        );
      },
      keepsVisible: () => this.#hasOpenPopup || focusedElementIn(host)?.matches(':focus-visible:not(.surface)') === true
    });
    this.#gestures = new Gestures({
      view: () => this.view!,
      activity: this.#activity,
      hasOpenPopup: () => this.#hasOpenPopup,
      onPress: (event) => this.#onPress(event),
      wasHold: () => this.#press?.isHold === true,
      onToggle: () => this.#notices.show({ icon: playbackIcon }),
      onSkip: (seconds) => this.#notices.showSkip(seconds, true)
    });
    this.#scrub = new Scrub(host);
    host.addController(this);
  }

  /** The view that the controls render; undefined before there is a player. */
  get view(): View | undefined {
    const host = this.#host;
    const { player } = host;
    if (!player) return undefined;
    const playlist = playlistOf(host);
    return {
      player,
      state: player.state.current,
      t: this.#localization.current,
      options: publisherOptions(host, this.#deferred.code(), playlist !== undefined),
      audio: isAudioOnly(host),
      idle: !this.#activity.active,
      autoMuted: host.autoMuted,
      menuContents: this.#deferred.code(),
      loadMenus: () => this.#deferred.load(),
      scrubPosition: this.#scrub.position,
      scrub: this.#scrub.moveTo,
      playlist,
      pip: { active: this.#deferredParts?.pip.active === true, toggle: () => this.#togglePip() },
      panel: this.#panel,
      show: (panel) => this.show(panel),
      notify: (text) => this.#notices.show({ text }),
      refresh: () => host.requestUpdate()
    };
  }

  get #hasOpenPopup(): boolean {
    return this.#menuOpen || this.#isModal;
  }

  /** Whether a panel is open that covers the player. */
  get #isModal(): boolean {
    return this.#deferred.code()?.isModal(this.#panel) === true;
  }

  /** Opens a panel by its name, or closes it with null. */
  show(panel: string | null): void {
    this.#panel = panel;
    void this.#deferred.load();
  }

  hostDisconnected(): void {
    this.#press?.end();
  }

  hostUpdate(): void {
    this.#attachDeferredPartsOnce();
    const state = this.#host.player?.state.current ?? initialState;
    // The consent panel closes when the request has been answered.
    if (this.#panel === 'consent' && !state.consent.pending) this.#panel = null;
    this.#notices.showChanges(state);
  }

  frameAttributes({ t, options, audio, idle, state }: View): FrameAttributes {
    const [name, nameOf] = audio ? [t.audioPlayer, t.audioPlayerOf] : [t.player, t.playerOf];
    return {
      name: options.title ? nameOf(options.title) : name,
      lang: t.lang,
      rtl: directionOf(t.lang) === 'rtl',
      idle,
      scrubbing: this.#scrub.position !== null,
      captioned: this.#captions.rendersCaptions(state)
    };
  }

  /** Renders everything over the video. */
  render(view: View): TemplateResult {
    const { state, t, audio } = view;
    const deferredInterface = this.#deferred.code();
    const inert = this.#isModal;
    const timeline = html`<div class="timeline" part="timeline" dir="ltr">${this.#renderSlot('timeline', view)}</div>`;
    return html`
      <div
        class="surface"
        part="surface"
        tabindex="-1"
        @pointerdown=${this.#gestures.onPointerDown}
        @click=${this.#gestures.onClick}
        @dblclick=${this.#gestures.onDoubleClick}
        @contextmenu=${this.#gestures.onContextMenu}
      ></div>
      ${
        view.scrubPosition !== null && state.thumbnails.available
          ? html`<jet-preview fills .seconds=${view.scrubPosition} .thumbnailAt=${view.player.thumbnails.at}></jet-preview>`
          : nothing
      }
      ${this.#captions.render(view)} ${deferredInterface?.renderArtwork(view)}
      <div class="watermark"><slot name="watermark"></slot></div>
      <div class="top controls" part="top" ?inert=${inert}>${this.#renderSlot('top', view)}<slot name="top"></slot></div>
      <div class="center controls" ?inert=${inert} @click=${this.#onCenterClick}>
        ${this.#renderSlot('center', view)}<slot name="center"></slot>
      </div>
      ${this.#notices.render(view)}
      <div class="hidden" aria-live="assertive">${state.descriptions.text}</div>
      <div class="bar controls" part="bar" role="group" aria-label=${t.controls} ?inert=${inert} @toggle=${this.#onToggle}>
        ${audio ? nothing : timeline}
        <div class="row">
          <div class="start" part="start">
            ${this.#renderSlot('start', view)}<slot name="start"></slot><slot name="bottom-start"></slot>
          </div>
          ${audio ? timeline : nothing}
          <div class="end" part="end"><slot name="bottom-end"></slot><slot name="end"></slot>${this.#renderSlot('end', view)}</div>
        </div>
      </div>
      ${deferredInterface?.renderPanel(view)}
    `;
  }

  /** Attaches the shortcuts, the tooltips and picture-in-picture to the player when their code is loaded, and only the first time. */
  #attachDeferredPartsOnce(): void {
    const host = this.#host;
    this.#deferredParts ??= this.#deferred.code()?.attachDeferredParts(host, {
      isPageWide: () => host.hotkeys === 'document',
      view: () => this.view,
      onPress: (event, hotkey, onTap) => this.#onPress(event, { hotkey, onTap }),
      onNotice: (hotkey) =>
        hotkey.seconds ? this.#notices.showSkip(hotkey.seconds) : this.#notices.show({ text: hotkey.notice, icon: hotkey.icon })
    });
  }

  async #togglePip(): Promise<void> {
    // Without waiting if possible, because the permission to open a window ends soon after the user gesture.
    if (!this.#deferredParts) await this.#deferred.load();
    return (this.#deferredParts?.pip ?? this.#host.player?.pip)?.toggle();
  }

  /** Begins a press that may become a hold. Returns whether it can become one. */
  #onPress(event: PointerEvent | KeyboardEvent, options: Pick<PressOptions, 'hotkey' | 'onTap'> = {}): boolean {
    const { view } = this;
    const onChange: PressOptions['onChange'] = (rate, isHold) => this.#notices.showSpeed(rate, isHold);
    const press = view && this.#deferred.code()?.beginPress(event, view, { ...options, video: this.#host.video, onChange });
    // A press of another key does not end the hold.
    if (!press && 'key' in event) return false;
    this.#press?.end();
    this.#press = press;
    return press !== undefined;
  }

  #renderSlot(place: Place, view: View): unknown[] {
    const { controls: inputs } = this.#host;
    if (inputs !== this.#arrangedFor) {
      this.#arrangedFor = inputs;
      this.#arrangement = typeof inputs === 'object' ? arrangeControls(inputs) : controls;
    }
    return this.#arrangement[place].map((control) => (control.shown?.(view) === false ? html`` : control.render(view)));
  }

  readonly #onCenterClick = (event: MouseEvent): void => {
    if (!this.#hasOpenPopup) keepFocus(this.#host.renderRoot, event);
    const skipPart = (event.target as Element).closest('.skip')?.getAttribute('part');
    if (skipPart) this.#notices.showSkip(skipPart === 'skip-back' ? -skipSeconds : skipSeconds, true);
  };

  readonly #onToggle = ({ target }: Event): void => {
    this.#menuOpen = (target as Partial<HTMLElementTagNameMap['jet-menu']>).open === true;
  };
}
