import type { MediaInfo, MediaPlayerClass, Representation } from 'dashjs';
import type { Store } from '../../../lib/store.js';
import type { AudioTrack, Rendition, StreamState } from '../../stream.js';
import { channelsOf } from './mpd/channels.js';

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

const rolesOf = ({ roles, accessibility }: MediaInfo): string[] =>
  [...(roles ?? []), ...(accessibility ?? [])].map(({ value }) => String(value));

/** The scheme of TV-Anytime in which the value 1 marks an audio description (DVB-DASH, ETSI TS 103 285, 6.1.2). */
const audioPurpose = 'urn:tva:metadata:cs:AudioPurposeCS:2007';

const describes = (track: MediaInfo): boolean =>
  rolesOf(track).includes('description') ||
  (track.accessibility ?? []).some(({ schemeIdUri, value }) => schemeIdUri === audioPurpose && String(value) === '1');

/** Returns whether the track holds forced subtitles, which no viewer chooses, by the roles of ISO/IEC 23009-1. */
export const isForced = (track: MediaInfo): boolean => /forced[-_]subtitle/.test(rolesOf(track).join());

const labelOf = ({ labels }: MediaInfo): string => (labels as { text?: string }[] | undefined)?.find(({ text }) => text)?.text ?? '';

function toAudioTrack(track: MediaInfo): AudioTrack {
  const roles = rolesOf(track);
  const kind = describes(track) ? 'descriptions' : (['commentary', 'main'].find((role) => roles.includes(role)) ?? 'alternative');
  const channels = channelsOf(track.audioChannelConfiguration ?? []);
  return { id: trackId(track), label: labelOf(track), language: track.lang ?? '', kind, ...(channels && { channels }) };
}

/** Copies renditions, tracks and bandwidth from dash.js into the stream state. */
export function watchStream(player: MediaPlayerClass, stream: Store<StreamState>, signal: AbortSignal): void {
  const describe = (audio: MediaInfo | null | undefined) => {
    // dash.js may report a stream that it was creating when it was destroyed, and then throws when it is queried.
    if (signal.aborted) return;
    stream.patch({
      // Unfiltered, because the player size limits what dash.js chooses automatically, not what the viewer may choose.
      renditions: player.getRepresentationsByTypeUnfiltered('video').map(toRendition),
      audioTracks: player.getTracksFor('audio').map(toAudioTrack),
      ...(audio && { audioTrack: trackId(audio) }),
      // dash.js labels a text track by the id of its adaptation set, and keeps the text tracks of all periods in the video.
      textNames: new Map([
        ...stream.current.textNames,
        ...player.getTracksFor('text').map((track) => [trackId(track), labelOf(track)] as const)
      ]),
      thumbnails: player.getTracksFor('image').length > 0,
      live: player.isDynamic() ? { targetLatency: player.getTargetLiveDelay() } : null
    });
  };
  player.on('streamInitialized', () => describe(signal.aborted ? null : player.getCurrentTrackFor('audio')));
  // Report the track that is rendered, not the one that was selected: a selection that was undone at once is never rendered, and a track
  // that was rendered before another selection is no longer current.
  const isCurrent = (audio: MediaInfo) => !signal.aborted && player.getCurrentTrackFor('audio')?.id === audio.id;
  player.on('trackChangeRendered', ({ mediaType, newMediaInfo }: { mediaType: string; newMediaInfo?: MediaInfo | null }) =>
    describe(mediaType === 'audio' && newMediaInfo && isCurrent(newMediaInfo) ? newMediaInfo : null)
  );
  // While paused nothing is rendered, so a new audio track is reported at once. The first one is excluded because dash.js selects it while
  // it still creates the stream.
  player.on('currentTrackChanged', ({ newMediaInfo }: { newMediaInfo: MediaInfo }) => {
    if (newMediaInfo.type !== 'audio' || signal.aborted || stream.current.audioTrack === null || !player.isPaused()) return;
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
