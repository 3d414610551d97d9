import type Hls from 'hls.js';
import type { Level, MediaPlaylist } from 'hls.js';
import type { Store } from '../../../lib/store.js';
import type { AudioTrack, Rendition, StreamState } from '../../stream.js';
import { defaultLatency } from '../default-latency.js';

const toRendition = ({ width, height, bitrate, frameRate, videoCodec }: Level, index: number): Rendition => ({
  id: String(index),
  width,
  height,
  bitrate,
  ...(frameRate > 0 && { frameRate }),
  ...(videoCodec && { codec: videoCodec })
});

function toAudioTrack(track: MediaPlaylist, index: number): AudioTrack {
  const { name, lang = '', characteristics = '', default: isDefault } = track;
  const describes = characteristics.includes('public.accessibility.describes-video');
  const kind = describes ? 'descriptions' : isDefault ? 'main' : 'alternative';
  // `CHANNELS` may continue with identifiers of a codec: `16/JOC`.
  const channels = parseInt(track.channels ?? '', 10);
  return { id: String(index), label: name, language: lang, kind, ...(channels > 0 && { channels }) };
}

/**
 * Returns the id of each level's rendition. Levels that differ only in their host or pathway are one rendition, that of the first; hls.js
 * uses the others as fallbacks by itself.
 */
function renditionIds(levels: readonly Level[]): string[] {
  const idsByRendition: Record<string, string> = {};
  return levels.map((level, index) => (idsByRendition[JSON.stringify(toRendition(level, 0))] ??= String(index)));
}

/** Copies levels, tracks and latency from hls.js into the stream state. */
export function watchStream(hls: Hls, events: typeof Hls.Events, stream: Store<StreamState>): void {
  let ids: readonly string[] = [];
  const updateLevels = () => {
    ids = renditionIds(hls.levels);
    stream.patch({
      renditions: hls.levels.map(toRendition).filter(({ id }, level) => id === ids[level]),
      playing: renditionOf(hls.currentLevel)
    });
  };
  const renditionOf = (level: number) => ids[level] ?? null;
  hls.on(events.MANIFEST_PARSED, updateLevels);
  hls.on(events.LEVELS_UPDATED, updateLevels);
  hls.on(events.LEVEL_SWITCHED, (_, { level }) => stream.patch({ playing: renditionOf(level) }));
  hls.on(events.FRAG_BUFFERED, () => stream.patch({ bandwidth: Math.round(hls.bandwidthEstimate) }));
  hls.on(events.AUDIO_TRACKS_UPDATED, () => stream.patch({ audioTracks: hls.audioTracks.map(toAudioTrack) }));
  // While paused nothing is rendered, so a new audio track is reported at once, because hls.js may report it only when playback resumes.
  // The first one is excluded, because forced captions depend on it, and hls.js has not created their tracks yet.
  hls.on(events.AUDIO_TRACK_SWITCHING, (_, { id }) => {
    if (hls.media?.paused && stream.current.audioTrack !== null) stream.patch({ audioTrack: String(id) });
  });
  hls.on(events.AUDIO_TRACK_SWITCHED, (_, { id }) => stream.patch({ audioTrack: String(id) }));
  hls.on(events.LEVEL_UPDATED, (_, { details }) => {
    if (!details.live) return stream.patch({ live: null });
    // Setting `targetLatency` discards its increase after a stall, so it is set only when it changes.
    const latency = defaultLatency(details.targetduration, details.totalduration);
    if (!details.holdBack && !details.partHoldBack && hls.config.liveSyncDuration !== latency) hls.targetLatency = latency;
    const targetLatency = hls.targetLatency ?? details.targetduration * 3;
    if (stream.current.live?.targetLatency !== targetLatency) stream.patch({ live: { targetLatency } });
  });
}
