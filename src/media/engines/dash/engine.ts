import type { MediaPlayerClass, MediaPlayerEvent } from 'dashjs';
import type SealDash from 'sealed:dash.js';
import { listen } from '../../../lib/listen.js';
import { licensesOf } from '../../drm.js';
import { createRealm } from '../../realm/realm.js';
import type { Engine, EngineContext } from '../../engine.js';
import { feedByObject } from '../feed-by-object.js';
import { correctLevels } from './buffer-level.js';
import { bringProtection, protect } from './drm.js';
import { dropEmptyPeriods } from './empty-periods.js';
import { refuseEndless } from './endless.js';
import { toError, type DashError } from './errors.js';
import { showEvents } from './events.js';
import { DashGaps } from './gaps.js';
import { bringImsc } from './imsc.js';
import { suggestDelay } from './live-delay.js';
import { keepText } from './keep-text.js';
import { Announced, clocksIn } from './kinds.js';
import { dropRefusedLocations } from './locations.js';
import { findSameSets } from './same-set.js';
import { excuseText } from './managed.js';
import { followSeeks } from './seek-target.js';
import { nameSets } from './set-ids.js';
import { configure } from './settings.js';
import { isForced, trackId, watchStream } from './stream.js';
import { dropTall } from './tall.js';
import { tileAt } from './tiles.js';
import { readTtmlAsText } from './ttml.js';
import { WholeText } from './whole-text.js';

/** Plays DASH with dash.js, sealed. */
export async function start(context: EngineContext, seal: typeof SealDash): Promise<Engine> {
  const { video, source, guard, stream, manifest, drm, first, signal, startTime, maxHeight, fail } = context;
  const text = manifest ? new TextDecoder().decode(manifest.bytes) : '';
  const clocks = clocksIn(text, manifest?.url || source.url.href);
  const announced = new Announced(clocks, licensesOf(drm ?? {}, guard.base));
  const realm = createRealm(guard, announced.kindOf, { keySystems: drm !== undefined });
  feedByObject(realm, video, signal);
  const readTtml = bringImsc(realm);
  await bringProtection(realm, drm);
  signal.throwIfAborted();
  const player = seal(realm).MediaPlayer().create();
  signal.addEventListener('abort', () => player.destroy(), { once: true });
  const wholeText = new WholeText(player, video);
  readTtml(player);
  readTtmlAsText(player);
  keepText(player, video);
  excuseText(player);
  findSameSets(player);
  correctLevels(player, (type, level) => wholeText.level(type, gaps.level(type, level)));
  configure(player, first);
  protect(player, drm);
  announced.hear(player);
  const gaps = new DashGaps(context, player);
  watchStream(player, stream, signal);
  hearStart(player);
  showEvents(player, video, signal);
  refuseEndless(player, fail);
  nameSets(player);
  dropEmptyPeriods(player);
  dropRefusedLocations(player, guard);
  dropTall(player, maxHeight);
  suggestDelay(player);
  followSeeks(player, video, signal);
  // dash.js jumps a hole without looking how much it has there, and asks for the sound that is missing only seconds later.
  listen(video, 'seeking', () => player.trigger('playbackProgress' as unknown as MediaPlayerEvent, {}, {}), signal);
  player.on('error', ({ error }: { error: unknown }) => {
    const meaning = toError(error as DashError);
    // dash.js's promises have more to do after this event and would trip over their own end; a task comes after them all.
    if (meaning) setTimeout(() => fail(meaning));
  });
  listen(video.textTracks, 'change', () => player.setTextTrack(shownTextTrack(video)), signal);
  player.attachView(video);
  player.setAutoPlay(video.autoplay);
  player.attachSource(source.url.href, startTime > 0 ? startTime : undefined);
  await sourceTaken(video, signal);
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
    holeEnd: (seconds) => gaps.holeEnd(seconds),
    fetchWholeText: (reader) => wholeText.fetch(reader),
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

/** Resolves when dash.js has given the video its source, or at the end; to play before that would be undone by it. */
function sourceTaken(video: HTMLVideoElement, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    listen(video, 'loadstart', () => resolve(), signal);
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/**
 * Tells dash.js that the video was started, where that happened before it listened; without that event it would never ask for a
 * live manifest again.
 */
function hearStart(player: MediaPlayerClass): void {
  const started = 'playbackStarted' as unknown as MediaPlayerEvent;
  let heard = false;
  player.on('playbackStarted', () => (heard = true));
  player.on('playbackPlaying', () => heard || player.trigger(started, { startTime: player.time() }, {}));
}

/** dash.js numbers its text tracks in the order in which it added them to the video; -1 stands for none. */
function shownTextTrack(video: HTMLVideoElement): number {
  return [...video.textTracks].filter(({ kind }) => kind !== 'metadata').findIndex(({ mode }) => mode === 'showing');
}
