import { downloadUrlOf } from '../host/download-url.js';
import type { PlayerElement } from '../host/player-element.js';
import type { PublisherOptions } from '../view.js';
import type { ControlInput } from './arrange-controls.js';
import type { HotkeyMap } from './hotkeys.js';
import type { HotkeyScope } from './keyboard.js';
import type { DeferredInterfaceCode } from './deferred-interface-types.js';

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

/** Returns the publisher's options of a player; without shortcuts and links while their code is not loaded. */
export function publisherOptionsOf(
  host: InterfaceHost,
  deferredInterface: DeferredInterfaceCode | undefined,
  hasPlaylist: boolean
): PublisherOptions {
  const rates = host.playbackRates
    .split(/[\s,]+/)
    .map(Number)
    .filter((rate) => rate > 0)
    .sort((a, b) => a - b);
  const hasHotkeys = host.hotkeys !== 'none' && !host.nocontrols;
  return {
    title: host.titleText,
    rates,
    activeHotkeys: hasHotkeys ? (deferredInterface?.mapHotkeys(host.hotkeyMap, hasPlaylist) ?? []) : [],
    download: downloadUrlOf(host),
    shareUrl: deferredInterface?.shareUrlOf(host) ?? '',
    transcriptExport: host.transcriptExport !== 'never',
    shortened: host.withdrawnStyle === 'shortened',
    aiLabel: host.aiLabel ?? null
  };
}
