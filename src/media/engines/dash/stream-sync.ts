import type { MediaInfo, MediaPlayerClass, Representation } from 'dashjs';
import type { Store } from '../../../lib/store.js';
import type { AudioTrack, Rendition, StreamState } from '../../stream.js';
import { channelsOf } from './mpd/channels.js';
import { audioKind } from './mpd/roles.js';

const toRendition = ({ id, width, height, bandwidth, frameRate, codecs }: Representation): Rendition => ({
  id,
  width: width || 0,
  height: height || 0,
  bitrate: bandwidth,
  ...(frameRate > 0 && { frameRate }),
  ...(codecs && { codec: codecs })
});

/**
 * Returns the track's id, which is that of its adaptation set (see `mpd/adaptation-set-ids.ts`); dash.js turns numeric ids into numbers.
 */
export const trackId = ({ id }: MediaInfo): string => String(id);

export const labelOf = ({ labels }: MediaInfo): string =>
  (labels as { text?: string }[] | undefined)?.find(({ text }) => typeof text === 'string' && text)?.text ?? '';

export function toAudioTrack(track: MediaInfo): AudioTrack {
  const channels = channelsOf(track.audioChannelConfiguration ?? []);
  return { id: trackId(track), label: labelOf(track), language: track.lang ?? '', kind: audioKind(track), ...(channels && { channels }) };
}

/** Copies renditions, tracks and bandwidth from dash.js into the stream state. */
export function watchStream(player: MediaPlayerClass, stream: Store<StreamState>, signal: AbortSignal): void {
  const patchStream = (audio: MediaInfo | null | undefined) => {
    // dash.js may report a stream that it was creating when it was destroyed, and then throws when it is queried.
    if (signal.aborted) return;
    stream.patch({
      // Unfiltered, because the player size limits what dash.js chooses automatically, not what the viewer may choose.
      renditions: player.getRepresentationsByTypeUnfiltered('video').map(toRendition),
      audioTracks: player.getTracksFor('audio').map(toAudioTrack),
      ...(audio && { audioTrack: trackId(audio) }),
      // dash.js labels a text track by the id of its adaptation set; those of the next period are created before it begins.
      textNames: new Map([
        ...stream.current.textNames,
        ...player.getTracksFor('text').map((track) => [trackId(track), labelOf(track)] as const)
      ]),
      thumbnails: player.getTracksFor('image').length > 0,
      live: player.isDynamic() ? { targetLatency: player.getTargetLiveDelay() } : null
    });
  };
  player.on('dynamicToStatic', () => stream.patch({ live: null }));
  const describeCurrent = () => patchStream(signal.aborted ? null : player.getCurrentTrackFor('audio'));
  player.on('streamInitialized', describeCurrent);
  player.on('periodSwitchCompleted', () => {
    describeCurrent();
    const rendition = signal.aborted ? null : player.getCurrentRepresentationForType('video');
    if (rendition && stream.current.playing !== null) stream.patch({ playing: rendition.id });
  });
  // Report the track that is rendered, not the one that was selected: a selection that was undone at once is never rendered, and a track
  // that was rendered before another selection is no longer current. dash.js also prepares the next period, which is not heard yet.
  const isCurrent = ({ id, streamInfo }: MediaInfo) =>
    !signal.aborted &&
    player.getCurrentTrackFor('audio')?.id === id &&
    String(player.getActiveStream()?.getId()) === String(streamInfo?.id);
  player.on('trackChangeRendered', ({ mediaType, newMediaInfo }: { mediaType: string; newMediaInfo?: MediaInfo | null }) =>
    patchStream(mediaType === 'audio' && newMediaInfo && isCurrent(newMediaInfo) ? newMediaInfo : null)
  );
  // While paused nothing is rendered, so a new audio track is reported at once. The first one is excluded because dash.js selects it while
  // it still creates the stream.
  player.on('currentTrackChanged', ({ newMediaInfo }: { newMediaInfo: MediaInfo }) => {
    if (newMediaInfo.type !== 'audio' || stream.current.audioTrack === null || !isCurrent(newMediaInfo) || !player.isPaused()) return;
    stream.patch({ audioTrack: trackId(newMediaInfo) });
  });
  player.on('throughputMeasurementStored', () => {
    const kilobits = player.getAverageThroughput('video');
    if (kilobits > 0) stream.patch({ bandwidth: Math.round(kilobits * 1000) });
  });
  player.on(
    'qualityChangeRendered',
    ({ mediaType, newRepresentation }: { mediaType: string; newRepresentation?: Representation | null }) => {
      if (mediaType === 'video' && newRepresentation) stream.patch({ playing: newRepresentation.id });
    }
  );
}
