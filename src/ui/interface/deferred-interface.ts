import type { TemplateResult } from 'lit';
import type { PlayerElement } from '../host/player-element.js';
import type { MenuContents, PictureInPicture, View } from '../view.js';
import type { Press, PressOptions } from './hold-speed.js';
import type { HotkeyMap } from './hotkeys.js';
import type { KeyboardOptions } from './keyboard.js';

/** The functions that the interface calls in the deferred interface (`lazy/deferred-interface-chunk.ts`). */
export interface DeferredInterface extends MenuContents {
  /** Adds the style sheets, tooltips, shortcuts and picture-in-picture to a player. Called once for each player. */
  attachDeferredParts(host: PlayerElement, options: KeyboardOptions): DeferredParts;
  /** Begins a press that may become a hold for double speed; undefined when it cannot. */
  beginPress(event: PointerEvent | KeyboardEvent, view: View, options: PressOptions): Press | undefined;
  /** Returns the shortcuts with the publisher's own keys, and those of a playlist only when there is one. */
  mapHotkeys(map: HotkeyMap, hasPlaylist: boolean): View['options']['activeHotkeys'];
  /** Returns the URL that a viewer can pass on; empty where there is none. */
  shareUrlOf(host: { readonly shareUrl: string; readonly baseURI: string }): string;
  /** Whether the panel of this name covers the player, so that the other controls cannot be reached while it is open. */
  isModal(panel: string | null): boolean;
  /** Renders the dialog over the player, with the open panel. */
  renderPanel(view: View): TemplateResult;
  /** Renders the image of the current chapter in the place of the audio player's artwork. */
  renderArtwork(view: View): unknown;
}

/** What `attachDeferredParts` has added to a player, as far as the interface calls it. */
export interface DeferredParts {
  /** Picture-in-picture with captions and buttons. */
  readonly pip: PictureInPicture;
}

/** The deferred interface, whose code may not be loaded yet. */
export interface LazyDeferredInterface {
  /** Returns its code; undefined until it is loaded. */
  code(): DeferredInterface | undefined;
  /** Loads it; resolves when it is rendered, or when loading failed. */
  load(): Promise<void>;
}
