import type { TemplateResult } from 'lit';
import type { PlayerElement } from '../host/player-element.js';
import type { MenusAndPanels, PictureInPicture, View } from '../view.js';
import type { Hold, HoldOptions } from './hold-speed.js';
import type { HotkeyMap } from './hotkeys.js';
import type { KeyboardOptions } from './keyboard.js';

/** The functions that the interface calls in the code of the menus, panels and shortcuts (`lazy/menus-and-panels.ts`). */
export interface MenusAndPanelsCode extends MenusAndPanels {
  /** Adds the style sheets, tooltips and shortcuts to a player, and returns its picture-in-picture. Called once for each player. */
  attach(host: PlayerElement, options: KeyboardOptions): PictureInPicture;
  /** Begins a press that may become a hold for double speed; undefined when it cannot. */
  beginHold(event: PointerEvent | KeyboardEvent, view: View, options: HoldOptions): Hold | undefined;
  /** Returns the shortcuts with the publisher's own keys, and those of a playlist only when there is one. */
  mapHotkeys(map: HotkeyMap, hasPlaylist: boolean): View['options']['hotkeys'];
  /** Returns the URL that a viewer can pass on; empty where there is none. */
  shareUrlOf(host: { readonly shareUrl: string; readonly baseURI: string }): string;
  /** Whether the panel of this name covers the player, so that the other controls cannot be reached while it is open. */
  isModal(panel: string | null): boolean;
  /** Renders the dialog over the player, with the open panel. */
  renderPanel(view: View): TemplateResult;
  /** Renders the image of the current chapter in the place of the audio player's artwork. */
  renderArtwork(view: View): unknown;
}

/** Access to that code, and the function that loads it. */
export interface LazyLoading {
  /** Undefined until it is loaded. */
  menusAndPanels(): MenusAndPanelsCode | undefined;
  /** Loads it; resolves when the menus and panels are rendered, or when loading failed. */
  load(): Promise<void>;
}
