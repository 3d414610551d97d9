import type { EncodedPacketSink, InputAudioTrack, InputVideoTrack } from 'mediabunny';
import type { MediabunnyParts } from 'sealed:mediabunny.js';
import { bytesOf } from '../../../../lib/bytes-of.js';
import type { FileBytes } from '../file-bytes.js';
import { AudioFrames } from './audio-frames.js';
import { FlacFrames } from './flac-frames.js';
import type { FrameFinder } from './frame-finder.js';

/** Returns what finds the frames of a track in a file without an index; undefined when the container has one. */
export async function frameFinderFor(
  track: InputVideoTrack | InputAudioTrack,
  sink: EncodedPacketSink,
  parts: MediabunnyParts,
  bytes: FileBytes
): Promise<FrameFinder | undefined> {
  const { mimeType } = await track.input.getFormat();
  if (mimeType === 'audio/mpeg' || mimeType === 'audio/aac') return new AudioFrames(parts, bytes, sink);
  if (mimeType !== 'audio/flac' || !track.isAudioTrack()) return undefined;
  const decoderConfig = await track.getDecoderConfig();
  return decoderConfig?.description && new FlacFrames(parts, bytes, bytesOf(decoderConfig.description), decoderConfig.sampleRate);
}
