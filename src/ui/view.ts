import type { TemplateResult } from 'lit';
import type { Messages } from '../i18n/locales/en.js';
import type { MediaState, Player } from '../media/index.js';
import type { MenuItem } from './elements/menu-item.js';
import type { PlayerElement } from './host/player-element.js';
import type { Playlist } from './host/playlist.js';

/**
 * A keyboard shortcut: its keys as `KeyboardEvent.key` in either case, with the prefix `Ctrl+` or `Shift+`, and its action. Where a key
 * types another script, such as Cyrillic or Arabic, the Latin letter or the digit of the physical key (`KeyboardEvent.code`) counts too.
 */
export interface Hotkey {
  /** Also the key of its text in the help dialog. */
  readonly name: keyof Messages['shortcut'];
  readonly keys: readonly string[];
  /** The keys as the help dialog shows them, separated by spaces. */
  readonly keyLabels: string;
  /** Whether the shortcut repeats while the key is held down. */
  readonly repeats?: boolean;
  /** Whether the shortcut applies now; always, when absent. Otherwise the key is left to the page. */
  applies?(view: View): boolean;
  run(view: View, key: string): void;
  /** The notice shown afterwards. It is evaluated when it is rendered, so it describes the result. */
  notice?(view: View): string;
  /** The icon of the notice; alone, when there is no text. */
  icon?(view: View): TemplateResult;
  /** Seconds that the shortcut skips; the notice then shows them, and repeated skips add up. */
  readonly seconds?: number;
}

/** A publisher's own keys, by the name of the shortcut; null disables it. Shortcuts that are not named keep their keys. */
export type HotkeyMap = Readonly<Partial<Record<Hotkey['name'], string | readonly string[] | null>>>;

/** Options that the publisher set on the element and that controls show. */
export interface PublisherOptions {
  readonly title: string;
  /** The playback rates on offer, in ascending order; 1 is normal. */
  readonly rates: readonly number[];
  /** The active shortcuts; empty when `hotkeys` is `none`. */
  readonly hotkeys: readonly Hotkey[];
  /** The absolute URL of the download; empty when no download is offered. */
  readonly download: string;
  /** The absolute URL that a viewer passes on; empty when there is none. */
  readonly shareUrl: string;
  /** Whether the viewer may save the transcript. */
  readonly transcriptExport: boolean;
}

/** The input of every control: the state of the player and its commands. */
export interface View {
  readonly player: Player;
  readonly state: MediaState;
  readonly t: Messages;
  readonly options: PublisherOptions;
  /** Whether the player is the compact bar, because there is audio and no video. */
  readonly audio: boolean;
  /** Whether the controls are hidden, because the video plays without user activity. */
  readonly idle: boolean;
  /** Whether the player muted the audio because the browser blocked autoplay with audio; one tap unmutes it. */
  readonly autoMuted: boolean;
  /** Menus, panels and shortcuts; undefined until they are loaded, at the first interaction or when playback starts. */
  readonly lazyUi: LazyUi | undefined;
  /** Loads `lazyUi`; resolves when it is rendered. */
  loadLazyUi(): Promise<void>;
  /** The position in seconds to which the viewer drags the seek bar; null when they do not drag it. */
  readonly scrubPosition: number | null;
  /** Moves the drag of the seek bar to a position in seconds, or ends it with null. */
  scrub(position: number | null, cancelled?: boolean): void;
  /** The playlist that the player plays, if it has several entries. */
  readonly playlist: Playlist | undefined;
  /** Picture-in-picture: the browser's own, or a window with the player's captions and buttons. */
  readonly pip: PipView;
  /** The name of the open panel, or null. */
  readonly panel: string | null;
  /** Opens a panel by its name, or closes it with null. */
  show(panel: string | null): void;
  /** Shows and announces a short notice. */
  notify(text: (view: View) => string): void;
  /** Renders again, after a change that is not in the state. */
  refresh(): void;
}

/** A press on the video or on a key that may become a hold. */
export interface Hold {
  /** Whether the press has become a hold. */
  readonly held: boolean;
  /** Ends the press and the double speed. */
  end(): void;
}

