import type { EncodedPacketSink, InputAudioTrack, InputVideoTrack } from 'mediabunny';
import type { MediabunnyParts } from 'sealed:mediabunny.js';
import { AudioFrames } from './audio-frames.js';
import { canonicalLanguage } from '../../../lib/language.js';
import type { AudioTrack } from '../../stream.js';
import type { FileBytes } from './file-bytes.js';
import { initSegment, type TrackDescription } from './init-segment.js';
import { UnreadableFile } from './pass-to-browser.js';
import { findTexts } from './text/file-texts.js';
import type { FileText } from './text/text-index.js';

/** A track of a file that Media Source accepts. */
export interface FileTrack {
  readonly type: 'video' | 'audio';
  /** Reads the packets of the track from the file. */
  readonly sink: EncodedPacketSink;
  /** Of the source buffer, with the codec. */
  readonly mimeType: string;
  /** Null when the packets themselves are the stream, without a container, as in an MP3 file. */
  readonly fragments: { readonly init: Uint8Array; readonly timescale: number } | null;
  /** The frames of a file without an index. */
  readonly frames: AudioFrames | undefined;
}

/** An audio track of a file, and what the menu says about it. */
export interface FileAudio {
  readonly track: FileTrack;
  readonly info: AudioTrack;
}

/** The content of a file. */
export interface FileContent {
  readonly video: FileTrack | undefined;
  /** The one that the file prefers is first. */
  readonly audio: readonly FileAudio[];
  readonly texts: readonly FileText[];
  /** The first timestamp, and the duration, in seconds. */
  readonly start: number;
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
  const { mimeType: format } = await input.getFormat();
  const hasNoIndex = /^audio\/(mpeg|aac)$/.test(format);
  const toFileTrack = async (track: InputVideoTrack | InputAudioTrack): Promise<FileTrack> => {
    const [stream, description] = await (track.isVideoTrack() ? describeVideo(track) : describeAudio(track));
    if (!accepts(stream)) throw unsupported(stream);
    const fragments = description && { init: initSegment(parts, description), timescale: description.timescale };
    const sink = new parts.EncodedPacketSink(track);
    const frames = hasNoIndex ? new AudioFrames(parts, bytes, sink) : undefined;
    return { type: track.type as 'video' | 'audio', sink, mimeType: stream, fragments, frames };
  };
  const [inputVideo, firstAudio] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
  const mainTracks = [inputVideo, firstAudio].filter((track) => track !== null);
  if (mainTracks.length === 0) throw unsupported();
  const video = inputVideo ? await toFileTrack(inputVideo) : undefined;
  const audio = firstAudio ? [{ track: await toFileTrack(firstAudio), info: await infoOf(firstAudio) }] : [];
  for (const inputTrack of await input.getAudioTracks()) {
    const track = inputTrack === firstAudio ? undefined : await toFileTrack(inputTrack).catch(() => undefined);
    if (track) audio.push({ track, info: await infoOf(inputTrack) });
  }
  const starts = await Promise.all(mainTracks.map((track) => track.getFirstTimestamp()));
  // Media Source drops all frames up to the next key frame after one before zero.
  if (video && starts[0]! < 0) throw unsupported('The video track starts before zero.');
  const knownDuration = (await input.getDurationFromMetadata(mainTracks)) ?? (await (video ?? audio[0]?.track)?.frames?.duration());
  // Without an index, only all of the file says how long it is.
  if (knownDuration === undefined && bytes.size > maxScannedBytes) throw unsupported('The file does not say how long it is.');
  return {
    ...{ video, audio, start: Math.max(0, Math.min(...starts)) },
    texts: /mp4|quicktime/.test(format) ? await findTexts(bytes) : [],
    duration: knownDuration ?? (await input.computeDuration(mainTracks))
  };
}

async function infoOf(track: InputAudioTrack): Promise<AudioTrack> {
  const { commentary, visuallyImpaired, default: isDefault } = await track.getDisposition();
  const language = await track.getLanguageCode();
  const name = (await track.getName()) ?? '';
  return {
    id: String(track.id),
    // A name that ends in this word is that of the program that wrote the file.
    label: /handler$/i.test(name) ? '' : name,
    language: language === 'und' ? '' : canonicalLanguage(language),
    kind: visuallyImpaired ? 'descriptions' : commentary ? 'commentary' : isDefault ? 'main' : 'alternative',
    channels: await track.getNumberOfChannels()
  };
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
  // Chromium does not play the fragments that are written of FLAC.
  if (!codec || !decoderConfig || codec === 'flac') throw unsupported();
  const format = await track.input.getFormat();
  const byteStream = format.mimeType === 'audio/aac' ? 'audio/aac' : byteStreams[codec];
  if (byteStream) return [byteStream, null];
  if (codec === 'aac' && !decoderConfig.description) throw unsupported(decoderConfig.codec);
  const sampleRate = await track.getSampleRate();
  const info = { decoderConfig, sampleRate, numberOfChannels: await track.getNumberOfChannels() };
  return [`audio/mp4; codecs="${decoderConfig.codec}"`, { type: 'audio', codec, timescale: sampleRate, info }];
}
