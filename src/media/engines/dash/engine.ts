import type { MediaPlayerClass, MediaPlayerEvent } from 'dashjs';
import type SealDash from 'sealed:dash.js';
import { listen } from '../../../lib/listen.js';
import { licensesOf } from '../../drm.js';
import { chosenRendition } from '../track-matching.js';
import { createRealm } from '../realm/realm.js';
import type { Engine, EngineContext } from '../engine.js';
import { observeOutput } from '../mse/media-output.js';
import { useSrcObject } from '../mse/src-object.js';
import { correctBufferLevels } from './buffer-level.js';
import { loadProtection, protect } from './drm.js';
import { correctManifests } from './mpd/correct-manifests.js';
import { toError, type DashError } from './errors.js';
import { showEvents } from './event-cues.js';
import { DashMissingSegments } from './dash-missing-segments.js';
import { replaceAtPosition } from './rendition-switch.js';
import { repeatSameSegment } from './repeated-requests.js';
import { loadImsc } from './text/imsc.js';
import { finishPreloading } from './preloaded-periods.js';
import { fetchAfterSeeks } from './unfetched-segments.js';
import { storeCues } from './text/cue-store.js';
import { TrackElements } from './text/track-elements.js';
import { continueAfterQuotaErrors } from './quota.js';
import { RequestKinds, clocksIn } from './request-kinds.js';
import { lookUpAdaptationSetByIdentity } from './mpd/adaptation-set-lookup.js';
import { keepFetchingText } from './text/managed-text.js';
import { syncSeeks } from './seek-sync.js';
import { isForced } from './mpd/roles.js';
import { keepTracks } from './track-continuity.js';
import { trackId, watchStream } from './stream-sync.js';
import { configure, loadOnlyFirstSegments } from './settings.js';
import { tileAt } from './thumbnails.js';
import { readTtmlAsText } from './text/ttml.js';
import { WholeTextTracks } from './text/whole-text-tracks.js';