export interface HoldOptions {
  /** The shortcut that the pressed key has by itself. */
  readonly hotkey?: Hotkey;
  readonly video: HTMLVideoElement;
  /** Called at the release of a key when the press was too short for a hold. */
  onTap?(): void;
  /** Called when double speed begins, and when it has ended. */
  onChange(rate: number, held: boolean): void;
}

/** Picture-in-picture, as controls and shortcuts use it. */
export interface PipView {
  /** Whether the video is in a window of its own, instead of in the player. */
  readonly active: boolean;
  /** Enters or leaves picture-in-picture, in a window of its own or the browser's. */
  toggle(): Promise<void>;
}

/** A running sleep timer. */
export interface SleepView {
  /** The remaining seconds; undefined for a timer that ends with a chapter or the media. */
  readonly left: number | undefined;
  cancel(): void;
}

/** Where the player listens for keys: in the player, anywhere on the page, or nowhere. */
export type HotkeyScope = 'player' | 'document' | 'none';

/** What the shortcuts need from the interface. */
export interface KeyboardOptions {
  scope(): HotkeyScope;
  /** Returns undefined while there is no player. */
  view(): View | undefined;
  /**
   * Called when a key is pressed. Returns whether the press may become a hold; `run` is then called at the release, unless the press has
   * become one.
   */
  beginHold(event: KeyboardEvent, hotkey: Hotkey, run: () => void): boolean;
  /** Called after a shortcut that has a notice. */
  onNotice(hotkey: Hotkey): void;
}

/** The part of the interface that is loaded at the first interaction or when playback starts: menus, panels and shortcuts. */
export interface LazyUi {
  /** Adds the style sheets, tooltips and shortcuts of this part to a player, and returns its picture-in-picture. Called once per player. */
  attach(host: PlayerElement, options: KeyboardOptions): PipView;
  /** Begins a press that may become a hold for double speed; undefined when it cannot. */
  beginHold(event: PointerEvent | KeyboardEvent, view: View, options: HoldOptions): Hold | undefined;
  /**
   * Returns the shortcut that a key press triggers, bound to the pressed key; undefined when the key belongs to a field, a button or the
   * browser, or, with `isOutsidePlayer`, to an element of the page that handles keys.
   */
  hotkeyFor(event: KeyboardEvent, offered: readonly Hotkey[], isOutsidePlayer: boolean): Hotkey | undefined;
  /** Returns the shortcuts with the publisher's own keys, and those of a playlist only when there is one. */
  mapHotkeys(map: HotkeyMap, hasPlaylist: boolean): readonly Hotkey[];
  /** Returns the URL that a viewer can pass on; empty where there is none. */
  shareUrlOf(host: { readonly shareUrl: string; readonly baseURI: string }): string;
  /** Whether the panel of this name covers the player, so that the other controls cannot be reached while it is open. */
  isModal(panel: string | null): boolean;
  /** Renders the dialog over the player, with the open panel. */
  renderPanel(view: View): TemplateResult;
  /** Returns the items of the settings menu that apply now, in order. */
  settingsOf(view: View): MenuItem[];
  /** Returns the sleep timer of a player; undefined when none is set. */
  sleepTimerOf(player: Player): SleepView | undefined;
  /** Renders the image of the current chapter in the place of the audio player's artwork. */
  renderArtwork(view: View): unknown;
  /** Returns the menu of chapters, or the item that opens them in a panel; undefined when there are none. */
  chapters(view: View): MenuItem | undefined;
}

/** A part of the interface that renders a template from a `View`. Its name is also its `::part`. */
export interface Control {
  readonly name: string;
  /** Whether the control is shown; always, when absent. */
  shown?(view: View): boolean;
  /** Returns a Lit template, a node or a text. */
  render(view: View): unknown;
}

/** Returns the key that does the same as a control, for its tooltip. */
export function keyFor({ options }: View, name: Hotkey['name']): string | undefined {
  return options.hotkeys.find((hotkey) => hotkey.name === name)?.keys.at(-1);
}
