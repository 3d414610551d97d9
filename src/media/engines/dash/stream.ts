import type { MediaInfo, MediaPlayerClass, Representation } from 'dashjs';
import type { Store } from '../../../lib/store.js';
import type { AudioTrack, Rendition, StreamState } from '../../engine.js';

const toRendition = ({ id, width, height, bandwidth, frameRate, codecs }: Representation): Rendition => ({
  id,
  width: width || 0,
  height: height || 0,
  bitrate: bandwidth,
  ...(frameRate > 0 && { frameRate }),
  ...(codecs && { codec: codecs })
});

/** dash.js gives a track the id of its set (see `set-ids.ts`), as a number where it looks like one. */
export const trackId = ({ id }: MediaInfo): string => String(id);

const rolesOf = ({ roles, accessibility }: MediaInfo): string[] =>
  [...(roles ?? []), ...(accessibility ?? [])].map(({ value }) => String(value));

/** Purpose 1 of TV-Anytime's list, by which broadcasters mark a description (DVB-DASH, ETSI TS 103 285, 6.1.2). */
const purpose = 'urn:tva:metadata:cs:AudioPurposeCS:2007';

const describes = (track: MediaInfo): boolean =>
  rolesOf(track).includes('description') ||
  (track.accessibility ?? []).some(({ schemeIdUri, value }) => schemeIdUri === purpose && String(value) === '1');

/** Subtitles that nobody chooses, by the roles of ISO/IEC 23009-1. */
export const isForced = (track: MediaInfo): boolean => /forced[-_]subtitle/.test(rolesOf(track).join());

const labelOf = ({ labels }: MediaInfo): string => (labels as { text?: string }[] | undefined)?.find(({ text }) => text)?.text ?? '';

function toAudioTrack(track: MediaInfo): AudioTrack {
  const roles = rolesOf(track);
  const kind = describes(track) ? 'descriptions' : roles.includes('main') ? 'main' : 'alternative';
  return { id: trackId(track), label: labelOf(track), language: track.lang ?? '', kind };
}

/** Writes what dash.js says about the stream into the state, as dash.js says it. */
export function watchStream(player: MediaPlayerClass, stream: Store<StreamState>, signal: AbortSignal): void {
  const describe = (sound: MediaInfo | null | undefined) => {
    // dash.js tells of a stream it was still making when it was destroyed, and throws when it is then asked about it.
    if (signal.aborted) return;
    stream.patch({
      // Unfiltered: the size of the player caps what dash.js picks, never what the viewer may pick.
      renditions: player.getRepresentationsByTypeUnfiltered('video').map(toRendition),
      audioTracks: player.getTracksFor('audio').map(toAudioTrack),
      ...(sound && { audioTrack: trackId(sound) }),
      // dash.js labels a text track by the id of its adaptation set.
      textNames: new Map(player.getTracksFor('text').map((track) => [trackId(track), labelOf(track)])),
      thumbnails: player.getTracksFor('image').length > 0,
      live: player.isDynamic() ? { targetLatency: player.getTargetLiveDelay() } : null
    });
  };
  player.on('streamInitialized', () => describe(signal.aborted ? null : player.getCurrentTrackFor('audio')));
  // What is heard, and not what was chosen: one that was taken back at once was never heard, and nothing is said of it. Nor is anything
  // said of one that was heard before another was chosen.
  const isCurrent = (sound: MediaInfo) => !signal.aborted && player.getCurrentTrackFor('audio')?.id === sound.id;
  player.on('trackChangeRendered', ({ mediaType, newMediaInfo }: { mediaType: string; newMediaInfo?: MediaInfo | null }) =>
    describe(mediaType === 'audio' && newMediaInfo && isCurrent(newMediaInfo) ? newMediaInfo : null)
  );
  // In a pause nothing is heard: another sound is told at once. The first one dash.js chooses while it still makes the stream.
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
