import type { InputAudioTrack, InputVideoTrack } from 'mediabunny';
import type { MediabunnyParts } from 'sealed:mediabunny.js';
import { bytesOf } from '../../../../lib/bytes-of.js';
import { UnreadableFile } from '../pass-to-browser.js';
import { AdtsFragmentWriter, decoderDescription } from './adts.js';
import type { FragmentFormat } from './fragment-format.js';
import { intactSampleCheck } from './intact-samples.js';
import { Mp4FragmentWriter } from './mp4-fragment.js';
import { initSegment, type TrackDescription } from './mp4-init-segment.js';
import { webmFormat } from './webm-fragment.js';

/** What a source buffer gets of a track. */
export interface StreamFormat {
  /** Of the source buffer, with the codec. */
  readonly mimeType: string;
  /** Null when the packets themselves are the stream, without a container, as in an MP3 file. */
  readonly fragments: FragmentFormat | null;
  /** Whether a browser takes a sample. */
  isIntact(sample: Uint8Array): boolean;
}

const acceptAll = () => true;

/** Units per second of a video track, for which each container has its own. */
const videoTimescale = 1_000_000;

/** Formats of audio without a container, which Media Source takes as they are (MPEG Audio Byte Stream Format). */
const byteStreams: Readonly<Record<string, string>> = { mp3: 'audio/mpeg' };

/** Returns the error for a file that only the browser itself may be able to play. */
export const unsupported = (cause?: unknown) =>
  new UnreadableFile('format', 'This browser does not accept the container or a codec of this file from a script.', {
    cause
  });

/** Returns how a track is passed to Media Source. @throws UnreadableFile when no browser takes its codec from a script */
export const streamFormatOf = (track: InputVideoTrack | InputAudioTrack, parts: MediabunnyParts): Promise<StreamFormat> =>
  track.isVideoTrack() ? videoFormat(track, parts) : audioFormat(track, parts);

function mp4(parts: MediabunnyParts, description: TrackDescription): FragmentFormat {
  return { init: initSegment(parts, description), createWriter: () => new Mp4FragmentWriter(description.timescale) };
}

async function videoFormat(track: InputVideoTrack, parts: MediabunnyParts): Promise<StreamFormat> {
  const [codec, decoderConfig] = [await track.getCodec(), await track.getDecoderConfig()];
  if (!codec || !decoderConfig || codec === 'prores') throw unsupported();
  const [width, height] = [await track.getCodedWidth(), await track.getCodedHeight()];
  const pixelAspectRatio = await track.getPixelAspectRatio();
  if (codec === 'vp8') {
    const displayWidth = Math.round((width * pixelAspectRatio.num) / pixelAspectRatio.den);
    const size = { width, height, displayWidth };
    return {
      mimeType: 'video/webm; codecs="vp8"',
      fragments: webmFormat({ codecId: 'V_VP8', codecPrivate: undefined, size, audio: undefined }),
      isIntact: acceptAll
    };
  }
  // Every sample entry is written with the parameter sets in it.
  const name = decoderConfig.codec.replace(/^hev1/, 'hvc1');
  if ((codec === 'avc' || codec === 'hevc') && !decoderConfig.description) throw unsupported(name);
  const info = { decoderConfig, width, height, pixelAspectRatio, hasAlphaChannel: false };
  const matrix = await track.getTransformationMatrix();
  const description = { type: 'video', codec, timescale: videoTimescale, matrix, info } as const;
  const isIntact = intactSampleCheck(codec, decoderConfig.description && bytesOf(decoderConfig.description));
  return { mimeType: `video/mp4; codecs="${name}"`, fragments: mp4(parts, description), isIntact };
}

async function audioFormat(track: InputAudioTrack, parts: MediabunnyParts): Promise<StreamFormat> {
  const [codec, decoderConfig] = [await track.getCodec(), await track.getDecoderConfig()];
  if (!codec || !decoderConfig) throw unsupported();
  if ((await track.input.getFormat()).mimeType === 'audio/aac') return adtsFormat(track, parts, decoderConfig);
  const byteStream = byteStreams[codec];
  if (byteStream) return { mimeType: byteStream, fragments: null, isIntact: acceptAll };
  const needsDescription = codec === 'aac' || codec === 'flac' || codec === 'vorbis';
  if (needsDescription && !decoderConfig.description) throw unsupported(decoderConfig.codec);
  const [sampleRate, numberOfChannels] = [await track.getSampleRate(), await track.getNumberOfChannels()];
  if (codec === 'vorbis') {
    const audio = { samplingFrequency: sampleRate, channels: numberOfChannels };
    return {
      mimeType: 'audio/webm; codecs="vorbis"',
      fragments: webmFormat({
        codecId: 'A_VORBIS',
        codecPrivate: decoderConfig.description && bytesOf(decoderConfig.description),
        size: undefined,
        audio
      }),
      isIntact: acceptAll
    };
  }
  const info = { decoderConfig, sampleRate, numberOfChannels };
  const description = { type: 'audio', codec, timescale: sampleRate, info } as const;
  return { mimeType: `audio/mp4; codecs="${decoderConfig.codec}"`, fragments: mp4(parts, description), isIntact: acceptAll };
}

/** Returns how AAC without a container (ADTS) is passed: in MP4, because some browsers reject ADTS, or declare it and then reject it. */
async function adtsFormat(track: InputAudioTrack, parts: MediabunnyParts, config: AudioDecoderConfig): Promise<StreamFormat> {
  const first = await new parts.EncodedPacketSink(track).getFirstPacket();
  const description = first && decoderDescription(first.data);
  if (!description) throw unsupported(config.codec);
  const { sampleRate, numberOfChannels } = config;
  const info = { decoderConfig: { ...config, description }, sampleRate, numberOfChannels };
  const { init, createWriter } = mp4(parts, { type: 'audio', codec: 'aac', timescale: sampleRate, info });
  const fragments = { init, createWriter: () => new AdtsFragmentWriter(createWriter()) };
  return { mimeType: `audio/mp4; codecs="${config.codec}"`, fragments, isIntact: acceptAll };
}
