import type { MediaPlayerClass, MediaPlayerEvent } from 'dashjs';
import type SealDash from 'sealed:dash.js';
import { listen } from '../../../lib/listen.js';
import { licensesOf } from '../../drm.js';
import { createRealm } from '../realm/realm.js';
import type { Engine, EngineContext } from '../engine.js';
import { useSrcObject } from '../mse/src-object.js';
import { correctLevels } from './buffer-level.js';
import { loadProtection, protect } from './drm.js';
import { dropEmptyPeriods } from './mpd/empty-periods.js';
import { refuseEndless } from './mpd/unbounded-timeline.js';
import { toError, type DashError } from './errors.js';
import { showEvents } from './event-cues.js';
import { DashMissingSegments } from './missing-segments.js';
import { loadImsc } from './text/imsc.js';
import { suggestDelay } from './mpd/live-delay.js';
import { storeCues } from './text/cue-store.js';
import { TrackElements } from './text/track-elements.js';
import { RequestKinds, clocksIn } from './request-kinds.js';
import { dropRefusedLocations } from './mpd/blocked-locations.js';
import { lookUpAdaptationSetByIdentity } from './mpd/adaptation-set-lookup.js';
import { keepFetchingText } from './text/managed-text.js';
import { followSeeks } from './seek-sync.js';
import { nameSets } from './mpd/adaptation-set-ids.js';
import { configure } from './settings.js';
import { isForced, trackId, watchStream } from './stream-sync.js';
import { limitRenditionHeight } from './mpd/max-height.js';
import { tileAt } from './thumbnails.js';
import { readTtmlAsText } from './text/ttml.js';
import { refuseWrongTypes } from './mpd/value-types.js';
import { WholeText } from './text/full-subtitles.js';

/** Plays DASH with sealed dash.js. */
export async function start(context: EngineContext, seal: typeof SealDash): Promise<Engine> {
  const { video, source, guard, stream, manifest, drm, initialRendition, signal, startTime, maxHeight, fail } = context;
  const text = manifest ? new TextDecoder().decode(manifest.bytes) : '';
  const clocks = clocksIn(text, manifest?.url || source.url.href);
  const requestKinds = new RequestKinds(clocks, licensesOf(drm ?? {}, guard.base));
  const realm = createRealm(guard, requestKinds.kindOf, { keySystems: drm !== undefined });
  useSrcObject(realm, video, signal);
  const addImscLoader = loadImsc(realm);
  await loadProtection(realm, drm);
  signal.throwIfAborted();
  const player = seal(realm).MediaPlayer().create();
  signal.addEventListener('abort', () => player.destroy(), { once: true });
  // After dash.js is destroyed, which clears its tracks.
  const tracks = new TrackElements(video, guard, stream, signal);
  const wholeText = new WholeText(player, video);
  addImscLoader(player);
  readTtmlAsText(player);
  storeCues(player, tracks);
  keepFetchingText(player);
  lookUpAdaptationSetByIdentity(player);
  correctLevels(player, (type, level) => wholeText.level(type, gaps.level(type, level)));
  configure(player, initialRendition);
  protect(player, drm);
  requestKinds.observe(player);
  const gaps = new DashMissingSegments(context, player);
  watchStream(player, stream, signal);
  ensureStarted(player);
  // Before all others that read the manifest, because they rely on the types of its values.
  refuseWrongTypes(player, fail);
  refuseEndless(player, fail);
  nameSets(player);
  dropEmptyPeriods(player);
  dropRefusedLocations(player, guard);
  limitRenditionHeight(player, maxHeight);
  suggestDelay(player);
  showEvents(player, video, signal);
  followSeeks(player, video, signal);
  // Make dash.js check its buffer levels: it skips a gap without doing so, and would request the missing audio only seconds later.
  listen(video, 'seeking', () => player.trigger('playbackProgress' as unknown as MediaPlayerEvent, {}, {}), signal);
  player.on('error', ({ error }: { error: unknown }) => {
    const playerError = toError(error as DashError);
    // Deferred to a task, because promises of dash.js still run after this event and would fail if it were destroyed first.
    if (playerError) setTimeout(() => fail(playerError));
  });
  listen(video.textTracks, 'change', () => player.setTextTrack(tracks.elements.findIndex(({ track }) => track.mode === 'showing')), signal);
  player.attachView(video);
  player.setAutoPlay(video.autoplay);
  player.attachSource(source.url.href, startTime > 0 ? startTime : undefined);
  await sourceAttached(video, signal);
  return {
    chooseRendition(id) {
      const automatic = id === 'auto';
      if (!automatic && !stream.current.renditions.some((rendition) => rendition.id === id)) return;
      player.updateSettings({ streaming: { abr: { autoSwitchBitrate: { video: automatic }, limitBitrateByPortal: automatic } } });
      if (!automatic) player.setRepresentationForTypeById('video', id, true);
      stream.patch({ choice: id });
    },
    chooseAudioTrack(id) {
      const track = player.getTracksFor('audio').find((candidate) => trackId(candidate) === id);
      if (track) player.setCurrentTrack(track);
    },
    gapEnd: (seconds) => gaps.gapEnd(seconds),
    fetchWholeText: (readingSignal) => wholeText.fetch(readingSignal),
    isForced: ({ label }) => player.getTracksFor('text').some((track) => trackId(track) === label && isForced(track)),
    liveEdge() {
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
  const started = 'playbackStarted' as unknown as MediaPlayerEvent;
  let heard = false;
  player.on('playbackStarted', () => (heard = true));
  player.on('playbackPlaying', () => heard || player.trigger(started, { startTime: player.time() }, {}));
}
