import type Hls from 'hls.js';
import type { Level, MediaPlaylist } from 'hls.js';
import type { Store } from '../../../lib/store.js';
import type { AudioTrack, Rendition, StreamState } from '../../engine.js';
import { chooseLatency } from '../live-latency.js';

const toRendition = ({ width, height, bitrate, frameRate, videoCodec }: Level, index: number): Rendition => ({
  id: String(index),
  width,
  height,
  bitrate,
  ...(frameRate > 0 && { frameRate }),
  ...(videoCodec && { codec: videoCodec })
});

function toAudioTrack({ name, lang = '', characteristics = '', default: main }: MediaPlaylist, index: number): AudioTrack {
  const describes = characteristics.includes('public.accessibility.describes-video');
  return { id: String(index), label: name, language: lang, kind: describes ? 'descriptions' : main ? 'main' : 'alternative' };
}

/** Writes what hls.js says about the stream into the state, as hls.js says it. */
export function watchStream(hls: Hls, events: typeof Hls.Events, stream: Store<StreamState>): void {
  const levels = () =>
    stream.patch({ renditions: hls.levels.map(toRendition), playing: hls.currentLevel < 0 ? null : String(hls.currentLevel) });
  hls.on(events.MANIFEST_PARSED, levels);
  hls.on(events.LEVELS_UPDATED, levels);
  hls.on(events.LEVEL_SWITCHED, (_, { level }) => stream.patch({ playing: String(level) }));
  hls.on(events.FRAG_BUFFERED, () => stream.patch({ bandwidth: Math.round(hls.bandwidthEstimate) }));
  hls.on(events.AUDIO_TRACKS_UPDATED, () => stream.patch({ audioTracks: hls.audioTracks.map(toAudioTrack) }));
  // In a pause nothing is heard: another sound is told at once, for hls.js may tell of it only when it plays on. The first one is not
  // another: forced captions go by it, and hls.js has not yet made the tracks they are in.
  hls.on(events.AUDIO_TRACK_SWITCHING, (_, { id }) => {
    if (hls.media?.paused && stream.current.audioTrack !== null) stream.patch({ audioTrack: String(id) });
  });
  hls.on(events.AUDIO_TRACK_SWITCHED, (_, { id }) => stream.patch({ audioTrack: String(id) }));
  hls.on(events.LEVEL_UPDATED, (_, { details }) => {
    if (!details.live) return stream.patch({ live: null });
    // To set it is to forget that it was raised after a stall, so it is set only where it changes.
    const wanted = chooseLatency(details.targetduration, details.totalduration);
    if (!details.holdBack && !details.partHoldBack && hls.config.liveSyncDuration !== wanted) hls.targetLatency = wanted;
    const targetLatency = hls.targetLatency ?? details.targetduration * 3;
    if (stream.current.live?.targetLatency !== targetLatency) stream.patch({ live: { targetLatency } });
  });
}
