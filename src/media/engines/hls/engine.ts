import type HlsType from 'hls.js';
import type { Fragment, LoaderContext } from 'hls.js';
import type SealHls from 'sealed:hls.js';
import { listen } from '../../../lib/listen.js';
import { PlayerError } from '../../error.js';
import { createRealm } from '../../realm/realm.js';
import type { Engine, EngineContext } from '../../engine.js';
import type { FirstChoice } from '../../head-start/head-start.js';
import type { Recovery } from '../../recovery/recovery.js';
import { feedByObject } from '../feed-by-object.js';
import { configure } from './config.js';
import { bringProtection } from './drm.js';
import { toError } from './errors.js';
import { IFrames } from './frames.js';
import { HlsGaps } from './gaps.js';
import { guardLoader } from './loader.js';
import { keepFirstCues } from './metadata.js';
import { heedRefusal } from './refusal.js';
import { watchStream } from './stream.js';
import { tilesOf } from './tiles.js';
import { withWholeText } from './whole-text.js';
import { dropTall } from './tall.js';

/** Plays HLS with hls.js, sealed. */
export async function start(context: EngineContext, seal: typeof SealHls): Promise<Engine> {
  const { video, source, guard, recovery, stream, drm, first, opened, signal, fail } = context;
  // What passes the loader says what it is for; a licence is all that hls.js asks for by itself.
  const realm = createRealm(guard, () => 'license');
  const protection = drm && (await bringProtection(realm));
  signal.throwIfAborted();
  feedByObject(realm, video, signal);
  const parts = seal(realm);
  const { Hls } = parts;
  const gaps = new HlsGaps(context);
  let reader: AbortSignal | undefined;
  const { subtitleStreamController: text } = Hls.DefaultConfig;
  const hls = new Hls({
    ...configure(context),
    ...protection,
    loader: guardLoader(parts, guard, gaps),
    ...(text && { subtitleStreamController: withWholeText(text, () => reader?.aborted === false) })
  });
  signal.addEventListener('abort', () => hls.destroy(), { once: true });
  dropTall(hls, Hls.Events, context.maxHeight);
  watchStream(hls, Hls.Events, stream);
  if (first) beginWith(hls, Hls.Events, first);
  beginInside(hls, Hls.Events, context.startTime);
  gaps.watch(hls, Hls.Events);
  keepFirstCues(hls, Hls.Events, video);
  const recover = decoderRecovery(hls, gaps, recovery);
  hls.on(Hls.Events.ERROR, (_, data) => {
    if (heedRefusal(hls, data, context) || !data.fatal) return;
    const error = toError(data);
    if (error.code !== 'media/decode' || !recover(data.frag)) fail(error);
  });
  const brokenOff = () => {
    if (!video.error) return;
    const { code, message: cause } = video.error;
    if (code !== MediaError.MEDIA_ERR_DECODE) fail(new PlayerError('engine/failed', 'The browser gave up on the video.', { cause }));
    else if (!recover()) fail(new PlayerError('media/decode', 'The video is damaged and cannot be decoded.', { cause }));
  };
  listen(video, 'error', brokenOff, signal);
  const tileAt = tilesOf(context);
  const frames = new IFrames(hls, guardLoader(parts, guard, unattended), signal);
  hls.on(Hls.Events.MANIFEST_PARSED, () => stream.patch({ thumbnails: tileAt !== undefined || hls.iframeVariants.length > 0 }));
  hls.loadSource(source.url.href);
  hls.attachMedia(opened ? { media: video, mediaSource: opened } : video);
  return {
    chooseRendition(id) {
      const level = id === 'auto' ? -1 : Number(id);
      if (level !== -1 && !hls.levels[level]) return;
      hls.nextLevel = level;
      stream.patch({ choice: id });
    },
    chooseAudioTrack(id) {
      if (hls.audioTracks[Number(id)]) hls.audioTrack = Number(id);
    },
    holeEnd: (seconds) => gaps.holeEnd(seconds),
    fetchWholeText: (wanted) => void (reader = wanted),
    isForced: (track) => hls.subtitleTracks.some(({ forced, trackNode }) => forced && trackNode?.track === track),
    liveEdge: () => (stream.current.live ? hls.liveSyncPosition : null),
    thumbnailAt: (seconds) => (tileAt ? tileAt(seconds) : frames.at(seconds)),
    latency: () => (stream.current.live ? hls.latency : null),
    startDate() {
      const { playingDate } = hls;
      return playingDate && new Date(playingDate.getTime() - video.currentTime * 1000);
    }
  };
}

/** A small picture that is missing is no hole in the film. */
const unattended = { announce: ({ url }: LoaderContext) => url, decisionOn: () => 'none' as const };

/** Starts with the rendition whose segments are on their way, whatever place hls.js gave it among the others. */
function beginWith(hls: HlsType, events: typeof HlsType.Events, { rendition }: FirstChoice): void {
  hls.once(events.MANIFEST_PARSED, (_, { levels }) => {
    const level = levels.findIndex(({ url }) => url.includes(rendition));
    if (level >= 0) hls.startLevel = level;
  });
}

/** Brings a beginning after the end to the last segment; hls.js would wait there for something to play. */
function beginInside(hls: HlsType, events: typeof HlsType.Events, startTime: number): void {
  hls.once(events.LEVEL_LOADED, (_, { details: { live, edge, fragments } }) => {
    if (!live && startTime >= edge) hls.startLoad(fragments.at(-1)?.start);
  });
}

/** Milliseconds within which a second stumble of the decoder is about the same place, or about the same bytes. */
const patience = 8000;
const echo = 300;

/**
 * Gives a decoder that stumbled the stream once more; when it stumbles again, without the segment it stumbled over. False when
 * that did not help either.
 *
 * hls.js by itself feeds it the same bytes again and again: https://github.com/video-dev/hls.js/issues/7064.
 */
function decoderRecovery(hls: HlsType, gaps: HlsGaps, { health }: Recovery): (frag?: Fragment) => boolean {
  let last = -Infinity;
  let stumbles = 0;
  return (frag) => {
    const now = performance.now();
    // One stumble is told twice, by the video and by hls.js.
    if (now - last < echo) return true;
    stumbles = now - last < patience ? stumbles + 1 : 1;
    last = now;
    if (stumbles > 3) return false;
    if (stumbles > 1) gaps.leaveOut(frag);
    health.count('resets');
    hls.recoverMediaError();
    return true;
  };
}
