import type { FileBytes } from '../file-bytes.js';
import { headerAt } from './boxes.js';
import { CueTrack } from './cue-track.js';
import { FragmentFinder, viewOf } from './fragment-finder.js';
import { readTextFragment } from './text-fragment.js';
import { maxSamples, readTextIndex, type FileText, type TextSample } from './text-index.js';
import { readTextSample } from './text-sample.js';

/** Maximum number of boxes before the index, and of bytes in the index; a file with more of either shows no texts. */
const maxBoxes = 20;
const maxIndexBytes = 6_000_000;
/** Bytes between the first and the last text, up to which all are read at once; others are read when the media around them is. */
const maxSpan = 256 * 1024;
const maxTextBytes = 64 * 1024;

const isReadable = ({ size }: TextSample) => size > 0 && size <= maxTextBytes;
const byPosition = (a: TextSample, b: TextSample) => a.position - b.position;

/** Returns the text tracks of an MP4 file whose index has just been read, so that its bytes are still there. */
export async function findTexts(bytes: FileBytes): Promise<FileText[]> {
  let at = 0;
  for (let count = 0; count < maxBoxes && at + 8 <= bytes.size; count++) {
    const box = headerAt(viewOf(await bytes.read(at, Math.min(at + 16, bytes.size))), 0);
    if (!box || box.size < box.headerSize) return [];
    const end = at + box.size;
    if (box.type === 'moov' && box.size <= maxIndexBytes && end <= bytes.size)
      return readTextIndex(viewOf(await bytes.read(at + box.headerSize, end))).filter(
        ({ samples, fragments }) => samples.length > 0 || fragments
      );
    if (box.type === 'moov') return [];
    at = end;
  }
  return [];
}

/**
 * Shows the text tracks of a file; `offset` shifts their times, in seconds. They need no request of their own, unless they are far from the
 * media.
 */
export function showTexts(
  texts: readonly FileText[],
  offset: number,
  bytes: FileBytes,
  video: HTMLVideoElement,
  signal: AbortSignal
): void {
  const fragmentReaders: ((moof: DataView, position: number) => void)[] = [];
  for (const text of texts) {
    const track = new CueTrack(video, text, signal);
    const addedSamples = new Set<TextSample>();
    const add = (sample: TextSample, content: Uint8Array) => {
      if (addedSamples.has(sample)) return;
      addedSamples.add(sample);
      for (const each of readTextSample(text.format, content)) track.add(Math.max(0, sample.start + offset), sample.end + offset, each);
    };
    const { fragments } = text;
    const samples = text.samples.filter(isReadable).sort(byPosition);
    const [first, last] = [samples[0], samples.at(-1)];
    if (fragments) {
      fragmentReaders.push((moof, position) => {
        const found = readTextFragment(moof, position, fragments)
          .filter(isReadable)
          .slice(0, maxSamples - samples.length);
        samples.push(...found);
        samples.sort(byPosition);
        for (const each of found) if (bytes.isReceived(each.position)) readSample(each, bytes, add);
      });
    } else if (!first || !last) continue;
    else if (last.position + last.size - first.position <= maxSpan) {
      const allBytes = bytes.readAside(first.position, Math.min(last.position + last.size, bytes.size));
      // Without its texts, the file still plays.
      void allBytes
        .then((content) =>
          samples.forEach((each) => add(each, content.subarray(each.position - first.position, each.position - first.position + each.size)))
        )
        .catch(() => undefined);
      continue;
    }
    bytes.watch((start, length) => readBetween(samples, start, start + length, bytes, add));
  }
  if (fragmentReaders.length === 0) return;
  const finder = new FragmentFinder(bytes, (moof, position) => fragmentReaders.forEach((read) => read(moof, position)));
  bytes.watch((start) => finder.onBytes(start));
}

/** Reads the texts that begin between two positions, the bytes of which are there or about to be received. */
function readBetween(
  samples: readonly TextSample[],
  start: number,
  end: number,
  bytes: FileBytes,
  add: (sample: TextSample, content: Uint8Array) => void
): void {
  let [low, high] = [0, samples.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (samples[middle]!.position < start) low = middle + 1;
    else high = middle;
  }
  for (; low < samples.length && samples[low]!.position < end; low++) readSample(samples[low]!, bytes, add);
}

/** Reads a text whose bytes are there, or about to be received. */
function readSample(sample: TextSample, bytes: FileBytes, add: (sample: TextSample, content: Uint8Array) => void): void {
  // After a seek, the text is read when the media around it is read again.
  void bytes
    .read(sample.position, sample.position + sample.size)
    .then((content) => add(sample, content))
    .catch(() => undefined);
}
