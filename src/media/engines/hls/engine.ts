import type HlsType from 'hls.js';
import type { Fragment, FragLoadedData } from 'hls.js';
import type SealHls from 'sealed:hls.js';
import { listen } from '../../../lib/listen.js';
import { PlayerError } from '../../error.js';
import { afterPassage } from '../../withdrawn/after-passage.js';
import { whenUsed } from '../first-use.js';
import { createRealm } from '../realm/realm.js';
import type { Engine, EngineContext, InitialRendition } from '../engine.js';
import { observeOutput } from '../mse/media-output.js';
import { useSrcObject } from '../mse/src-object.js';
import { configure } from './config.js';
import { loadProtection } from './drm.js';
import { toError } from './errors.js';
import { IFrameThumbnails } from './iframe-thumbnails.js';
import { MissingFragments } from './missing-fragments.js';
import { withCueLimit } from './cue-limit.js';
import { FetchedSegment, guardLoader, type FragmentTracker } from './loader.js';
import { RenditionSwitch } from './rendition-switch.js';
import { keepFirstDateRangeCues } from './date-range-cues.js';
import { handleBlockedOrCaptionError } from './blocked-or-caption-error.js';
import { failIfProtected } from './protected-media.js';
import { failIfUndecodable } from './undecodable.js';
import { watchStream } from './stream-sync.js';
import { tilesOf } from './image-playlist.js';
import { withWholeTextTracks } from './whole-text-tracks.js';
import { limitRenditionHeight } from './max-height.js';
import { previewGuard } from './preview-guard.js';

/** Plays HLS with sealed hls.js. */
export async function start(context: EngineContext, seal: typeof SealHls): Promise<Engine> {
  const { video, source, guard, stream, drm, initialRendition, earlyMediaSource, signal, failAttempt } = context;
  // Requests through the loader have a kind; a licence is the only request that hls.js sends without it.
  const realm = createRealm(guard, () => 'license');
  const protection = drm && (await loadProtection(realm));
  signal.throwIfAborted();
  useSrcObject(realm, video, signal);
  const output = observeOutput(realm, video, context.withdrawn, earlyMediaSource);
  const parts = seal(realm);
  const { Hls } = parts;
  const missingFragments = new MissingFragments(context);
  const fetchedSegment = new FetchedSegment();
  /** Until it aborts, `withWholeTextTracks` loads whole text tracks. */
  let wholeTextSignal: AbortSignal | undefined;
  const { subtitleStreamController: SubtitleController, timelineController: TimelineController } = Hls.DefaultConfig;
  const hls = new Hls({
    ...configure(context),
    ...protection,
    loader: guardLoader(parts, guard, missingFragments, fetchedSegment, afterPassage(context.withdrawn, 0)),
    ...(TimelineController && { timelineController: withCueLimit(TimelineController) }),
    ...(SubtitleController && {
      subtitleStreamController: withWholeTextTracks(SubtitleController, () => wholeTextSignal?.aborted === false)
    })
  });
  signal.addEventListener('abort', () => hls.destroy(), { once: true });
  // hls.js calls listeners in the order of their registration, which matters for one event: when the manifest is parsed, renditions above
  // the maximum height are removed, then the rest is listed, then the prefetched one is chosen.
  const renditionSwitch = new RenditionSwitch(hls, Hls.Events, context, fetchedSegment);
  limitRenditionHeight(hls, Hls.Events, context.maxHeight);
  watchStream(hls, Hls.Events, stream);
  if (initialRendition) startAtRendition(hls, Hls.Events, initialRendition);
  clampStartPosition(hls, Hls.Events, context.startTime);
  if (context.withdrawn.length > 0) refuseSlidingTimeline(hls, Hls.Events, failAttempt);
  if (context.onlyMetadata) loadOnlyFirstSegments(hls, Hls.Events, context);
  missingFragments.watch(hls, Hls.Events);
  failIfProtected(hls, Hls.Events, context);
  failIfUndecodable(hls, Hls.Events, failAttempt);
  keepFirstDateRangeCues(hls, Hls.Events, video);
  const recover = decoderRecovery(hls, missingFragments, context);
  hls.on(Hls.Events.ERROR, (_, data) => {
    if (handleBlockedOrCaptionError(hls, data, context) || !data.fatal) return;
    const error = toError(data);
    if (error.code !== 'media/decode' || !recover(data.frag)) failAttempt(error);
  });
  const onVideoError = () => {
    if (!video.error) return;
    const { code, message: cause } = video.error;
    if (code !== MediaError.MEDIA_ERR_DECODE)
      failAttempt(new PlayerError('engine/failed', 'The browser can no longer play this video.', { cause }));
    else if (!recover()) failAttempt(new PlayerError('media/decode', 'The video is damaged and cannot be decoded.', { cause }));
  };
  listen(video, 'error', onVideoError, signal);
  const tileAt = tilesOf(context);
  const frames = new IFrameThumbnails(hls, Hls.Events, guardLoader(parts, previewGuard(guard.direct), noTracker), signal);
  hls.on(Hls.Events.MANIFEST_PARSED, () => stream.patch({ thumbnails: tileAt !== undefined || hls.iframeVariants.length > 0 }));
  hls.loadSource(source.url.href);
  hls.attachMedia(earlyMediaSource ? { media: video, mediaSource: earlyMediaSource } : video);
  return {
    chooseRendition(id) {
      const level = id === 'auto' ? -1 : Number(id);
      if (level !== -1 && !hls.levels[level]) return;
      renditionSwitch.choose(level);
      stream.patch({ choice: id });
    },
    chooseAudioTrack(id) {
      if (hls.audioTracks[Number(id)]) hls.audioTrack = Number(id);
    },
    output,
    skippedUntil: (seconds) => missingFragments.skippedUntil(seconds),
    fetchWholeText: (textSignal) => void (wholeTextSignal = textSignal),
    isForced: (track) => hls.subtitleTracks.some(({ forced, trackNode }) => forced && trackNode?.track === track),
    livePosition: () => (stream.current.live ? hls.liveSyncPosition : null),
    thumbnailAt: (seconds) => (tileAt ? tileAt(seconds) : frames.frameAt(seconds)),
    latency: () => (stream.current.live ? hls.latency : null),
    startDate() {
      const { playingDate } = hls;
      return playingDate && new Date(playingDate.getTime() - video.currentTime * 1000);
    }
  };
}

