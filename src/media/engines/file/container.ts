import type { EncodedPacketSink, InputAudioTrack, InputVideoTrack } from 'mediabunny';
import type { MediabunnyParts } from 'sealed:mediabunny.js';
import { canonicalLanguage } from '../../../lib/language.js';
import type { AudioTrack } from '../../stream.js';
import type { FileBytes } from './file-bytes.js';
import { streamFormatOf, unsupported, type StreamFormat } from './formats/stream-format.js';
import type { FrameFinder } from './frames/frame-finder.js';
import { frameFinderFor } from './frames/frame-finder-for.js';
import { findTexts } from './text/file-texts.js';
import type { FileText } from './text/text-index.js';

/** A track of a file that Media Source accepts. */
export interface FileTrack {
  readonly type: 'video' | 'audio';
  /** Reads the packets of the track from the file. */
  readonly sink: EncodedPacketSink;
  readonly format: StreamFormat;
  /** The frames of a file without an index. */
  readonly frames: FrameFinder | undefined;
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
  const toFileTrack = async (track: InputVideoTrack | InputAudioTrack): Promise<FileTrack> => {
    const streamFormat = await streamFormatOf(track, parts);
    if (!accepts(streamFormat.mimeType)) throw unsupported(streamFormat.mimeType);
    const sink = new parts.EncodedPacketSink(track);
    const frames = await frameFinderFor(track, sink, parts, bytes);
    return { type: track.type as 'video' | 'audio', sink, format: streamFormat, frames };
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
