import { downloadUrlOf } from '../host/download-url.js';
import { credentialsViews } from '../credentials/credentials-views.js';
import type { PublisherOptions } from '../view.js';
import type { DeferredInterface } from './deferred-interface.js';
import type { InterfaceHost } from './interface-host.js';

/** Returns the publisher's options of a player; without shortcuts and links while their code is not loaded. */
export function publisherOptions(
  host: InterfaceHost,
  deferredInterface: DeferredInterface | undefined,
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
    aiLabel: host.aiLabel ?? null,
    credentials: typeof host.credentials === 'string' ? credentialsViews.get(host) : undefined
  };
}
