import type { MediaPlayerClass, MediaPlayerSettingClass } from 'dashjs';
import { listen } from '../../../lib/listen.js';
import type { EngineContext, InitialRendition } from '../engine.js';
import { whenUsed } from '../first-use.js';

/**
 * The dash.js settings that differ from its defaults. All features that contact a third party, remember the viewer or mark requests with
 * an identifier are off: the guard would block the first kind, but only a setting stops what is sent to an allowed host.
 */
const settings: MediaPlayerSettingClass = {
  debug: { logLevel: 0 },
  streaming: {
    applyContentSteering: false,
    // The clock is synchronised with the `Date` header of the manifest's response, so no third-party clock is needed.
    utcSynchronization: {
      enabled: true,
      useManifestDateHeaderTimeSource: true,
      enableBackgroundSyncAfterSegmentDownloadError: false,
      backgroundAttempts: 0,
      defaultTimingSource: { scheme: '', value: '' }
    },
    // The player controls the latency itself, in the same way for all engines.
    liveCatchup: { enabled: false },
    lastBitrateCachingInfo: { enabled: false },
    lastMediaSettingsCachingInfo: { enabled: false },
    saveLastMediaSettingsForCurrentStreamingSession: false,
    cmcd: { enabled: false, applyParametersFromMpd: false, eventTargets: [] },
    cmsd: { enabled: false },
    abr: { limitBitrateByPortal: true, usePixelRatioInLimitBitrateByPortal: true },
    text: { defaultEnabled: false },
    gaps: { enableStallFix: true },
    // The retrying guard does all retries. Segments keep one immediate retry, in which the guard delivers an empty segment.
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

/** Creates a store that saves nothing, because dash.js writes and reads its store at startup with any settings. */
const noStorage = () => ({
  getSavedBitrateSettings: () => NaN,
  setSavedBitrateSettings() {},
  getSavedMediaSettings: () => null,
  setSavedMediaSettings() {}
});

/** Configures a dash.js player, starting with the rendition that is being prefetched. Must be called before `attachSource`. */
export function configure(player: MediaPlayerClass, initialRendition: InitialRendition | undefined): void {
  player.extend('DOMStorage', noStorage, false);
  player.initialize();
  player.updateSettings(settings);
  if (initialRendition) player.updateSettings({ streaming: { abr: { initialBitrate: { video: initialRendition.bitrate / 1000 } } } });
  player.clearDefaultUTCTimingSources();
}

/** The part of dash.js's event for a loaded segment that is used here. */
interface LoadedEvent {
  readonly request: { readonly type: string; readonly mediaType: string };
}

/** A buffer that one segment fills, however short it is. */
const oneSegmentSeconds = 0.1;

/** Buffers one segment of each track until the video is used, or two where it starts at a later position, because dash.js seeks there. */
export function loadOnlyFirstSegments(player: MediaPlayerClass, { video, startTime, signal }: EngineContext): void {
  const original = { ...player.getSettings().streaming?.buffer };
  player.updateSettings({
    streaming: {
      buffer: {
        bufferTimeDefault: oneSegmentSeconds,
        bufferTimeAtTopQuality: oneSegmentSeconds,
        bufferTimeAtTopQualityLongForm: oneSegmentSeconds
      }
    }
  });
  const scheduleWhilePaused = (whilePaused: boolean) =>
    player.updateSettings({ streaming: { scheduling: { scheduleWhilePaused: whilePaused } } });
  const loadedTypes = new Set<string>();
  // dash.js requests a second segment while the first one is being appended.
  const onLoaded = ({ request: { type, mediaType } }: LoadedEvent) => {
    if (type === 'MediaSegment') loadedTypes.add(mediaType);
    const isSegmentMissing = (['video', 'audio'] as const).some((kind) => player.getTracksFor(kind).length > 0 && !loadedTypes.has(kind));
    if (startTime === 0 && !isSegmentMissing) scheduleWhilePaused(false);
  };
  player.on('fragmentLoadingCompleted', onLoaded);
  const resume = () => {
    player.off('fragmentLoadingCompleted', onLoaded);
    player.updateSettings({ streaming: { buffer: original } });
    // dash.js starts to schedule when playback starts only if it did not schedule before.
    if (video.paused) scheduleWhilePaused(true);
    else listen(video, 'playing', () => scheduleWhilePaused(true), signal);
  };
  whenUsed(video, startTime, resume, signal);
}
