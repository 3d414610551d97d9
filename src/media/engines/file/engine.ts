import type { MediabunnyParts } from 'sealed:mediabunny.js';
import { listen, once } from '../../../lib/listen.js';
import { afterPassage } from '../../withdrawn/after-passage.js';
import { removeFrames } from '../../withdrawn/remove-frames.js';
import { PlayerError, toPlayerError } from '../../error.js';
import type { Engine, EngineContext } from '../engine.js';
import { whenUsed } from '../first-use.js';
import { matchAudioTrack } from '../track-matching.js';
import { openContainer, type FileContent, type FileTrack } from './container.js';
import type { FileBytes } from './file-bytes.js';
import { requestFile } from './request-file.js';
import { openMediaSource } from './open-media-source.js';
import { fileRealm } from './file-realm.js';
import { passToBrowser } from './pass-to-browser.js';
import { TrackBuffer } from './track-buffer.js';
import { showTexts } from './text/file-texts.js';
import { TrackFeed } from './track-feed.js';
import { endsTooEarly, failAtEnd } from './truncation.js';

/**
 * Plays a file that the guard fetches: reads its packets and passes them to a Media Source. Resolves when the first frame can be shown.
 * After a failure before that, the browser itself plays the file.
 */
export async function start(context: EngineContext, seal: Promise<(realm: object) => MediabunnyParts>): Promise<Engine> {
  const lifetime = new AbortController();
  try {
    return await play(context, seal, AbortSignal.any([context.signal, lifetime.signal]));
  } catch (error) {
    lifetime.abort();
    return passToBrowser(error, context);
  }
}

async function play(context: EngineContext, seal: Promise<(realm: object) => MediabunnyParts>, signal: AbortSignal): Promise<Engine> {
  const { video, stream, earlyMediaSource, startTime, failAttempt } = context;
  let reject: (error: unknown) => void;
  const failure = new Promise<never>((_, rejectPromise) => (reject = rejectPromise));
  failure.catch(() => undefined);
  let hasStarted = false;
  const onError = (error: unknown) => {
    if (signal.aborted) return;
    if (hasStarted) failAttempt(toPlayerError(error));
    else reject(error);
  };
  listen(
    video,
    'error',
    () => onError(new PlayerError('media/decode', 'The video is damaged and cannot be decoded.', { cause: video.error?.message })),
    signal
  );
  const [bytes, mediaSource, parts] = await Promise.all([
    requestFile(context, signal),
    openMediaSource(video, earlyMediaSource, signal),
    seal.then((open) => open(fileRealm()))
  ]);
  const { isTypeSupported } = mediaSource.constructor as typeof MediaSource;
  const content = await openContainer(parts, bytes, (type) => isTypeSupported(type), signal);
  signal.throwIfAborted();
  // The page may have set a position while the file was opened.
  const from = Math.min(afterPassage(context.withdrawn, video.currentTime || startTime), content.duration);
  if (startTime > 0 || from > video.currentTime) video.currentTime = from;
  const { audio } = content;
  const preferredAudio =
    context.choices.audio &&
    matchAudioTrack(
      audio.map(({ info }) => info),
      context.choices.audio
    );
  const firstAudio = audio.find(({ info }) => info.id === preferredAudio?.id) ?? audio[0];
  const tracks = [content.video, firstAudio?.track].filter((track) => track !== undefined);
  const feeds = feed(tracks, content, bytes, mediaSource, from, context, signal, onError);
  stream.patch({ live: null });
  const starting = new AbortController();
  listen(feeds[0]!.appends, 'append', () => startWhereMediaBegin(video, mediaSource, from), AbortSignal.any([starting.signal, signal]));
  await Promise.race([once(video, 'loadeddata', [signal, 'abort']), failure]);
  starting.abort();
  signal.throwIfAborted();
  hasStarted = true;
  stream.patch({ audioTracks: audio.map(({ info }) => info), audioTrack: firstAudio?.info.id ?? null });
  showTexts(content.texts, -content.start, bytes, video, signal);
  let chosenAudio = firstAudio;
  return {
    chooseRendition() {},
    chooseAudioTrack(id) {
      const chosen = audio.find(({ info }) => info.id === id);
      if (!chosen || chosen === chosenAudio) return;
      chosenAudio = chosen;
      feeds.at(-1)!.replace(chosen.track, video.currentTime, () => stream.patch({ audioTrack: id }));
    },
    livePosition: () => null,
    output: {
      bufferedEnd() {
        if (mediaSource.readyState !== 'open') return null;
        const ends = [...mediaSource.sourceBuffers].map(({ buffered }) => (buffered.length > 0 ? buffered.end(buffered.length - 1) : 0));
        return ends.length > 0 ? Math.max(...ends) : null;
      },
      end: () => endOf(mediaSource, feeds)
    }
  };
}

