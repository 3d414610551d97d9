import type { EncodedPacket, EncodedPacketSink } from 'mediabunny';
import { once } from '../../../lib/listen.js';
import { PlayerError } from '../../error.js';

/** How much must be missing of a file whose index lists no packets, in seconds and as a part of it: a duration can be inexact. */
const minMissingSeconds = 1;
const minMissingPart = 0.1;

/** The error for a file that was cut off. The browser's own player would meet the same end. */
export class TruncatedFile extends PlayerError {
  constructor(end: number, duration: number) {
    super('media/decode', `The file ends too early: it contains ${Math.round(end)} of ${Math.round(duration)} seconds.`);
  }

  override get retryable(): boolean {
    return false;
  }
}

/**
 * Whether data are missing from the file: its index lists a packet after `last`, the last one that could be read, or without `last` a
 * packet at `timestamp`.
 */
export async function isPacketMissing(sink: EncodedPacketSink, last: EncodedPacket | undefined, timestamp: number): Promise<boolean> {
  const options = { metadataOnly: true };
  return (await (last ? sink.getNextPacket(last, options) : sink.getKeyPacket(timestamp, options))) !== null;
}

/** Whether all tracks of a file end long before the duration that its container names. */
export const endsTooEarly = (end: number, duration: number): boolean =>
  duration - end > Math.max(minMissingSeconds, duration * minMissingPart);

/** Waits until the video has played up to a time in seconds after which there is no data. @throws TruncatedFile then */
export async function failAtEnd(end: number, duration: number, video: HTMLVideoElement, signal: AbortSignal): Promise<never> {
  const isPlayed = () => video.readyState < HTMLMediaElement.HAVE_FUTURE_DATA && video.currentTime > end - 1;
  while (!isPlayed()) {
    await once(video, 'timeupdate waiting seeking', [signal, 'abort']);
    signal.throwIfAborted();
  }
  throw new TruncatedFile(end, duration);
}
