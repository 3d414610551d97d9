import type { MediaPlayerClass, MediaPlayerSettingClass } from 'dashjs';

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
    lastBitrateCachingInfo: { enabled: false },
    lastMediaSettingsCachingInfo: { enabled: false },
    saveLastMediaSettingsForCurrentStreamingSession: false,
    cmcd: { enabled: false, applyParametersFromMpd: false, eventTargets: [] },
    cmsd: { enabled: false },
    abr: { limitBitrateByPortal: true },
    text: { defaultEnabled: false },
    gaps: { enableStallFix: true }
  }
};

/** A store that keeps nothing: dash.js writes and reads one while it starts, whatever its settings say. */
const noStorage = () => ({
  getSavedBitrateSettings: () => NaN,
  setSavedBitrateSettings() {},
  getSavedMediaSettings: () => null,
  setSavedMediaSettings() {}
});

/** Prepares a dash.js player; to be called before its source is attached. */
export function configure(player: MediaPlayerClass): void {
  player.extend('DOMStorage', noStorage, false);
  player.initialize();
  player.updateSettings(settings);
  player.clearDefaultUTCTimingSources();
}