/** A browser starts by itself where the tracks begin, if that is not later than this after the playback position. */
const maxStartGapSeconds = 0.3;

/**
 * Moves the playback position from the start position, in seconds, to the first media if those between are damaged, and therefore left out.
 * After a seek of the viewer, the buffers may still contain the media of the start position.
 */
function startWhereMediaBegin(video: HTMLVideoElement, { sourceBuffers }: MediaSource, startPosition: number): void {
  if (Math.abs(video.currentTime - startPosition) > maxStartGapSeconds) return;
  const begin = Math.max(...[...sourceBuffers].map(({ buffered }) => (buffered.length > 0 ? buffered.start(0) : Infinity)));
  if (Number.isFinite(begin) && begin > video.currentTime + maxStartGapSeconds) video.currentTime = begin;
}

/** Declares the end of the media when no buffer is being changed. */
function endOf(mediaSource: MediaSource, feeds: readonly TrackFeed[]): void {
  if (mediaSource.readyState === 'open' && feeds.every(({ updating }) => !updating)) mediaSource.endOfStream();
}

/** Feeds all tracks from a time in seconds on, and from each position to which the viewer seeks. */
function feed(
  tracks: readonly FileTrack[],
  { start, duration }: FileContent,
  bytes: FileBytes,
  mediaSource: MediaSource,
  from: number,
  { video, onlyMetadata, startTime, withdrawn }: EngineContext,
  signal: AbortSignal,
  onError: (error: unknown) => void
): readonly TrackFeed[] {
  mediaSource.duration = duration;
  removeFrames(mediaSource, withdrawn);
  // A file whose first timestamp is later starts there, as when the browser itself plays it.
  const offset = -start;
  const firstUse = onlyMetadata ? new Promise<void>((resolve) => whenUsed(video, startTime, resolve, signal)) : Promise.resolve();
  const onEnd = () => {
    if (!feeds.every(({ ended }) => ended)) return;
    const end = Math.max(...feeds.map(({ position }) => position));
    // The duration of a file without an index is an estimate.
    if (!tracks.some(({ frames }) => frames) && endsTooEarly(end, duration)) failAtEnd(end, duration, video, signal).catch(onError);
    else endOf(mediaSource, feeds);
  };
  const buffers = tracks.map(({ format }) => new TrackBuffer(video, mediaSource.addSourceBuffer(format.mimeType)));
  const appends = new EventTarget();
  const feeds: readonly TrackFeed[] = tracks.map(
    (track, index) =>
      new TrackFeed(track, buffers[index]!, {
        video,
        duration,
        offset,
        withdrawn,
        firstUse,
        signal,
        appends,
        feeds: () => feeds,
        onEnd,
        onError
      })
  );
  const onSeeking = () => {
    const currentTime = afterPassage(withdrawn, video.currentTime);
    if (feeds.every((each) => each.reaches(currentTime))) return;
    bytes.seek();
    for (const each of feeds) each.seek(currentTime);
  };
  listen(video, 'seeking', onSeeking, signal);
  for (const each of feeds) each.start(from);
  return feeds;
}
