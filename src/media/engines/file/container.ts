import type { EncodedPacketSink, InputAudioTrack, InputVideoTrack } from 'mediabunny';
import type { MediabunnyParts } from 'sealed:mediabunny.js';
import { AudioFrames } from './audio-frames.js';
import type { FileBytes } from './file-bytes.js';
import { initSegment, type TrackDescription } from './init-segment.js';
import { UnreadableFile } from './pass-to-browser.js';

/** A track of a file that Media Source accepts. */
export interface FileTrack {
  readonly type: 'video' | 'audio';
  /** Reads the packets of the track from the file. */
  readonly sink: EncodedPacketSink;
  /** Of the source buffer, with the codec. */
  readonly mimeType: string;
  /** Null when the packets themselves are the stream, without a container, as in an MP3 file. */
  readonly fragments: { readonly init: Uint8Array; readonly timescale: number } | null;
  /** Of the first packet, in seconds. */
  readonly firstTimestamp: number;
  /** The frames of a file without an index. */
  readonly frames: AudioFrames | undefined;
}

/** The content of a file. */
export interface FileContent {
  readonly tracks: readonly FileTrack[];
  /** In seconds. */
  readonly duration: number;
}

/** A larger file is not read as a whole to find out how long it is. */
const maxScannedBytes = 16_000_000;

/** Units per second of a video track, for which each container has its own. */
const videoTimescale = 1_000_000;

/** Formats of audio without a container, which Media Source takes as they are (MPEG Audio Byte Stream Format). */
const byteStreams: Readonly<Record<string, string>> = { mp3: 'audio/mpeg' };

const unsupported = (cause?: unknown) =>
  new UnreadableFile('format', 'This browser does not accept the container or a codec of this file from a script.', {
    cause
  });

/** Opens the file. @throws PlayerError `media/unsupported-codec` when the browser accepts a track from no script; what reading throws */
export async function openContainer(
  parts: MediabunnyParts,
  bytes: FileBytes,
  accepts: (mimeType: string) => boolean,
  signal: AbortSignal
): Promise<FileContent> {
  const { Input: InputClass, CustomSource, MP4, QTFF, WEBM, MATROSKA, MP3, ADTS, FLAC, OGG } = parts;
  const source = new CustomSource({
    getSize: () => bytes.size,
    read: (start, end) => bytes.read(start, end),
    handleUnhandledError: () => undefined
  });
  const input = new InputClass({ formats: [MP4, QTFF, WEBM, MATROSKA, MP3, ADTS, FLAC, OGG], source });
  signal.addEventListener('abort', () => input.dispose(), { once: true });
  if (!(await input.canRead())) throw unsupported();
  const [video, audio] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
  const hasNoIndex = /^audio\/(mpeg|aac)$/.test((await input.getFormat()).mimeType);
  const inputTracks = [video, audio].filter((track) => track !== null);
  const tracks = await Promise.all(
    inputTracks.map(async (track): Promise<FileTrack> => {
      const [stream, description] = await (track.isVideoTrack() ? describeVideo(track) : describeAudio(track));
      if (!accepts(stream)) throw unsupported(stream);
      const firstTimestamp = await track.getFirstTimestamp();
      // Media Source drops all frames up to the next key frame after one before zero.
      if (track.type === 'video' && firstTimestamp < 0) throw unsupported('The video track starts before zero.');
      const fragments = description && { init: initSegment(parts, description), timescale: description.timescale };
      const sink = new parts.EncodedPacketSink(track);
      const frames = hasNoIndex ? new AudioFrames(parts, bytes, sink) : undefined;
      return { type: track.type as 'video' | 'audio', sink, mimeType: stream, fragments, firstTimestamp, frames };
    })
  );
  if (tracks.length === 0) throw unsupported();
  const known = (await input.getDurationFromMetadata(inputTracks)) ?? (await tracks[0]!.frames?.duration());
  // Without an index, only all of the file says how long it is.
  if (known === undefined && bytes.size > maxScannedBytes) throw unsupported('The file does not say how long it is.');
  return { tracks, duration: known ?? (await input.computeDuration(inputTracks)) };
}

/** The MIME type of a track, and what its init segment describes; null without an init segment. */
type Described = readonly [mimeType: string, description: TrackDescription | null];

async function describeVideo(track: InputVideoTrack): Promise<Described> {
  const [codec, decoderConfig] = [await track.getCodec(), await track.getDecoderConfig()];
  if (!codec || !decoderConfig || codec === 'prores') throw unsupported();
  // Every sample entry is written with the parameter sets in it.
  const name = decoderConfig.codec.replace(/^hev1/, 'hvc1');
  if ((codec === 'avc' || codec === 'hevc') && !decoderConfig.description) throw unsupported(name);
  const info = {
    decoderConfig,
    width: await track.getCodedWidth(),
    height: await track.getCodedHeight(),
    pixelAspectRatio: await track.getPixelAspectRatio(),
    hasAlphaChannel: false
  };
  const matrix = await track.getTransformationMatrix();
  return [`video/mp4; codecs="${name}"`, { type: 'video', codec, timescale: videoTimescale, matrix, info }];
}

async function describeAudio(track: InputAudioTrack): Promise<Described> {
  const [codec, decoderConfig] = [await track.getCodec(), await track.getDecoderConfig()];
  if (!codec || !decoderConfig) throw unsupported();
  const format = await track.input.getFormat();
  const byteStream = format.mimeType === 'audio/aac' ? 'audio/aac' : byteStreams[codec];
  if (byteStream) return [byteStream, null];
  if (codec === 'aac' && !decoderConfig.description) throw unsupported(decoderConfig.codec);
  const sampleRate = await track.getSampleRate();
  const info = { decoderConfig, sampleRate, numberOfChannels: await track.getNumberOfChannels() };
  return [`audio/mp4; codecs="${decoderConfig.codec}"`, { type: 'audio', codec, timescale: sampleRate, info }];
}
