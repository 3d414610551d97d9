import type { MediaPlayerClass, MediaPlayerSettingClass } from 'dashjs';
import type { FirstChoice } from '../../head-start/head-start.js';

/**
 * dash.js's settings that differ from its own. Everything that asks a third party, remembers the viewer or marks requests with an
 * identifier is off; the guard would refuse the first, but only a setting stops what goes to a host that is allowed.
 */
const settings: MediaPlayerSettingClass = {
  debug: { logLevel: 0 },
  streaming: {
    applyContentSteering: false,
    // The manifest's answer carries the server's date, so no clock of a third party is needed.
    utcSynchronization: {
      enabled: true,
      useManifestDateHeaderTimeSource: true,
      enableBackgroundSyncAfterSegmentDownloadError: false,
      backgroundAttempts: 0,
      defaultTimingSource: { scheme: '', value: '' }
    },
    // The player holds the latency by itself, in one way for all engines.
    liveCatchup: { enabled: false },
    lastBitrateCachingInfo: { enabled: false },
    lastMediaSettingsCachingInfo: { enabled: false },
    saveLastMediaSettingsForCurrentStreamingSession: false,
    cmcd: { enabled: false, applyParametersFromMpd: false, eventTargets: [] },
    cmsd: { enabled: false },
    abr: { limitBitrateByPortal: true, usePixelRatioInLimitBitrateByPortal: true },
    text: { defaultEnabled: false },
    gaps: { enableStallFix: true },
    // The patient guard retries and gives up. One more try is left, at once, for the guard to hand over an empty segment.
    manifestRequestTimeout: 0,
    fragmentRequestTimeout: 0,
    fragmentRequestProgressTimeout: -1,
    retryIntervals: {
      MPD: 50,
      XLinkExpansion: 50,
      InitializationSegment: 50,
      IndexSegment: 50,
      MediaSegment: 50,
      BitstreamSwitchingSegment: 50,
      other: 50
    },
    retryAttempts: {
      MPD: 0,
      XLinkExpansion: 0,
      InitializationSegment: 1,
      IndexSegment: 1,
      MediaSegment: 1,
      BitstreamSwitchingSegment: 1,
      other: 0
    }
  }
};

/** A store that keeps nothing: dash.js writes and reads one while it starts, whatever its settings say. */
const noStorage = () => ({
  getSavedBitrateSettings: () => NaN,
  setSavedBitrateSettings() {},
  getSavedMediaSettings: () => null,
  setSavedMediaSettings() {}
});

/** Prepares a dash.js player, to begin with the rendition that is on its way; to be called before its source is attached. */
export function configure(player: MediaPlayerClass, first: FirstChoice | undefined): void {
  player.extend('DOMStorage', noStorage, false);
  player.initialize();
  player.updateSettings(settings);
  if (first) player.updateSettings({ streaming: { abr: { initialBitrate: { video: first.bitrate / 1000 } } } });
  player.clearDefaultUTCTimingSources();
}