/** Plays DASH with sealed dash.js. */
export async function start(context: EngineContext, seal: typeof SealDash): Promise<Engine> {
  const { video, source, guard, stream, manifest, drm, initialRendition, signal, startTime, choices, failAttempt } = context;
  const text = manifest ? new TextDecoder().decode(manifest.bytes) : '';
  const clocks = clocksIn(text, manifest?.url || source.url.href);
  const requestKinds = new RequestKinds(clocks, licensesOf(drm ?? {}, guard.base));
  const realm = createRealm(guard, requestKinds.kindOf, { keySystems: drm !== undefined });
  useSrcObject(realm, video, signal);
  const output = observeOutput(realm, video, context.withdrawn);
  const addImscLoader = loadImsc(realm);
  await loadProtection(realm, drm);
  signal.throwIfAborted();
  const player = seal(realm).MediaPlayer().create();
  const destroy = () => {
    const { autoplay, defaultPlaybackRate } = video;
    player.destroy();
    // dash.js sets false and 1, which a browser would not do when it removes a source.
    Object.assign(video, { autoplay, playbackRate: defaultPlaybackRate });
  };
  signal.addEventListener('abort', destroy, { once: true });
  // Created here, so that its listener for `abort` runs after dash.js is destroyed, which clears the tracks.
  const tracks = new TrackElements(player, video, guard, stream, choices, signal);
  const wholeText = new WholeTextTracks(player, video);
  const missingSegments = new DashMissingSegments(context, player);
  // Each of these functions replaces methods of a different class of dash.js, or listens to its events. Their order matters only where
  // `loadOnlyFirstSegments` changes settings of `configure`.
  addImscLoader(player);
  readTtmlAsText(player);
  storeCues(player, tracks);
  keepTracks(player, choices);
  keepFetchingText(player);
  lookUpAdaptationSetByIdentity(player);
  correctBufferLevels(player, (type, level) => wholeText.level(type, missingSegments.level(type, level)));
  repeatSameSegment(player);
  syncSeeks(player, video, signal);
  // The segments of a withdrawn passage are never fetched, so each seek before one would fetch again what follows it.
  if (context.withdrawn.length === 0) fetchAfterSeeks(player);
  finishPreloading(player);
  configure(player, initialRendition);
  if (context.onlyMetadata) loadOnlyFirstSegments(player, context);
  protect(player, drm);
  requestKinds.observe(player);
  watchStream(player, stream, signal);
  ensureStarted(player);
  continueAfterQuotaErrors(player, video, signal);
  correctManifests(player, context);
  showEvents(player, video, signal);
  // Makes dash.js check its buffer levels after each seek. It does not do so when it skips a gap itself, and would request the audio after
  // the gap seconds later.
  listen(video, 'seeking', () => player.trigger('playbackProgress' as unknown as MediaPlayerEvent, {}, {}), signal);
  player.on('error', ({ error }: { error: unknown }) => {
    const playerError = toError(error as DashError, text);
    // In a task, because promises of dash.js still run after this event, and would fail if dash.js were destroyed before them.
    if (playerError) setTimeout(() => failAttempt(playerError));
  });
  player.attachView(video);
  player.setAutoPlay(video.autoplay);
  player.attachSource(source.url.href, startTime > 0 ? startTime : undefined);
  await sourceAttached(video, signal);
  const replaceBy = replaceAtPosition(player, video, signal);
  const chooseRendition = (id: string) => {
    const automatic = id === 'auto';
    if (!automatic && !stream.current.renditions.some((rendition) => rendition.id === id)) return;
    player.updateSettings({ streaming: { abr: { autoSwitchBitrate: { video: automatic }, limitBitrateByPortal: automatic } } });
    replaceBy(automatic ? undefined : id);
    stream.patch({ choice: id });
  };
  // After `watchStream`, which lists the renditions and the tracks of the period.
  player.on('periodSwitchCompleted', () => {
    if (signal.aborted) return;
    tracks.showPeriod();
    if (choices.dataSaver || choices.rendition) chooseRendition(chosenRendition(stream.current.renditions, choices)?.id ?? 'auto');
  });
  return {
    chooseRendition,
    chooseAudioTrack(id) {
      const track = player.getTracksFor('audio').find((candidate) => trackId(candidate) === id);
      if (track) player.setCurrentTrack(track);
    },
    output,
    skippedUntil: (seconds) => missingSegments.skippedUntil(seconds),
    fetchWholeText: (wholeTextSignal) => wholeText.fetch(wholeTextSignal),
    isForced: ({ label }) => player.getTracksFor('text').some((track) => trackId(track) === label && isForced(track)),
    livePosition() {
      if (!stream.current.live || video.seekable.length === 0) return null;
      return video.seekable.end(video.seekable.length - 1) - player.getTargetLiveDelay();
    },
    thumbnailAt: (seconds) => tileAt(player, seconds),
    latency: () => (stream.current.live ? player.getCurrentLiveLatency() : null),
    startDate: () => (stream.current.live ? new Date((player.timeAsUTC() - video.currentTime) * 1000) : null)
  };
}

/** Resolves when dash.js has set the source of the video, or when the signal aborts. dash.js would undo an earlier `play()`. */
function sourceAttached(video: HTMLVideoElement, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    listen(video, 'loadstart', () => resolve(), signal);
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/**
 * Triggers `playbackStarted` when the video started before dash.js listened, because dash.js would otherwise never reload a live manifest.
 */
function ensureStarted(player: MediaPlayerClass): void {
  const playbackStarted = 'playbackStarted' as unknown as MediaPlayerEvent;
  let hasStarted = false;
  player.on('playbackStarted', () => (hasStarted = true));
  player.on('playbackPlaying', () => hasStarted || player.trigger(playbackStarted, { startTime: player.time() }, {}));
}
