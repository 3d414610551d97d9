import type { TemplateResult } from 'lit';
import type { Messages } from '../i18n/locales/en.js';
import type { MediaState, Player } from '../media/index.js';
import type { MenuItem } from './elements/menu-item.js';
import type { Playlist } from './host/playlist.js';

/**
 * A keyboard shortcut and its action. Where a key types another script, such as Cyrillic or Arabic, the Latin letter or the digit of the
 * physical key (`KeyboardEvent.code`) counts too.
 */
export interface Hotkey {
  /** Also the key of its text in the help dialog. */
  readonly name: keyof Messages['shortcut'];
  /** Each as `KeyboardEvent.key` in either case, after the prefix `Ctrl+`, `Shift+` or `Ctrl+Shift+`, if any. */
  readonly keys: readonly string[];
  /** The keys as the help dialog shows them, separated by spaces. */
  readonly keyLabels: string;
  /** Whether the shortcut repeats while the key is held down. */
  readonly repeats?: boolean;
  /** Whether the shortcut exists only in a player with a playlist. */
  readonly needsPlaylist?: boolean;
  /** Whether the shortcut applies now; always, when absent. Otherwise the key is left to the page. */
  applies?(view: View): boolean;
  /** `key` is one of `keys`, as it was pressed. */
  run(view: View, key: string): void;
  /** The notice shown afterwards. It is evaluated when it is rendered, so it describes the result. */
  notice?(view: View): string;
  /** The icon of the notice; alone, when there is no text. */
  icon?(view: View): TemplateResult;
  /** Seconds that the shortcut skips; the notice then shows them, and repeated skips add up. */
  readonly seconds?: number;
}

/** Options that the publisher set on the element and that controls show. */
export interface PublisherOptions {
  readonly title: string;
  /** The playback rates on offer, in ascending order; 1 is normal. */
  readonly rates: readonly number[];
  /** The shortcuts, with the publisher's own keys; empty with `hotkeys="none"` or `nocontrols`, and until their code is loaded. */
  readonly activeHotkeys: readonly Hotkey[];
  /** The absolute URL of the download; empty when no download is offered. */
  readonly download: string;
  /** The absolute URL that a viewer passes on; empty when there is none. */
  readonly shareUrl: string;
  /** Whether the viewer may save the transcript. */
  readonly transcriptExport: boolean;
  /** Whether times are those of the timeline without the withdrawn passages. */
  readonly shortened: boolean;
  /** The value of `ai-label`; null without a label. */
  readonly aiLabel: string | null;
  /** The Content Credentials of the media; undefined without `credentials`, and until their code is loaded. */
  readonly credentials: CredentialsView | undefined;
}

/** What the interface shows of Content Credentials: a button, and the panel that it opens. */
export interface CredentialsView {
  renderButton(view: View): TemplateResult;
  title(view: View): string;
  renderPanel(view: View): TemplateResult;
}

/** The input of every control: the state of the player, its commands, and what else the interface shows. */
export interface View {
  readonly player: Player;
  readonly state: MediaState;
  /** The texts of the interface in the viewer's language. */
  readonly t: Messages;
  readonly options: PublisherOptions;
  /** Whether the player is the compact bar, because there is audio and no video. */
  readonly audio: boolean;
  /** Whether the controls are hidden, because the video plays without user activity. */
  readonly idle: boolean;
  /** Whether the player muted the audio because the browser blocked autoplay with audio; one tap unmutes it. */
  readonly autoMuted: boolean;
  /** Functions for what menus contain; undefined until their code is loaded, at the first interaction or when playback starts. */
  readonly menuContents: MenuContents | undefined;
  /** Loads the code of menus, panels and shortcuts; resolves when the player is rendered with it. */
  loadMenus(): Promise<void>;
  /** The position in seconds to which the viewer drags the seek bar; null when they do not drag it. */
  readonly scrubPosition: number | null;
  /** Moves the drag of the seek bar to a position in seconds, or ends it with null. A cancelled drag returns to where it began. */
  scrub(position: number | null, cancelled?: boolean): void;
  /** The playlist that the player plays, if it has several entries. */
  readonly playlist: Playlist | undefined;
  /** Picture-in-picture: the browser's own, or a window with the player's captions and buttons. */
  readonly pip: PictureInPicture;
  /** The name of the open panel, or null. */
  readonly panel: string | null;
  /** Opens a panel by its name, or closes it with null. */
  show(panel: string | null): void;
  /** Shows and announces a short notice. */
  notify(text: (view: View) => string): void;
  /** Renders again, after a change that is not in the state. */
  refresh(): void;
}

/** A shortcut whose action knows the pressed key. */
export interface PressedHotkey extends Omit<Hotkey, 'run'> {
  /** The one of `keys` that was pressed, in lower case. */
  readonly pressedKey: string;
  /** Whether the press repeats a key that is held, and the shortcut does not: it then does nothing, and the page does not scroll. */
  readonly isIgnored: boolean;
  run(view: View): void;
}

/**
 * Returns the shortcut that a key press triggers among the active ones that apply now; undefined for none. With `isOutsidePlayer`, keys that an element
 * of the page handles do not count.
 */
export type HotkeyFinder = (event: KeyboardEvent, view: View, isOutsidePlayer: boolean) => PressedHotkey | undefined;

/** Picture-in-picture, as controls and shortcuts use it. */
export interface PictureInPicture {
  /** Whether the video is in a window of its own, instead of in the player. */
  readonly active: boolean;
  /** Enters or leaves picture-in-picture, in a window of its own or the browser's. */
  toggle(): Promise<void>;
}

/** A running sleep timer. */
export interface RunningSleepTimer {
  /** The remaining seconds; undefined for a timer that ends with a chapter or the media. */
  readonly left: number | undefined;
  cancel(): void;
}

/** Functions for what menus contain. Their code is loaded with the menus, at the first interaction or when playback starts. */
export interface MenuContents {
  /** Returns the items of the settings menu that apply now, in order. */
  settingsOf(view: View): MenuItem[];
  /** Returns the menu of chapters, or the item that opens them in a panel; undefined when there are none. */
  chapters(view: View): MenuItem | undefined;
  /** Returns the sleep timer of a player; undefined when none is set. */
  sleepTimerOf(player: Player): RunningSleepTimer | undefined;
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
  return options.activeHotkeys.find((hotkey) => hotkey.name === name)?.keys.at(-1);
}