/** A missing I-frame is not a gap in the video, and not a reason to retry or to report an error. */
const noTracker: FragmentTracker = { announce: ({ url }) => url, decisionOn: () => 'none', complete: (_, media) => media };

/** Starts with the prefetched rendition, which hls.js may have sorted to another index. */
function startAtRendition(hls: HlsType, events: typeof HlsType.Events, { rendition }: InitialRendition): void {
  hls.once(events.MANIFEST_PARSED, (_, { levels }) => {
    const level = levels.findIndex(({ url }) => url.includes(rendition));
    if (level >= 0) hls.startLevel = level;
  });
}

/** Starts at the last segment when `startTime` (in seconds) is after the end, where hls.js would wait for media to play. */
function clampStartPosition(hls: HlsType, events: typeof HlsType.Events, startTime: number): void {
  hls.once(events.LEVEL_LOADED, (_, { details: { live, edge, fragments } }) => {
    if (!live && startTime >= edge) hls.startLoad(fragments.at(-1)?.start);
  });
}

/**
 * Fails the attempt for a live stream whose playlist drops its first segments: its time 0 is the first segment that this engine has seen,
 * so it is not known which media a withdrawn passage means.
 */
function refuseSlidingTimeline(hls: HlsType, events: typeof HlsType.Events, failAttempt: EngineContext['failAttempt']): void {
  hls.on(events.LEVEL_LOADED, (_, { details: { live, type } }) => {
    if (live && type !== 'EVENT')
      failAttempt(new PlayerError('policy/withdrawn', 'Passages of this live stream are withdrawn, but its timeline has no fixed start.'));
  });
}

/** A buffer that one segment fills, however short it is. */
const oneSegmentSeconds = 0.1;

/** Buffers one segment of each track until the video is used. */
function loadOnlyFirstSegments(hls: HlsType, events: typeof HlsType.Events, { video, startTime, signal }: EngineContext): void {
  const { maxBufferLength, maxMaxBufferLength, maxBufferSize } = hls.config;
  Object.assign(hls.config, { maxBufferLength: oneSegmentSeconds, maxMaxBufferLength: oneSegmentSeconds, maxBufferSize: 0 });
  const loaded = new Set<string>();
  // hls.js requests a second segment while the first one is being appended.
  const onLoaded = (_: unknown, { frag: { sn, type } }: FragLoadedData) => {
    if (sn !== 'initSegment') loaded.add(type);
    if (loaded.has('main') && (loaded.has('audio') || !hls.audioTracks.some(({ url }) => url))) hls.pauseBuffering();
  };
  hls.on(events.FRAG_LOADED, onLoaded);
  const resume = () => {
    hls.off(events.FRAG_LOADED, onLoaded);
    Object.assign(hls.config, { maxBufferLength, maxMaxBufferLength, maxBufferSize });
    hls.resumeBuffering();
  };
  whenUsed(video, startTime, resume, signal);
}

/** Milliseconds within which a further decoder error counts as the same fault. */
const sameFaultMs = 8000;
/** Milliseconds within which hls.js may report a decoder error again that the video has reported already. */
const duplicateMs = 300;

/**
 * Returns a function that recovers from a decoder error: the first time it feeds the same stream again, and after a repeated error it
 * skips the segment that failed. The function returns false when that did not help either.
 *
 * Without it, hls.js feeds the same bytes again and again: https://github.com/video-dev/hls.js/issues/7064.
 */
function decoderRecovery(
  hls: HlsType,
  missingFragments: MissingFragments,
  { video, monitor: { health } }: EngineContext
): (frag?: Fragment) => boolean {
  let lastError = -Infinity;
  let lastVideoError: MediaError | null = null;
  let faults = 0;
  return (frag) => {
    const now = performance.now();
    // Both the video and hls.js report the same decoder error. A new error of the video has an object of its own, however soon it follows.
    if (video.error ? video.error === lastVideoError : now - lastError < duplicateMs) return true;
    lastVideoError = video.error;
    faults = now - lastError < sameFaultMs ? faults + 1 : 1;
    lastError = now;
    if (faults > 3) return false;
    if (faults > 1) missingFragments.skipDamaged(frag);
    health.count('resets');
    hls.recoverMediaError();
    return true;
  };
}
