import type { PlayerElement } from '../host/player-element.js';
import type { ControlInput } from './arrange-controls.js';
import type { HotkeyMap } from './hotkeys.js';
import type { HotkeyScope } from './keyboard.js';

/** The part of the host element that the interface reads. */
export interface InterfaceHost extends PlayerElement {
  readonly nocontrols: boolean;
  readonly audio: boolean;
  readonly controls: boolean | readonly ControlInput[];
  readonly titleText: string;
  readonly playbackRates: string;
  readonly hotkeys: HotkeyScope;
  readonly hotkeyMap: HotkeyMap;
  readonly download: string | null;
  readonly shareUrl: string;
  readonly transcriptExport: string;
  readonly aiLabel: string | null;
}

/** The attributes that the interface sets on the frame around the video. */
export interface FrameAttributes {
  readonly name: string;
  readonly lang: string;
  readonly rtl: boolean;
  /** Whether the controls are hidden. */
  readonly idle: boolean;
  /** Whether the viewer drags the seek bar. */
  readonly scrubbing: boolean;
  /** Whether the player renders the captions instead of the browser. */
  readonly captioned: boolean;
}
